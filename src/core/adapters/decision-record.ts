import { canonicalFieldName } from '../model/field-name.ts';
import { fieldOf } from '../model/registry.ts';
import type { StatusWords } from '../model/status.ts';
import { decision } from '../model/types/decision.ts';
import { parseId } from '../model/values/id.ts';
import { isEmpty, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';
import { named, scalar, startOf } from './pairs.ts';
import { isPlaceholder, withoutNobody } from './placeholder.ts';
import { dayOf, isForeignDay } from './record-date.ts';
import { statusOf } from './record-status.ts';
import { endsInRelation, namedRecords } from './record-succession.ts';
import { linesOf, type RecordText, statusLines } from './record-text.ts';

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

/** Whether a file among decision records is one: not the index of them, nor what they are copied from. */
export const isDecisionRecord = (path: string): boolean => !NO_RECORD.test(path);

/** The fields of a decision that a record says, where it says them. */
export function recordFields(record: RecordText, own: StatusWords): YamlMap {
  const { root, headings, bodyStart } = record;
  const said = saidIn(record);
  const fields = new Map(said);
  const id = said.get('id')?.value;
  if (id && !(id.kind === 'scalar' && parseId(id.text.trim()).ok)) fields.delete('id');
  const at = headings[0]?.textRange.start ?? bodyStart;
  const status = statusOf(said.get('status'), own, { start: at, end: at });
  fields.set('status', status.pair);
  const written = said.get('date');
  fields.delete('date');
  const date = dayOf(written);
  // The date of an open record is that of its last change.
  const dated = status.isOpen ? 'updated' : 'date';
  if (date && !fields.has(dated)) fields.set(dated, named(date, dated));
  else if (written && isForeignDay(written.value)) fields.set('date', written);
  for (const [field, pair] of successionIn(record, said.get('status'))) if (!fields.has(field)) fields.set(field, pair);
  for (const field of PEOPLE) {
    const pair = fields.get(field);
    const value = pair?.value && withoutNobody(pair.value);
    if (pair && value) fields.set(field, { ...pair, value: apart(value) });
    else fields.delete(field);
  }
  const owner = fields.get('owner')?.value;
  if (owner && !withoutNobody(owner)) fields.delete('owner');
  return { kind: 'map', flow: false, pairs: [...fields.values()], range: root?.range ?? { start: 0, end: 0 } };
}

/** What a record says of each field, as it says it: in front matter before its body, the first of several. */
function saidIn(record: RecordText): ReadonlyMap<string, YamlPair> {
  const { root, source } = record;
  const said = new Map<string, YamlPair>();
  for (const pair of root?.pairs ?? []) {
    const field = fieldNamed(pair.key.text);
    const isKnown = field === 'status' || field === 'id' || fieldOf(decision, field) !== undefined;
    if (isKnown && !isNothing(pair.value) && !said.has(field)) said.set(field, named(pair, field));
  }
  for (const [name, range] of linesOf(record)) {
    const field = fieldNamed(name);
    const value = scalar(source.slice(range.start, range.end), range);
    if (!said.has(field)) said.set(field, { key: scalar(field, range), value, bare: false });
  }
  return said;
}

/** The records that it replaces, and those that replace it, as its status and the lines below that say. */
function successionIn(record: RecordText, status: YamlPair | undefined): ReadonlyMap<string, YamlPair> {
  const { source } = record;
  const value = status?.value?.kind === 'list' ? status.value.items[0] : status?.value;
  const start = value && startOf(value);
  const lines: Range[] = [
    ...(start === undefined ? [] : [{ start, end: start + (value as YamlScalar).text.length }]),
    ...paragraphsIn(statusLines(record), source),
  ];
  const found = new Map<string, YamlScalar[]>();
  const seen = new Set<number>();
  for (const line of lines) {
    // A template names a record that could replace it.
    if (isPlaceholder(source.slice(line.start, line.end))) continue;
    for (const { field, name, range } of namedRecords(source.slice(line.start, line.end), line.start)) {
      if (seen.has(range.start)) continue;
      seen.add(range.start);
      const others = found.get(field);
      if (others) others.push(scalar(name, range));
      else found.set(field, [scalar(name, range)]);
    }
  }
  return new Map([...found].map(([field, items]) => [field, listUnder(field, items)]));
}

/** Lines, of which each one that ends in `Superseded by` goes on with the next line of its paragraph. */
function paragraphsIn(lines: readonly Range[], source: string): readonly Range[] {
  return lines.map((line, at) => {
    const next = lines[at + 1];
    const goesOn =
      next !== undefined &&
      endsInRelation(source.slice(line.start, line.end)) &&
      /^[*_]*[ \t]*(?:\r\n?|\n)[ \t]*[*_]*$/.test(source.slice(line.end, next.start)) &&
      !/^(?:[-+]|\d{1,9}[.)])[ \t]/.test(source.slice(next.start, next.end));
    return goesOn ? { start: line.start, end: next.end } : line;
  });
}

function listUnder(field: string, items: readonly YamlScalar[]): YamlPair {
  const range = { start: items[0]?.range.start ?? 0, end: items.at(-1)?.range.end ?? 0 };
  return { key: scalar(field, range), value: { kind: 'list', flow: true, items, range }, bare: false };
}

/** Whether a field is one that other tools have as well. */
export const isTheirs = (field: string): boolean => THEIRS.has(field);

/** Whether what stands at a place of a record is no affair of the plan, be it right or wrong. */
export const isOwnAffair = (range: Range, fields: YamlMap): boolean => {
  const pair = theirsAt(range, fields);
  // A date that is meant as one tells something that the plan would not hear of.
  return pair !== undefined && !(canonicalFieldName(pair.key.text) === 'date' && isForeignDay(pair.value));
};

/** Whether a field stands at a place of a record that other tools have as well. */
export const isTheirsAt = (range: Range, fields: YamlMap): boolean => theirsAt(range, fields) !== undefined;

const theirsAt = ({ start, end }: Range, { pairs }: YamlMap): YamlPair | undefined =>
  pairs.find(
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

/** People that one line names, apart. */
function apart(node: YamlNode): YamlNode {
  const start = startOf(node);
  if (node.kind !== 'scalar' || start === undefined) return node;
  const items = [...node.text.matchAll(/[^,\s][^,]*/g)].flatMap(({ index, 0: part }) => person(part, start + index));
  if (items.length > 1 || node.text.includes(',')) return { kind: 'list', flow: true, items, range: node.range };
  const [only = node] = items;
  return only.text === node.text ? node : only;
}

/** Somebody, as the text of a link or with emphasis, by the name alone; nobody, where nothing else stands there. */
function person(written: string, start: number): readonly YamlScalar[] {
  const linked = /^[\s*_]*\[([^[\]\n]+)\]\([^()\n]*\)[\s*_]*$/d.exec(written)?.indices?.[1];
  let [from, to] = linked ?? [0, written.length];
  const isMark = (at: number): boolean => /[\s*_]/.test(written.charAt(at));
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return from < to ? [scalar(written.slice(from, to), { start: start + from, end: start + to })] : [];
}
