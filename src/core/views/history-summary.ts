import { dueTrend, type Since } from '../history/due-moves.ts';
import type { ItemHistory } from '../history/item-history.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { visible } from '../text/visible.ts';
import { dayLabel } from './day-label.ts';

/** How the due date of an item has moved, what is not committed yet included. */
export interface DueSummary {
  readonly first: Day;
  readonly now: Day;
  /** How many times it was moved. */
  readonly times: number;
}

/** How the due date of an item has moved; undefined where there were not two. */
export function dueSummary(item: Item, history: ItemHistory, since?: Since): DueSummary | undefined {
  const { first, lastDate, times } = dueTrend(history, since);
  const now = dueOf(item);
  if (first === undefined || now === undefined) return undefined;
  const moved = times + (lastDate !== undefined && lastDate !== now ? 1 : 0);
  return moved === 0 ? undefined : { first, now, times: moved };
}

/** The date by which an item is due, as its history follows it. */
export const dueOf = ({ due, values }: Item): Day | undefined => due ?? values.needed_by;

/** `was 20 Nov, moved 3 times, +41 d since v1`: for the end of a line. Empty where it was never moved. */
export function historySummary(item: Item, history: ItemHistory, since: Since | undefined, today: Day): string {
  const found = dueSummary(item, history, since);
  if (!found) return '';
  const { first, now, times } = found;
  const from = since ? ` since ${visible(since.name)}` : '';
  return `was ${dayLabel(first, today)}, ${timesWords(times)}, ${signedCalendarDays(now - first)}${from}`;
}

/** `moved twice` */
export const timesWords = (times: number): string =>
  times === 1 ? 'moved once' : times === 2 ? 'moved twice' : `moved ${times} times`;

/** Days in all, not those of work: `+41 d`, `−3 d`, `0 d`. */
export const signedCalendarDays = (days: number): string =>
  `${days > 0 ? '+' : days < 0 ? '−' : ''}${Math.abs(days)} d`;
