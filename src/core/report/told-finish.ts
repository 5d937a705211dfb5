import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { hasUnreadDate } from '../plan/unread-dates.ts';
import { shownSlip } from '../state/shown-slip.ts';
import { standsOnToday } from '../state/stands-on-today.ts';
import type { PlanState } from '../state/state.ts';

interface Standing {
  readonly state: PlanState;
}

/**
 * When an item is forecast, as it may be told to others: undefined where the day would be made up, because a date of its
 * own cannot be read, or because nobody has given it one and it stands on today for that.
 */
export const toldFinish = (item: Item, { state }: Standing): Day | undefined =>
  undatedBecause(item, { state }) === undefined ? state.schedule.finish(item) : undefined;

/** How late it is by that, in whole working days of its calendar; undefined likewise. */
export const toldSlip = (item: Item, { state }: Standing): number | undefined =>
  item.open && hasUnreadDate(item) ? undefined : shownSlip(item, state.schedule);

/** Why no day is told, in short. */
export function undatedBecause(item: Item, { state }: Standing): 'no date' | 'date cannot be read' | undefined {
  if (!item.open) return undefined;
  if (hasUnreadDate(item)) return 'date cannot be read';
  return standsOnToday(item, state.schedule) ? 'no date' : undefined;
}
