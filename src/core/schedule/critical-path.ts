import { boundsInto, driversOf } from './drivers.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { Network } from './network.ts';
import { largestOn, type ProgramSpan } from './program-finish.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The critical path of a program as nodes, the first to be worked on first: from the item that finishes it back along
 * the links that drive, through other programs too, to an open item that no open item drives.
 */
export function criticalPath(network: Network, early: Early, span: ProgramSpan): number[] {
  const path: number[] = [];
  for (let node = finishing(network, early, span); node >= 0; node = stepBack(network, early, span, node))
    path.push(node);
  return path.reverse();
}

const isOpen = ({ facts }: Network, node: number): boolean => (facts[node] as Facts).course !== 'done';

/** The item that finishes a program: its goal, else the last of its milestones; -1 where all of that is done. */
function finishing(network: Network, early: Early, span: ProgramSpan): number {
  const { goal, milestones } = span;
  if (goal >= 0) return isOpen(network, goal) ? goal : -1;
  const calendarOf = (node: number) => network.calendars[node] as WorkCalendar;
  const day = (node: number) => calendarOf(node).finishDay(early.finish[node] as number);
  // On a calendar that does not work on the last days, what finishes before them is as large: then the day decides.
  const largest = milestones.filter((node) => early.finish[node] === largestOn(calendarOf(node), span));
  const lastDay = largest.reduce((latest, node) => Math.max(latest, day(node)), -Infinity);
  const last = largest.filter((node) => isOpen(network, node) && day(node) === lastDay);
  const before = last.length > 1 ? waitedForBy(network, last) : undefined;
  return smallest(
    network,
    last.filter((node) => !before?.has(node)),
  );
}

/** Everything that some nodes wait for, at any distance. */
function waitedForBy(network: Network, nodes: readonly number[]): Set<number> {
  const found = new Set<number>();
  const queue = [...nodes];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let link = network.firstInto[node] as number; link < (network.firstInto[node + 1] as number); link++) {
      const before = network.from[link] as number;
      if (found.has(before)) continue;
      found.add(before);
      queue.push(before);
    }
  }
  return found;
}

/** The node with the smallest key; -1 of none. */
function smallest({ items }: Network, nodes: readonly number[]): number {
  let best = -1;
  for (const node of nodes) if (best < 0 || (items[node]?.key ?? '') < (items[best]?.key ?? '')) best = node;
  return best;
}

function stepBack(network: Network, early: Early, span: ProgramSpan, node: number): number {
  const driving = driversOf(network, early, node).flatMap((driver) =>
    driver.kind === 'link' ? [network.nodeOf[driver.link.from.index] as number] : [],
  );
  const open = driving.filter((before) => isOpen(network, before));
  if (open.length > 0) return smallest(network, open);
  const { course, date } = network.facts[node] as Facts;
  // A goal that is set for a date is driven by that alone: its latest link is what could come to drive it.
  return node === span.goal && course === 'event' && date !== undefined ? latestLink(network, early, node) : -1;
}

function latestLink(network: Network, early: Early, node: number): number {
  const bounds = boundsInto(network, early, node).filter(({ place }) => isOpen(network, network.from[place] as number));
  const latest = bounds.reduce((last, { bound }) => Math.max(last, bound), -Infinity);
  return smallest(
    network,
    bounds.filter(({ bound }) => bound === latest).map(({ place }) => network.from[place] as number),
  );
}
