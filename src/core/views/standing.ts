import type { Item } from '../plan/item.ts';
import { hasStarted } from '../plan/references.ts';
import type { PlanState } from '../state/state.ts';

/**
 * How an item stands, in one word: the worst that is true of it. It decides how the item is coloured wherever it is
 * shown.
 */
export type Standing = 'dropped' | 'done' | 'blocked' | 'overdue' | 'held-up' | 'stale' | 'active' | 'open';

/** How an item stands. */
export function standingOf(item: Item, state: PlanState): Standing {
  if (item.dropped) return 'dropped';
  if (!item.open) return 'done';
  if (state.blocked.isBlocked(item)) return 'blocked';
  if (state.isOverdue(item)) return 'overdue';
  if (state.blocked.isBlockedUpstream(item)) return 'held-up';
  if (state.staleness(item)) return 'stale';
  return hasStarted(item) || item.status === 'at-risk' ? 'active' : 'open';
}
