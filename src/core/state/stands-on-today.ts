import type { Item } from '../plan/item.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** Whether an item is forecast for today only because nobody has said anything else: that forecast tells nothing. */
export function standsOnToday(item: Item, schedule: Schedule): boolean {
  if (!item.open || item.due !== undefined || schedule.start(item) !== undefined) return false;
  return schedule.drivers(item).every((driver) => driver.kind === 'limit' && driver.limit === 'today');
}
