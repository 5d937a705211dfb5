import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';

/** How the items of a group stand, in numbers. What has been dropped counts nowhere. */
export interface Tally {
  readonly total: number;
  readonly open: number;
  readonly blocked: number;
  readonly overdue: number;
}

/** Counts items. */
export function tallyOf(items: readonly Item[], state: PlanState): Tally {
  const counted = items.filter((item) => !item.dropped);
  return {
    total: counted.length,
    open: counted.filter((item) => item.open).length,
    blocked: counted.filter((item) => state.blocked.isBlocked(item)).length,
    overdue: counted.filter((item) => state.isOverdue(item)).length,
  };
}

/** A tally in words: `6 open · 2 blocked · 1 overdue`, or `done`. */
export function tallyText({ total, open, blocked, overdue }: Tally): string {
  if (total === 0) return '';
  if (open === 0) return 'done';
  const parts = [`${open} open`, blocked > 0 ? `${blocked} blocked` : '', overdue > 0 ? `${overdue} overdue` : ''];
  return parts.filter((part) => part !== '').join(' · ');
}
