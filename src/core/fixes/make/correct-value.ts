import { canonicalFieldName } from '../../model/field-name.ts';
import { parseDate } from '../../model/values/date.ts';
import { formatDay } from '../../model/values/day.ts';
import { meaningsOf } from '../../model/values/foreign-date.ts';
import { idFromName, parseId } from '../../model/values/id.ts';
import { namesSeveral } from '../../model/values/person.ts';
import { parseReference } from '../../model/values/reference.ts';
import { collectionOf } from '../../parse/collections.ts';
import { isEmpty, type YamlScalar } from '../../parse/yaml/node.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import { removePair } from '../edit/remove-pair.ts';
import { insertion, replaceScalar } from '../edit/scalar.ts';
import { writeValue } from '../edit/set-fields.ts';
import { type Step, stepsTo, treeOf } from '../edit/tree.ts';
import { fieldSpecAt } from '../field-spec.ts';
import type { FixMaker, TextEdit } from '../fix.ts';
import { programOf } from '../program-of.ts';
import { shown } from '../words.ts';
import { TWO_WEEKS } from './mute.ts';

/** What a maker knows of a value that is wrong. */
interface Place {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly scalar: YamlScalar;
}

type Correction = { readonly title: string; readonly edits: readonly TextEdit[] };

/** Writes values that are wrong in a form of which it is clear what was meant. */
export const correctValue: FixMaker = (finding, { plan, today }) => {
  const document = documentOf(finding, plan);
  const root = document && treeOf(document);
  if (!document || !root || finding.suggestion !== undefined) return [];
  const { text } = document;
  const steps = stepsTo(root, finding.range.start);
  const step = steps.at(-1);
  if (!step) return [];
  const corrections: Correction[] = [];
  const key = step.kind === 'pair' && isSame(step.pair.key.range, finding.range) ? step : undefined;
  const until = key && mutedUntil(text, steps, formatDay(today + TWO_WEEKS));
  if (until) corrections.push({ title: `Silence it until ${formatDay(today + TWO_WEEKS)}`, edits: [until] });
  const node = step.kind === 'entry' ? step.node : step.pair.value;
  if (!key && node?.kind === 'scalar') {
    const place: Place = { text, steps, step, scalar: node };
    const spec = fieldSpecAt(document, steps, plan)?.spec;
    const id = freeId(node.text, (word) => plan.lookup.member(programOf(document, plan), word) !== undefined);
    corrections.push(
      ...withoutType(place),
      ...asEntry(place),
      ...asId(place, id),
      ...(spec ? [asList, asPercentage, asDate, asPerson].flatMap((correct) => correct(place, spec.kind.name)) : []),
    );
  }
  return corrections.map(({ title, edits }) => ({
    title,
    edits: inDocument(document, edits),
    preferred: corrections.length === 1,
  }));
};

/** In `mute: { overdue: }` the day is missing. */
function mutedUntil(text: string, steps: readonly Step[], day: string): TextEdit | undefined {
  const [above, step] = steps.slice(-2);
  if (above?.kind !== 'pair' || canonicalFieldName(above.pair.key.text) !== 'mute') return undefined;
  if (step?.kind !== 'pair' || !isEmpty(step.pair.value)) return undefined;
  const { value } = step.pair;
  return value?.kind === 'scalar' ? replaceScalar(text, value, day) : writeValue(text, step.pair, day);
}

const isFieldOfEntry = (steps: readonly Step[], name: string): boolean => {
  const [holder, entry, step, more] = steps;
  if (holder?.kind !== 'pair' || !collectionOf(holder.pair) || entry?.kind !== 'entry') return false;
  return step?.kind === 'pair' && more === undefined && canonicalFieldName(step.pair.key.text) === name;
};

/** The type of an entry is that of its collection. */
function withoutType({ text, steps, step }: Place): readonly Correction[] {
  if (step.kind !== 'pair' || !isFieldOfEntry(steps, 'type')) return [];
  const edit = removePair(text, step.map, step.pair);
  return edit ? [{ title: 'Remove the type', edits: [edit] }] : [];
}

/** `- R-1` in a collection: an entry has fields. */
function asEntry({ steps, step, scalar: { text, style, range } }: Place): readonly Correction[] {
  const [holder] = steps;
  if (steps.length !== 2 || step.kind !== 'entry' || holder?.kind !== 'pair' || !collectionOf(holder.pair)) return [];
  if (style === 'block' || !parseId(text).ok) return [];
  const edits = step.list.flow
    ? [insertion(range.start, '{ id: '), insertion(range.end, ' }')]
    : [insertion(range.start, 'id: ')];
  return [{ title: `Write it as an entry: id: ${shown(text)}`, edits }];
}

/** An id with characters that no id has. */
function asId({ text, steps, step, scalar }: Place, id: string | undefined): readonly Correction[] {
  const isOwn = steps.length === 1 && step.kind === 'pair' && canonicalFieldName(step.pair.key.text) === 'id';
  if (id === undefined || (!isOwn && !isFieldOfEntry(steps, 'id'))) return [];
  return [{ title: `Change to ${shown(id)}`, edits: [replaceScalar(text, scalar, id)] }];
}

function freeId(written: string, isTaken: (id: string) => boolean): string | undefined {
  const id = idFromName(written.trim()).replace(/-+$/, '');
  return id === '' || id === written || isTaken(id) ? undefined : id;
}

/** `a, b`, where a list belongs. */
function asList({ step, scalar }: Place, kind: string): readonly Correction[] {
  if (step.kind !== 'pair' || !kind.startsWith('list of ') || scalar.style === 'block') return [];
  const isPeople = kind === 'list of person' && namesSeveral(scalar.text);
  const parts = scalar.text.split(isPeople ? /[,;]/ : ',').map((part) => part.trim());
  const areReferences = /(?:reference|dependency)$/.test(kind) && parts.every((id) => parseReference(id).ok);
  if (parts.length < 2 || (!isPeople && !areReferences)) return [];
  return [
    { title: 'Write it as a list', edits: [{ range: scalar.range, text: `[${parts.map(yamlWord).join(', ')}]` }] },
  ];
}

/** `02/03/2026`: either number may be the month. */
function asDate({ text, scalar }: Place, kind: string): readonly Correction[] {
  if (kind !== 'date' && kind !== 'day') return [];
  return meaningsOf(scalar.text)
    .filter((meaning) => parseDate(meaning, kind === 'day' ? 'day' : 'last').ok)
    .map((meaning) => ({ title: `Change to ${meaning}`, edits: [replaceScalar(text, scalar, meaning)] }));
}

/** `sam, li`, where one person answers. */
function asPerson({ text, scalar }: Place, kind: string): readonly Correction[] {
  if (kind !== 'person' || !namesSeveral(scalar.text)) return [];
  const names = scalar.text.split(/[,;]/).map((name) => name.trim());
  return names.slice(0, MOST_NAMES).map((name) => ({
    title: `Change to ${shown(name)}`,
    edits: [replaceScalar(text, scalar, name)],
  }));
}

const MOST_NAMES = 3;

/** A bare 1 could be 1 % or 100 %. */
function asPercentage({ text, scalar }: Place, kind: string): readonly Correction[] {
  if (kind !== 'progress' || scalar.text.trim() !== '1') return [];
  return ['1%', '100%'].map((value) => ({ title: `Change to ${value}`, edits: [replaceScalar(text, scalar, value)] }));
}
