import { isLate } from '../filter/filters.ts';
import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';
import { counted } from '../text/words.ts';
import type { Counts } from './counts.ts';

/** Counts how items stand. */
export function countItems(items: readonly Item[], state: PlanState): Counts {
  const counts = { items: items.length, done: 0, late: 0, overdue: 0, blocked: 0, heldUp: 0, critical: 0 };
  for (const item of items) {
    if (!item.open) {
      counts.done++;
      continue;
    }
    if (isLate(item, state)) counts.late++;
    if (state.isOverdue(item)) counts.overdue++;
    if (state.blocked.isBlocked(item)) counts.blocked++;
    else if (state.blocked.isBlockedUpstream(item)) counts.heldUp++;
    if (state.schedule.isShownCritical(item)) counts.critical++;
  }
  return counts;
}

/** Counts in words, without what there is none of: `12 items · 5 done · 2 late · 1 blocked`. */
export function countsWords({ items, done, late, overdue, blocked, heldUp }: Counts): string {
  const parts: readonly (readonly [number, string])[] = [
    [done, done === items ? 'all done' : `${done} done`],
    [late, `${late} late`],
    [overdue, `${overdue} overdue`],
    [blocked, `${blocked} blocked`],
    [heldUp, `${heldUp} held up`],
  ];
  return [counted(items, 'item'), ...parts.flatMap(([count, words]) => (count > 0 ? [words] : []))].join(' · ');
}
