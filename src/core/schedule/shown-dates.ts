import type { Day } from '../model/values/day.ts';
import type { Facts } from './facts.ts';
import { type Early, WINDOW } from './forward-pass.ts';
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
  const own = ownDay(network, early, node, today);
  if (own !== undefined && calendar.end(own) === finish) return facts.course === 'done' ? own : Math.max(own, today);
  return Math.max(day, facts.earliest);
}

/** The day that an item without duration is set for. */
function ownDay(network: Network, early: Early, node: number, today: Day): Day | undefined {
  const { date, windows } = network.facts[node] as Facts;
  if (((early.notes[node] as number) & WINDOW) === 0) return date;
  return (
    windows?.find(
      ({ last, first }) => last >= today && (network.calendars[node] as WorkCalendar).end(first) === early.finish[node],
    )?.first ?? date
  );
}
