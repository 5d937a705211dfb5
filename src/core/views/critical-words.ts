import type { Item } from '../plan/item.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { visible } from '../text/visible.ts';

/** What it means that an item is critical: `Critical: every slip moves go-live`. */
export function criticalWords(item: Item, schedule: Schedule): string {
  const goal = schedule.goalOf(item.program);
  const end = goal ? visible(goal.id) : 'the end of the program';
  // A goal that nothing but its own date holds has room before it: what leads to it is critical by its length alone.
  const waitsForDate = goal !== undefined && schedule.drivers(goal).every(({ kind }) => kind === 'limit');
  if (waitsForDate && goal !== item && (schedule.margin(item) ?? 0) > 0)
    return `Critical: on the longest way to ${end}, which waits for its date`;
  return `Critical: every slip moves ${end}`;
}
