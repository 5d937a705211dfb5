import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { backwardPass } from './backward-pass.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { Minutes } from './minutes.ts';
import type { Network } from './network.ts';
import { largestOn, type ProgramSpan } from './program-finish.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * By node the latest finish that keeps every due date: the item's own, those downstream, in other programs too, and
 * the targets of programs. Infinity where there is none.
 */
export function latestByDueDates(
  network: Network,
  early: Early,
  spans: readonly ProgramSpan[],
  targetOf: (program: string) => Day | undefined,
): Float64Array {
  const limits = limitsOf(network, (item, node) => {
    const span = spans[network.programOf[node] as number] as ProgramSpan;
    const held = span.goal < 0 ? item.type.forecast?.isReached === true : span.goal === node;
    const target = held ? targetOf(span.id) : undefined;
    const days = [item.due, target].filter((day) => day !== undefined);
    return days.length > 0 ? (network.calendars[node] as WorkCalendar).end(Math.min(...days)) : Infinity;
  });
  return backwardPass(network, early, limits, () => true);
}

/** By node the latest finish that keeps every firm date downstream. */
export function latestByFirmDates(network: Network, early: Early): Float64Array {
  return backwardPass(network, early, network.firm, () => true);
}

/**
 * By node the latest finish that moves no goal (in a program without one, not its finish) and makes no firm date
 * missed, or missed by more; with the limits that items set themselves.
 */
export function latestByGoals(
  network: Network,
  early: Early,
  spans: readonly ProgramSpan[],
): { readonly limits: Float64Array; readonly late: Float64Array } {
  const limits = limitsOf(network, (item, node) => {
    const finish = early.finish[node] as number;
    const span = spans[network.programOf[node] as number] as ProgramSpan;
    const firm = Math.max(network.firm[node] as number, finish);
    if (span.goal >= 0) return span.goal === node ? finish : firm;
    if (!item.type.forecast?.isReached) return firm;
    return Math.min(firm, Math.max(finish, largestOn(network.calendars[node] as WorkCalendar, span)));
  });
  return { limits, late: backwardPass(network, early, limits, () => true) };
}

/** By node the latest finish that leaves the goal of its program on the day that is forecast; Infinity where it leads to none. */
export function latestByForecastGoals(network: Network, early: Early, spans: readonly ProgramSpan[]): Float64Array {
  const { from, to, programOf } = network;
  const limits = new Float64Array(network.items.length).fill(Infinity);
  for (const { goal } of spans) if (goal >= 0) limits[goal] = early.finish[goal] as number;
  return backwardPass(
    network,
    early,
    limits,
    (link) => programOf[from[link] as number] === programOf[to[link] as number],
  );
}

function limitsOf(network: Network, limit: (item: Item, node: number) => Minutes): Float64Array {
  return Float64Array.from(network.items, (item, node) => (item.open ? limit(item, node) : Infinity));
}

/** From where an item's margin counts: its finish; of an event, what its links and today allow, whatever its own date. */
export function marginFrom({ calendars, facts }: Network, early: Early, node: number, today: Day): Minutes {
  if ((facts[node] as Facts).course !== 'event') return early.finish[node] as number;
  const byLinks = Math.max(early.startBound[node] as number, early.finishBound[node] as number);
  return Math.max(byLinks, (calendars[node] as WorkCalendar).end(today));
}
