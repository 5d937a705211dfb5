import { normalStatus, readStatus, type StatusWords } from '../model/status.ts';
import { decision } from '../model/types/decision.ts';
import { contentRange, type YamlPair } from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';
import { scalar } from './pairs.ts';

/** The status of a record as a field of a decision. */
export interface RecordStatus {
  readonly pair: YamlPair;
  readonly isOpen: boolean;
}

/**
 * The status that a record says: its first word, since "superseded by ADR-5" is usual. A word that says nothing here,
 * such as "draft", leaves the record open; a record that says none, nowhere, has been decided.
 */
export function statusOf(said: YamlPair | undefined, own: StatusWords, nowhere: Range): RecordStatus {
  const { status, range } = said?.value ? readWord(said, own) : { status: 'accepted', range: nowhere };
  const key = said?.key ?? scalar('status', nowhere);
  return { pair: { key, value: scalar(status, range), bare: false }, isOpen: decision.statuses.open.includes(status) };
}

function readWord({ value: written }: YamlPair, own: StatusWords): { readonly status: string; readonly range: Range } {
  const value = written?.kind === 'list' ? written.items[0] : written;
  // What YAML takes for a mapping, `{proposed | rejected}`, says something as well.
  if (value?.kind !== 'scalar') return { status: 'proposed', range: (written as NonNullable<typeof written>).range };
  const whole = own.get(decision.name)?.get(normalStatus(value.text));
  if (whole) return { status: whole, range: value.range };
  const lead = /^[^\p{L}]*/u.exec(value.text)?.[0].length ?? 0;
  const word = /^\p{L}+/u.exec(value.text.slice(lead))?.[0] ?? '';
  // adr-tools has always written it with a c.
  const known = /^superceded$/i.test(word) ? 'superseded' : word;
  const start = contentRange(value).start + lead;
  return { status: readStatus(decision, known, own) ?? 'proposed', range: { start, end: start + word.length } };
}
