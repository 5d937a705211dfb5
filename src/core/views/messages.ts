import type { Day } from '../model/values/day.ts';
import { visible } from '../text/visible.ts';
import { fullDayLabel } from './day-label.ts';
import { shortReason, withoutName } from './finding-text.ts';
import { type AttentionEntry, needsAttention } from './needs-attention.ts';
import { plural } from './summary.ts';

/** The open points of one person, as text to send. */
export interface Message {
  /** Whose points they are; undefined of what nobody owns. */
  readonly owner: string | undefined;
  readonly label: string;
  readonly count: number;
  /** Plain text with a line break at its end. */
  readonly text: string;
}

/** The open points of each person, what costs most first: people in the order of *Needs attention*. */
export function messagesFor(entries: readonly AttentionEntry[], today: Day): readonly Message[] {
  return needsAttention(entries, () => false).map(({ label, owner, entries: own }) => {
    const head = `${label}: ${plural(own.length, 'open point')}, ${fullDayLabel(today)}`;
    return { owner, label, count: own.length, text: `${[head, '', ...own.flatMap(linesOf)].join('\n')}\n` };
  });
}

/** `- schema-v2, Ledger schema v2 live in shadow`, and below it what is wrong, what would be right and what it costs. */
function linesOf({ finding, item, why }: AttentionEntry): string[] {
  const named = item
    ? [visible(item.id), item.title === item.id ? '' : visible(item.title)].filter((part) => part !== '').join(', ')
    : visible(finding?.source.path ?? '');
  const lines = [`- ${named}`];
  if (finding) lines.push(...sentences(finding.message, item?.type.name, item?.id));
  if (why !== '') lines.push(`  ${why}`);
  return lines;
}

/** What was found, and in a line of its own what would be right. */
function sentences(message: string, type = '', id = ''): string[] {
  const reason = shortReason(message);
  const advice = visible(message).slice(reason.length).replace(/^: /, '');
  return [withoutName(reason, type, id), advice].filter((line) => line !== '').map((line) => `  ${line}`);
}
