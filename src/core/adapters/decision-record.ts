import { canonicalFieldName } from '../model/field-name.ts';
import { fieldOf } from '../model/registry.ts';
import { normalStatus, readStatus, type StatusWords } from '../model/status.ts';
import { decision } from '../model/types/decision.ts';
import type { BodyFacts } from '../parse/body/facts.ts';
import {
  contentRange,
  isEmpty,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';

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

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** What a record is read from. */
export interface RecordText {
  readonly source: string;
  readonly bodyStart: number;
  readonly root: YamlMap | undefined;
  readonly body: BodyFacts;
}

/** Whether a file among decision records is one: not the index of them, nor what they are copied from. */
export const isDecisionRecord = (path: string): boolean => !NO_RECORD.test(path);

/** The fields of a decision that a record says, where it says them. A record without a status has been decided. */
export function recordFields(record: RecordText, own: StatusWords): YamlMap {
  const { root, body, source, bodyStart } = record;
  const pairs = new Map<string, YamlPair>();
  for (const pair of root?.pairs ?? []) {
    const name = canonicalFieldName(pair.key.text);
    const field = OTHER_NAMES[name] ?? name;
    const isKnown = field === 'status' || field === 'id' || fieldOf(decision, field) !== undefined;
    if (isKnown && !isEmpty(pair.value) && !pairs.has(field)) pairs.set(field, named(pair, field));
  }
  for (const [field, range] of linesOf(record)) {
    const value = scalar(source.slice(range.start, range.end), range);
    if (!pairs.has(field)) pairs.set(field, { key: scalar(field, range), value, bare: false });
  }
  const status = statusOf(pairs.get('status'), own);
  if (status === undefined) pairs.delete('status');
  else pairs.set('status', status.pair);
  if (!status) {
    const at = body.headings[0]?.textRange.start ?? bodyStart;
    const nowhere = { start: at, end: at };
    pairs.set('status', { key: scalar('status', nowhere), value: scalar('accepted', nowhere), bare: false });
  }
  const date = pairs.get('date');
  if (date && !(date.value?.kind === 'scalar' && DAY.test(date.value.text))) pairs.delete('date');
  // The date of an open record is that of its last change.
  else if (date && status?.isOpen) {
    pairs.delete('date');
    if (!pairs.has('updated')) pairs.set('updated', named(date, 'updated'));
  }
  for (const field of PEOPLE) {
    const pair = pairs.get(field);
    if (pair?.value) pairs.set(field, { ...pair, value: apart(pair.value) });
  }
  return { kind: 'map', flow: false, pairs: [...pairs.values()], range: root?.range ?? { start: 0, end: 0 } };
}

/** A pair under another name, at the same place. */
const named = (pair: YamlPair, name: string): YamlPair =>
  canonicalFieldName(pair.key.text) === name ? pair : { ...pair, key: { ...pair.key, text: name } };

const scalar = (text: string, range: Range): YamlScalar => ({ kind: 'scalar', text, style: 'plain', range });

/** What stands in lines of the body: behind a word and a colon above the first section, and under a heading "Status". */
function* linesOf({ source, bodyStart, body }: RecordText): Generator<[field: string, range: Range]> {
  const sections = body.headings.filter(({ depth }, at) => depth > 1 || at > 0);
  const head = source.slice(bodyStart, sections[0]?.range.start ?? source.length);
  const label = /^[ \t]*(?:[*-][ \t]+)?(status|date|deciders|decision[- ]makers?)[ \t]*:[ \t]*(\S[^\r\n]*)/gim;
  for (const { index, 0: line, 1: word = '', 2: value = '' } of head.matchAll(label)) {
    const name = canonicalFieldName(word.toLowerCase().replace(' ', '_'));
    const end = bodyStart + index + line.trimEnd().length;
    yield [OTHER_NAMES[name] ?? name, { start: end - value.trimEnd().length, end }];
  }
  const at = sections.findIndex(({ text }) => /^status$/i.test(text.trim()));
  const heading = sections[at];
  if (!heading) return;
  const section = source.slice(heading.range.end, sections[at + 1]?.range.start ?? source.length);
  const first = /\S[^\r\n]*/.exec(section);
  if (!first) return;
  const start = heading.range.end + first.index;
  yield ['status', { start, end: start + first[0].trimEnd().length }];
}

/**
 * The status of a record: its first word, since "superseded by ADR-5" is usual. A word that says nothing here, such as
 * "draft", leaves the record open.
 */
function statusOf(
  pair: YamlPair | undefined,
  own: StatusWords,
): { readonly pair: YamlPair; readonly isOpen: boolean } | undefined {
  const value = pair?.value;
  if (!pair || value?.kind !== 'scalar') return undefined;
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
