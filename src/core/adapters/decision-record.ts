import { canonicalFieldName } from '../model/field-name.ts';
import { fieldOf } from '../model/registry.ts';
import { normalStatus, readStatus, type StatusWords } from '../model/status.ts';
import { decision } from '../model/types/decision.ts';
import { parseId } from '../model/values/id.ts';
import {
  contentRange,
  isEmpty,
  partRange,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';
import { linesOf, type RecordText } from './record-text.ts';

// Architecture decision records as people keep them. MADR says status, date and who decides in front matter, and did so
// in a list below the title before; adr-tools has a line `Date: …` and a section "Status". What each has is read as the
// fields of a decision, with the places where it stands; whatever else is in its front matter is its own affair.

/** Files beside the records that are none. */
const NO_RECORD = /(?:^|\/)(?:readme|index|toc|[^/]*template[^/]*)\.[^/.]*$/i;

/** Names of others for fields that decisions have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  deciders: 'decision_makers',
  decision_maker: 'decision_makers',
};

/** Fields that hold people, and often several in one line. */
const PEOPLE: readonly string[] = ['decision_makers', 'consulted', 'informed'];

/** Fields whose names other tools have as well, each with a meaning of its own: what cannot be read there is no fault. */
const THEIRS: ReadonlySet<string> = new Set([
  ...['id', 'title', 'status', 'date', 'created', 'updated', 'completed', 'tags', 'links', 'description', 'note'],
  ...['priority', 'phase', 'program', 'outcome', 'supersedes', 'superseded_by', 'relates_to', ...PEOPLE],
]);

const DAY = /^\d{4}-\d{2}-\d{2}(?!\d)/;

/** Whether a file among decision records is one: not the index of them, nor what they are copied from. */
export const isDecisionRecord = (path: string): boolean => !NO_RECORD.test(path);

/** The fields of a decision that a record says, where it says them. A record without a status has been decided. */
export function recordFields(record: RecordText, own: StatusWords): YamlMap {
  const { root, headings, source, bodyStart } = record;
  const pairs = new Map<string, YamlPair>();
  for (const pair of root?.pairs ?? []) {
    const field = fieldNamed(pair.key.text);
    const isKnown = field === 'status' || field === 'id' || fieldOf(decision, field) !== undefined;
    if (isKnown && !isNothing(pair.value) && !pairs.has(field)) pairs.set(field, named(pair, field));
  }
  for (const [name, range] of linesOf(record)) {
    const field = fieldNamed(name);
    const value = scalar(source.slice(range.start, range.end), range);
    if (!pairs.has(field)) pairs.set(field, { key: scalar(field, range), value, bare: false });
  }
  const id = pairs.get('id')?.value;
  if (id && !(id.kind === 'scalar' && parseId(id.text.trim()).ok)) pairs.delete('id');
  const status = statusOf(pairs.get('status'), own);
  if (status) pairs.set('status', status.pair);
  else {
    const at = headings[0]?.textRange.start ?? bodyStart;
    const nowhere = { start: at, end: at };
    pairs.set('status', { key: scalar('status', nowhere), value: scalar('accepted', nowhere), bare: false });
  }
  const date = dayOf(pairs.get('date'));
  pairs.delete('date');
  // The date of an open record is that of its last change.
  if (date && !status?.isOpen) pairs.set('date', date);
  else if (date && !pairs.has('updated')) pairs.set('updated', named(date, 'updated'));
  for (const field of PEOPLE) {
    const pair = pairs.get(field);
    if (pair?.value) pairs.set(field, { ...pair, value: apart(pair.value) });
  }
  return { kind: 'map', flow: false, pairs: [...pairs.values()], range: root?.range ?? { start: 0, end: 0 } };
}

/** Whether a field is one that other tools have as well. */
export const isTheirs = (field: string): boolean => THEIRS.has(field);

/** Whether what stands at a place of a record is no affair of the plan, be it right or wrong. */
export const isOwnAffair = ({ start, end }: Range, { pairs }: YamlMap): boolean =>
  pairs.some(
    ({ key, value }) =>
      isTheirs(canonicalFieldName(key.text)) && value && value.range.start <= start && end <= value.range.end,
  );

/** The field that a name in a record means. */
function fieldNamed(written: string): string {
  const name = canonicalFieldName(written);
  return OTHER_NAMES[name] ?? name;
}

const isNothing = (node: YamlNode | undefined): boolean =>
  isEmpty(node) || (node?.kind === 'list' && node.items.length === 0);

/** A date without what is said of it behind the day; undefined where it does not begin with one. */
function dayOf(pair: YamlPair | undefined): YamlPair | undefined {
  const value = pair?.value;
  if (!pair || value?.kind !== 'scalar') return undefined;
  const day = DAY.exec(value.text)?.[0];
  if (day === undefined || day === value.text) return day === undefined ? undefined : pair;
  return { ...pair, value: scalar(day, partRange(value, 0, day.length)) };
}

/** A pair under another name, at the same place. */
const named = (pair: YamlPair, name: string): YamlPair =>
  canonicalFieldName(pair.key.text) === name ? pair : { ...pair, key: { ...pair.key, text: name } };

const scalar = (text: string, range: Range): YamlScalar => ({ kind: 'scalar', text, style: 'plain', range });

/**
 * The status of a record: its first word, since "superseded by ADR-5" is usual. A word that says nothing here, such as
 * "draft", leaves the record open.
 */
function statusOf(
  pair: YamlPair | undefined,
  own: StatusWords,
): { readonly pair: YamlPair; readonly isOpen: boolean } | undefined {
  if (!pair?.value) return undefined;
  const value = pair.value.kind === 'list' ? pair.value.items[0] : pair.value;
  // What YAML takes for a mapping, `{proposed | rejected}`, says something as well.
  if (value?.kind !== 'scalar') return { pair: { ...pair, value: scalar('proposed', pair.value.range) }, isOpen: true };
  const lead = /^[^\p{L}]*/u.exec(value.text)?.[0].length ?? 0;
  const word = /^\p{L}+/u.exec(value.text.slice(lead))?.[0] ?? '';
  const whole = own.get(decision.name)?.get(normalStatus(value.text));
  // adr-tools has always written it with a c.
  const written = /^superceded$/i.test(word) ? 'superseded' : word;
  const status = whole ?? readStatus(decision, written, own) ?? 'proposed';
  const start = contentRange(value).start + lead;
  const range = whole ? value.range : { start, end: start + word.length };
  return {
    pair: { ...pair, value: scalar(status, range) },
    isOpen: decision.statuses.open.includes(status),
  };
}

/** People that one line names, apart. */
function apart(node: YamlNode): YamlNode {
  if (node.kind !== 'scalar' || !node.text.includes(',')) return node;
  const { start, end } = contentRange(node);
  if (end - start !== node.text.length) return node;
  const items = [...node.text.matchAll(/[^,\s][^,]*/g)].map(({ index, 0: part }) => {
    const text = part.trimEnd();
    return scalar(text, { start: start + index, end: start + index + text.length });
  });
  return { kind: 'list', flow: true, items, range: node.range };
}
