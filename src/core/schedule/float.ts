import { backwardPass, binds, latestFinish } from './backward-pass.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { Minutes } from './minutes.ts';
import type { Network } from './network.ts';
import { largestOn, type ProgramSpan } from './program-finish.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What slack there is, by node. */
export interface Floats {
  /** By how much an item can slip without moving the finish of its program; NaN where it is done. */
  readonly total: Float64Array;
  /** Whether an item leads to the goal of its program, or is it. */
  readonly leads: Uint8Array;
}

/**
 * Total float: how much later than at the earliest an item can finish. What leads to the goal of its program is measured
 * against that; all else against the finish of the program's last milestone. Pauses, as a generator, so that a host can do
 * something else.
 */
export function* totalFloats(network: Network, early: Early, spans: readonly ProgramSpan[]): Generator<void, Floats> {
  const size = network.items.length;
  const leads = leadingToGoals(network, spans);
  yield;
  const limits = new Float64Array(size).fill(Infinity);
  // Most items of a program are on one calendar.
  const largest = spans.map(() => new Map<WorkCalendar, Minutes>());
  for (let node = 0; node < size; node++) {
    if (leads[node] === 1) continue;
    const program = network.programOf[node] as number;
    const calendar = network.calendars[node] as WorkCalendar;
    const known = largest[program] as Map<WorkCalendar, Minutes>;
    let limit = known.get(calendar);
    if (limit === undefined) {
      limit = largestOn(calendar, spans[program] as ProgramSpan);
      known.set(calendar, limit);
    }
    limits[node] = Math.max(limit, early.finish[node] as number);
  }
  for (const { goal } of spans) if (goal >= 0) limits[goal] = goalLimit(network, early, goal);
  yield;
  const { from, to, programOf } = network;
  const late = backwardPass(network, early, limits, (link) => {
    const before = from[link] as number;
    const after = to[link] as number;
    return programOf[before] === programOf[after] && (leads[before] === 0 || leads[after] === 1);
  });
  yield;
  const total = new Float64Array(size).fill(Number.NaN);
  for (let node = 0; node < size; node++) {
    if ((network.facts[node] as Facts).course === 'done') continue;
    total[node] = Math.max(0, (late[node] as number) - (early.finish[node] as number));
  }
  return { total, leads };
}

/** A goal that is set for a date counts as its links alone would have it, so that what leads to it can be critical. */
function goalLimit({ facts }: Network, early: Early, goal: number): Minutes {
  const { course, date } = facts[goal] as Facts;
  const byLinks = Math.max(early.startBound[goal] as number, early.finishBound[goal] as number);
  return course === 'event' && date !== undefined && byLinks > -Infinity ? byLinks : (early.finish[goal] as number);
}

function leadingToGoals(network: Network, spans: readonly ProgramSpan[]): Uint8Array {
  const leads = new Uint8Array(network.items.length);
  for (const { goal } of spans) if (goal >= 0) leads[goal] = 1;
  const { from, to, programOf } = network;
  for (let node = network.items.length - 1; node >= 0; node--) {
    const end = network.firstOutOf[node + 1] as number;
    for (let at = network.firstOutOf[node] as number; leads[node] === 0 && at < end; at++) {
      const link = network.outOf[at] as number;
      const after = to[link] as number;
      const inside = programOf[from[link] as number] === programOf[after];
      if (leads[after] === 1 && inside && binds(network, link)) leads[node] = 1;
    }
  }
  return leads;
}

/** Free float: by how much an item can slip without moving any other item of its program. */
export function freeFloat(network: Network, early: Early, total: Minutes, node: number): Minutes {
  let free = total;
  const end = network.firstOutOf[node + 1] as number;
  for (let at = network.firstOutOf[node] as number; at < end; at++) {
    const link = network.outOf[at] as number;
    const after = network.to[link] as number;
    if (network.programOf[node] !== network.programOf[after] || !binds(network, link)) continue;
    const latest = latestFinish(network, early, link, early.finish[after] as number);
    free = Math.min(free, latest - (early.finish[node] as number));
  }
  return Math.max(0, free);
}
