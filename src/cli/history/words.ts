import type { PlanCommit } from '../../core/history/commit.ts';
import type { DayMove, HistoryEntry, WordMove } from '../../core/history/item-history.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import { visible } from '../../core/text/visible.ts';
import { arrow } from '../../core/views/diff/words.ts';
import { slipText } from '../schedule/words.ts';
import type { Style } from '../terminal/style.ts';
import type { Moved } from './moved.ts';

/** A commit, short: enough to find it by. */
export const hashText = (commit: PlanCommit | undefined): string => commit?.hash.slice(0, 10) ?? '';

/** When something was written. */
export function whenText({ commit }: HistoryEntry): string {
  if (!commit) return 'uncommitted';
  return commit.authored === undefined ? '' : formatDay(commit.authored);
}

/** Who wrote something. */
export const byText = ({ commit }: HistoryEntry): string => visible(commit?.author ?? '');

/** `2026-11-20 → 2026-11-27`; where there was none before, the date alone. */
export function daysText(from: Day | undefined, to: Day | undefined): string {
  const text = (day: Day | undefined): string => (day === undefined ? '(none)' : formatDay(day));
  return from === undefined ? text(to) : arrow(text(from), text(to));
}

/** `+5d (+7)`: in working days, and in all. */
export function movedText(moved: Moved | undefined, style: Style): string {
  if (!moved) return '';
  const { workingDays, days } = moved;
  const colour = days > 0 ? style.red : style.green;
  return colour(`${workingDays === 0 ? '0d' : slipText(workingDays)} (${days > 0 ? '+' : ''}${days})`);
}

/** Everything else that became of an item: `status planned → in-progress`. */
export function changesText({ kind, days, words }: HistoryEntry): string {
  if (kind === 'removed') return 'removed';
  const others = days.filter(({ field }) => field !== 'due').map(dayText);
  const said =
    kind === 'added' ? words.filter(({ field }) => field === 'status' || field === 'owner' || field === 'file') : words;
  const head = kind === 'added' ? ['added'] : [];
  return visible([...head, ...said.map(wordText), ...others].join('; '));
}

const NAMES: Readonly<Record<DayMove['field'], string>> = {
  due: 'due',
  expected: 'expected',
  needed_by: 'needed by',
  closed: 'closed on',
};

const dayText = ({ field, from, to }: DayMove): string => `${NAMES[field]} ${daysText(from, to)}`;

const wordText = ({ field, from, to }: WordMove): string =>
  `${field} ${from === undefined ? (to ?? '(none)') : arrow(from, to ?? '(none)')}`;
