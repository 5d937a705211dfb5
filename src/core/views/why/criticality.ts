import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { endIsUnknown } from '../../schedule/facts.ts';
import type { PlanState } from '../../state/state.ts';
import { visible } from '../../text/visible.ts';
import { counted, withArticle } from '../../text/words.ts';
import { criticalWords } from '../critical-words.ts';
import { dayLabel } from '../day-label.ts';
import { statusLabel } from '../item-label.ts';

const ALONE = 'Not critical: nothing waits for it, and its program has no goal, milestones or target';

/** Whether an item is critical, and why it is or is not, in one sentence. */
export function criticality(item: Item, { schedule }: PlanState, today: Day): string {
  if (item.dropped) return `Not critical: it is ${statusLabel(item.status)}, and in no forecast`;
  if (!schedule.has(item)) return `Not critical: ${withArticle(item.type.name)} takes no part in the forecast`;
  if (!item.open) {
    const finish = endIsUnknown(item) ? undefined : schedule.finish(item);
    return `Not critical: it is done${finish === undefined ? '' : `, since ${dayLabel(finish, today)}`}`;
  }
  if (schedule.standsAlone(item)) return ALONE;
  const goal = schedule.goalOf(item.program);
  const end = goal === item ? 'it' : goal ? visible(goal.id) : 'the end of the program';
  if (schedule.isShownCritical(item)) return criticalWords(item, schedule);
  if (!schedule.leadsToGoal(item)) return `Not critical: it does not lead to ${end}`;
  const room = schedule.roomToGoal(item) ?? schedule.totalFloat(item) ?? 0;
  return `Not critical: it could slip ${counted(room, 'working day')} before ${end} moves`;
}
