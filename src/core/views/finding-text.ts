import type { Item } from '../plan/item.ts';
import type { Finding } from '../rules/finding.ts';
import { visible } from '../text/visible.ts';
import { capitalised } from '../text/words.ts';

/** What a list says of a finding. Name and reason read as a sentence: `A-3` `was due on 2026-11-13, 8 days ago`. */
export interface FindingText {
  /** The id of its item, else the path of its file. */
  readonly name: string;
  /** Its message without the name and the advice. */
  readonly reason: string;
  /** The title of its item; empty where there is none. */
  readonly title: string;
}

/** What a list says of a finding. */
export function findingText(finding: Finding): FindingText {
  const { item, source } = finding;
  const reason = shortReason(finding.message);
  if (!item) return { name: visible(source.path), reason, title: '' };
  return {
    name: visible(item.id),
    reason: withoutName(reason, item.type.name, item.id),
    title: titleOf(item),
  };
}

/** What a list says of something to act on. */
export interface EntryText extends FindingText {
  /** What it is about in a word or two, which a narrow side bar has room for: `Forecast late`, `Decide soon`. */
  readonly what: string;
}

/** What a list says of a finding, or of an item that has none and is asked for something soon. */
export function entryText({
  finding,
  item,
}: {
  readonly finding: Finding | undefined;
  readonly item: Item | undefined;
}): EntryText {
  if (finding) return { what: whatIs(finding.code), ...findingText(finding) };
  const act = item?.type.forecast?.asks ?? 'needed';
  return {
    what: `${capitalised(act)} soon`,
    name: visible(item?.id ?? ''),
    reason: '',
    title: item ? titleOf(item) : '',
  };
}

/** What codes say to who does not know them, where they are more than their words. */
const WORDS: Readonly<Record<string, string>> = {
  'amber-without-path': 'Amber without a path',
  'blocked-upstream': 'Held up',
  'cites-superseded-decision': 'Superseded decision cited',
  'expected-impossible': 'Expected date impossible',
  'metric-source': 'Values not read',
  'retro-action-open': 'Action of a retro open',
  'yaml-surprise': 'Surprise in YAML',
};

/** What a rule finds, in the words of its code: `Risk without mitigation`. */
export const whatIs = (code: string): string => WORDS[code] ?? capitalised(code.replaceAll('-', ' '));

const titleOf = (item: Item): string => (item.title === item.id ? '' : visible(item.title));

/** A message without its advice, which stands behind its last colon: what there is to do is said where it is done. */
export function shortReason(message: string): string {
  const end = lastColon(message);
  const before = message.slice(0, end);
  // Before the first colon may stand no more than the name of a field.
  return visible(end > 0 && before.includes(' ') ? before : message);
}

/** Where the last `: ` stands that is in no quotes. */
function lastColon(message: string): number {
  let last = -1;
  let quoted = false;
  for (let i = 0; i < message.length; i++) {
    if (message[i] === '"') quoted = !quoted;
    else if (!quoted && message[i] === ':' && message[i + 1] === ' ') last = i;
  }
  return last;
}

/** A reason that does not repeat whom it is about: that stands before it. */
export function withoutName(reason: string, type: string, id: string): string {
  for (const name of [`${type} ${id} `, `${id} `]) {
    if (reason.startsWith(name)) return reason.slice(name.length);
  }
  return reason;
}
