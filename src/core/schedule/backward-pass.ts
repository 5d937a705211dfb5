import { lateBound } from './bounds.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { Minutes } from './minutes.ts';
import { fromStart, type Network, toFinish } from './network.ts';

/**
 * The backward pass: how late each item can finish so that no limit downstream is broken.
 * @param limits by node, on its calendar, the latest finish that it allows itself; Infinity where it has none
 * @param carries which links pass limits on; those that never do (see `binds`) need not be refused
 * @returns by node the latest finish; Infinity where no limit lies downstream
 */
export function backwardPass(
  network: Network,
  early: Early,
  limits: Float64Array,
  carries: (link: number) => boolean,
): Float64Array {
  const late = limits.slice();
  for (let node = network.items.length - 1; node >= 0; node--) {
    const end = network.firstOutOf[node + 1] as number;
    for (let at = network.firstOutOf[node] as number; at < end; at++) {
      const link = network.outOf[at] as number;
      const after = late[network.to[link] as number] as number;
      if (after === Infinity || !binds(network, link) || !carries(link)) continue;
      const limit = latestFinish(network, early, link, after);
      if (limit < (late[node] as number)) late[node] = limit;
    }
  }
  return late;
}

/**
 * From a node along the links that pass its limit on to it, to the node whose own limit that is: of several on the way
 * the nearest, unless the furthest is one that counts for more.
 */
export function limitingNode(
  network: Network,
  early: Early,
  { limits, late }: { readonly limits: Float64Array; readonly late: Float64Array },
  node: number,
  countsMore: (node: number) => boolean,
): number {
  let nearest = -1;
  let at = node;
  for (let next = at; next >= 0; next = limitedBy(network, early, late, at)) {
    at = next;
    if (nearest < 0 && limits[at] === late[at]) nearest = at;
  }
  return nearest < 0 || countsMore(at) ? at : nearest;
}

function limitedBy(network: Network, early: Early, late: Float64Array, node: number): number {
  const end = network.firstOutOf[node + 1] as number;
  for (let at = network.firstOutOf[node] as number; at < end; at++) {
    const link = network.outOf[at] as number;
    const after = network.to[link] as number;
    if (late[after] === Infinity || !binds(network, link)) continue;
    if (latestFinish(network, early, link, late[after] as number) === late[node]) return after;
  }
  return -1;
}

/**
 * Whether the predecessor of a link could still move its successor: neither is done, and the link does not hang on the
 * start of something that has already started.
 */
export function binds({ facts, from, to, code }: Network, link: number): boolean {
  const before = (facts[from[link] as number] as Facts).course;
  if (before === 'done' || (facts[to[link] as number] as Facts).course === 'done') return false;
  return !(fromStart(code[link] as number) && (before === 'measured' || before === 'running'));
}

/** The latest finish of a link's predecessor for which its successor can finish at a boundary, on their calendars. */
export function latestFinish(network: Network, early: Early, link: number, after: Minutes): Minutes {
  const before = network.from[link] as number;
  const limit = lateBound(network, link, after - tail(network, link));
  if (!fromStart(network.code[link] as number)) return limit;
  return (early.finish[before] as number) + limit - (early.start[before] as number);
}

/** How much of a link's successor comes after the point that the link holds back, and before its finish. */
function tail({ facts, to, code }: Network, link: number): Minutes {
  if (toFinish(code[link] as number)) return 0;
  const { course, work } = facts[to[link] as number] as Facts;
  return course === 'planned' || course === 'measured' ? work : 0;
}
