import type { Day } from '../model/values/day.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { Network } from './network.ts';
import { isInstant } from './program-finish.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The day that is shown for the finish of a node. Work is shown on the last day of it. What takes no time is shown on
 * the day that it is set for, even a Sunday, unless something pushes it; and nothing open in the past.
 */
export function finishShown(network: Network, early: Early, node: number, today: Day): Day {
  const calendar = network.calendars[node] as WorkCalendar;
  const facts = network.facts[node] as Facts;
  const finish = early.finish[node] as number;
  const day = calendar.finishDay(finish);
  if (!isInstant(network, node)) return facts.course === 'done' ? day : Math.max(day, today);
  const own = early.windows.get(node) ?? facts.date;
  if (own !== undefined && calendar.end(own) === finish)
    return facts.course === 'done' ? own : Math.max(own, facts.earliest);
  return Math.max(day, facts.earliest);
}
