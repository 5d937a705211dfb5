import type { Item } from '../plan/item.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { visible } from '../text/visible.ts';
import { counted } from '../text/words.ts';

/** What it means that an item is critical: `Critical: every slip moves go-live`, or after how many days one does. */
export function criticalWords(item: Item, schedule: Schedule): string {
  const goal = schedule.goalOf(item.program);
  if (!goal) return 'Critical: every slip moves the end of the program';
  if (goal === item) return 'Critical: it is the goal of its program';
  const end = visible(goal.id);
  // A goal that stands on a date of its own has room before it, which a slip takes first.
  const room = schedule.roomToGoal(item) ?? 0;
  return room > 0
    ? `Critical: on the longest way to ${end}, which waits for its date: a slip moves it after ${counted(room, 'working day')}`
    : `Critical: every slip moves ${end}`;
}
