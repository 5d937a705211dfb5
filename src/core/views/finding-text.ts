import type { Finding } from '../rules/finding.ts';
import { visible } from '../text/visible.ts';

/** What a list says of a finding: what it is about, and why. */
export interface FindingText {
  /** The title of its item, else the name of its file. */
  readonly subject: string;
  /** Its message without the name of the subject and the advice: `was due on 2026-11-13, 8 days ago`. */
  readonly reason: string;
}

/** What a list says of a finding. */
export function findingText(finding: Finding): FindingText {
  const { item, source } = finding;
  const reason = shortReason(finding.message);
  if (!item) return { subject: visible(source.path), reason };
  return { subject: visible(item.title), reason: withoutName(reason, item.type.name, item.id) };
}

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
function withoutName(reason: string, type: string, id: string): string {
  for (const name of [`${type} ${id} `, `${id} `]) {
    if (reason.startsWith(name)) return reason.slice(name.length);
  }
  return reason;
}
