import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { Calendars } from '../schedule/calendars.ts';
import { type Blocked, findBlocked } from './blocked.ts';
import { type Staleness, staleness } from './stale.ts';

/** How the items of a plan stand on a day. */
export interface PlanState {
  readonly calendars: Calendars;
  readonly blocked: Blocked;
  /** How stale an item is; undefined where it is not. */
  readonly staleness: (item: Item) => Staleness | undefined;
  /** Whether an open item's due date has passed. */
  readonly isOverdue: (item: Item) => boolean;
}

/** Computes how the items of a plan stand on a day. */
export function computeState(plan: Plan, today: Day): PlanState {
  const calendars = new Calendars(plan);
  return {
    calendars,
    blocked: findBlocked(plan, today),
    staleness: (item) => staleness(item, plan, calendars.of(item), today),
    isOverdue: (item) => item.open && item.due !== undefined && item.due < today,
  };
}
