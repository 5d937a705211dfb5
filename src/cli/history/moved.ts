import type { DueMove } from '../../core/history/due-moves.ts';
import type { HistoryEntry, ItemHistory } from '../../core/history/item-history.ts';
import type { Day } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import type { ToldHistory } from './told-history.ts';

/** How far a date has moved: in working days of the item's calendar, and in days. */
export interface Moved {
  readonly workingDays: number;
  readonly days: number;
}

/** How far a date of an item has moved; undefined where there were not two. */
export function movedBy(
  history: ItemHistory,
  from: Day | undefined,
  to: Day | undefined,
  { itemOf, snapshot: { state } }: Pick<ToldHistory, 'itemOf' | 'snapshot'>,
): Moved | undefined {
  if (from === undefined || to === undefined) return undefined;
  const item = itemOf(history);
  // What is gone had the calendar of its program.
  const program = history.facts.type === 'program' ? history.key : history.key.slice(0, history.key.indexOf('/'));
  const calendar = item ? state.calendars.of(item) : state.calendars.ofProgram(program);
  return { workingDays: calendar.daysBetween(from, to), days: to - from };
}

/** The commit by which a change came to the branch: a merge, where there was one. */
export const arrivalOf = ({ commit, merge }: HistoryEntry) => merge ?? commit;

/** The decisions that may have moved a date. */
export function decisionsOf({ entry }: DueMove, history: ItemHistory, told: ToldHistory): readonly Item[] {
  const item = told.itemOf(history);
  // What is not committed was changed today.
  const changed = entry.commit ? entry.commit.authored : told.snapshot.today;
  return item && entry.kind !== 'added' ? told.reasons.of(item, changed) : [];
}
