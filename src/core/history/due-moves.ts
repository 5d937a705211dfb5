import type { Day } from '../model/values/day.ts';
import type { HistoryEntry, ItemHistory } from './item-history.ts';

/** A time from which on changes count, and what people call it. */
export interface Since {
  /** A tag, a branch, a day. */
  readonly name: string;
  /** The commit that is called so: another one by the time that a tag was moved. Of a day, none. */
  readonly commit?: string;
  readonly includes: (entry: HistoryEntry) => boolean;
}

/** A due date that came, went, or became another one. */
export interface DueMove {
  readonly entry: HistoryEntry;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** How a due date has moved on the whole. */
export interface DueTrend {
  /** The date that it is counted from: the one at the beginning, or else the first that there was after it. */
  readonly first: Day | undefined;
  /** The one that it has now, or had when it went; undefined where that was none. */
  readonly last: Day | undefined;
  /** The last that it had, even if it was taken away since. */
  readonly lastDate: Day | undefined;
  /** What it has been given since; the first date that it ever got is among these, but is no move. */
  readonly moves: readonly DueMove[];
  /** How many times it was moved from one date to another, be it that there was none for a while between. */
  readonly times: number;
  /** How many days later it is now; negative: earlier. Undefined where there are not two dates to compare. */
  readonly days: number | undefined;
}

/** How the due date of an item has moved, oldest first: all along, or since a time. */
export function dueTrend({ entries }: ItemHistory, since?: Since): DueTrend {
  let before: Day | undefined;
  let last: Day | undefined;
  let lastDate: Day | undefined;
  let times = 0;
  const moves: DueMove[] = [];
  for (const entry of entries) {
    const move = entry.days.find(({ field }) => field === 'due');
    if (!move) continue;
    const { from, to } = move;
    last = to;
    if (since && !since.includes(entry)) {
      before = to;
      lastDate = to;
      continue;
    }
    moves.push({ entry, from, to });
    if (to === undefined) continue;
    if (lastDate !== undefined && lastDate !== to) times++;
    lastDate = to;
  }
  const first = before ?? moves.find(({ to }) => to !== undefined)?.to;
  return {
    first,
    last,
    lastDate,
    moves,
    times,
    days: first === undefined || last === undefined ? undefined : last - first,
  };
}

/** Whether a date took the place of another. */
export const isMove = ({ from, to }: Pick<DueMove, 'from' | 'to'>): boolean => from !== undefined && to !== undefined;
