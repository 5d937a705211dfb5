import type { Item } from '../plan/item.ts';
import type { Schedule } from '../schedule/schedule.ts';

/**
 * How many working days the day that is shown for an item's finish lies after its due date; negative: before it. Whole days,
 * where slip counts hours: beside two days nobody reads another number than lies between them.
 */
export const shownSlip = (item: Item, schedule: Schedule): number | undefined =>
  item.due === undefined ? undefined : schedule.daysAfter(item, item.due);
