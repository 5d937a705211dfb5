import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { criticalPath } from './critical-path.ts';
import type { Early } from './early.ts';
import type { ProgramForecast } from './forecast.ts';
import { inDays } from './minutes.ts';
import type { Network } from './network.ts';
import type { ProgramSpan } from './program-finish.ts';
import { finishShown } from './shown-dates.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The forecast of a program, as it is shown on a day. */
export function programForecast(
  plan: Plan,
  network: Network,
  early: Early,
  span: ProgramSpan,
  today: Day,
): ProgramForecast {
  const { id, goal, first, milestones, start, finish } = span;
  const { items } = network;
  const finishing = goal < 0 ? milestones : [goal];
  const finishDays = finishing.map((node) => finishShown(network, early, node, today));
  const starts = first.map((node) => firstDay(network, early, node, today));
  return {
    id,
    goal: items[goal],
    target: plan.lookup.program(id)?.values.target,
    start: starts.length > 0 ? Math.min(...starts) : undefined,
    finish: finishDays.length > 0 ? finishDays.reduce((a, b) => Math.max(a, b)) : undefined,
    workingDays: Number.isFinite(finish) ? inDays(finish - start) : undefined,
    criticalPath: criticalPath(network, early, span).map((node) => items[node] as Item),
  };
}

/** The day on which a node starts, be it only because somebody said so when it was done; else that on which it is. */
function firstDay(network: Network, early: Early, node: number, today: Day): Day {
  const start = early.start[node] as number;
  if (start < (early.finish[node] as number)) return (network.calendars[node] as WorkCalendar).startDay(start);
  return finishShown(network, early, node, today);
}
