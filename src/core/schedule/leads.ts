import type { Day } from '../model/values/day.ts';
import type { Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { binds } from './backward-pass.ts';
import { forwardBound } from './bounds.ts';
import type { Early } from './early.ts';
import { fromStart, type Network, toFinish } from './network.ts';
import type { ProgramSpan } from './program-finish.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A link whose lead goes so far back that it holds nothing. */
export interface LeadBeforeStart {
  readonly link: Link;
  /** The day to which it goes. */
  readonly day: Day;
  /** The day on which the program of what waits starts. */
  readonly start: Day;
}

/** The links between open items that lead to a day before their program starts. */
export function leadsBeforeStart(
  plan: Plan,
  network: Network,
  early: Early,
  spans: readonly ProgramSpan[],
): readonly LeadBeforeStart[] {
  const { lag, from, to, links, code, calendars, programOf } = network;
  const found: LeadBeforeStart[] = [];
  for (let place = 0; place < lag.length; place++) {
    if ((lag[place] as number) >= 0 || !binds(network, place)) continue;
    const before = from[place] as number;
    const after = to[place] as number;
    const at = (fromStart(code[place] as number) ? early.start : early.finish)[before] as number;
    const calendar = calendars[after] as WorkCalendar;
    const bound = forwardBound(network, place, at);
    const day = toFinish(code[place] as number) ? calendar.finishDay(bound) : calendar.startDay(bound);
    const start = startOf(plan, spans[programOf[after] as number] as ProgramSpan);
    if (start !== undefined && day < start) found.push({ link: links[place] as Link, day, start });
  }
  return found;
}

/** The day on which a program starts: as it says, else with the first of its items. */
function startOf(plan: Plan, { id, calendar, start }: ProgramSpan): Day | undefined {
  const written = plan.lookup.program(id)?.values.start;
  return written ?? (Number.isFinite(start) ? calendar.startDay(start) : undefined);
}
