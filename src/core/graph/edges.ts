import { formatDuration } from '../model/values/duration.ts';
import type { Item, Link } from '../plan/item.ts';
import { inSteps } from '../text/in-steps.ts';
import type { Canvas } from './canvas.ts';
import type { Planned } from './options.ts';
import type { PictureEdge } from './picture.ts';
import type { Selection } from './select.ts';

/** An edge between the places of two nodes, while it is put together. */
export interface Drawing extends Omit<PictureEdge, 'from' | 'to'> {
  readonly from: number;
  readonly to: number;
}

/** After so many items or edges a host may do something else. */
const AT_ONCE = 500;

/** The edges of a picture, in document order of what they lead to: one for all links between two nodes. In steps. */
export function* edgesOf(
  { items, isIn }: Selection,
  canvas: Canvas,
  planned: Planned,
): Generator<void, readonly Drawing[]> {
  const { plan, state } = planned;
  const isStep = stepsOf(planned);
  const drawn = new Map<string, Link[]>();
  for (const [at, item] of items.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    for (const link of plan.linksTo(item)) {
      if (isIn[link.from.index] !== 1) continue;
      const from = canvas.placeOf(link.from);
      const to = canvas.placeOf(link.to);
      // What a folded group has within itself is not drawn. That an item waits for itself is.
      if (from === to && !canvas.isAlone(item)) continue;
      const key = `${from} ${to}`;
      const same = drawn.get(key);
      if (same) same.push(link);
      else drawn.set(key, [link]);
    }
  }
  const edge = (links: readonly Link[]): Drawing => {
    const [{ from, to }] = links as [Link];
    const isWhole = canvas.isAlone(from) && canvas.isAlone(to);
    const driving = isWhole ? drivingLinks(to, planned) : NONE;
    return {
      from: canvas.placeOf(from),
      to: canvas.placeOf(to),
      links: isWhole ? writtenLinks(links) : [],
      count: links.length,
      critical: links.some((link) => isStep(link) && state.schedule.has(link.to)),
      driving: links.some((link) => driving.has(link)),
      crossing: from.program !== to.program,
      cycle: links.some(plan.closesCycle),
    };
  };
  return yield* inSteps(drawn.values(), edge, AT_ONCE);
}

const NONE: ReadonlySet<Link> = new Set();

/** Type and lag of links, each once: a decision may be named by the milestone, and name it. */
function writtenLinks(links: readonly Link[]): PictureEdge['links'] {
  const written = new Map<string, PictureEdge['links'][number]>();
  for (const { type, lag } of links) {
    const text = lag && lag.amount !== 0 ? formatDuration(lag) : undefined;
    written.set(`${type} ${text}`, { type, lag: text });
  }
  return [...written.values()];
}

/** Whether a link is a step of the critical path of a program, though not one that closes a cycle. */
function stepsOf({ plan, state }: Planned): (link: Link) => boolean {
  const steps = new Map<Item, Set<Item>>();
  for (const { id } of plan.programs) {
    const path = state.schedule.program(id)?.criticalPath ?? [];
    for (const [n, item] of path.entries()) {
      const next = path[n + 1];
      if (!next) continue;
      const after = steps.get(item);
      if (after) after.add(next);
      else steps.set(item, new Set([next]));
    }
  }
  return (link) => steps.get(link.from)?.has(link.to) === true && !plan.closesCycle(link);
}

function drivingLinks(item: Item, { state }: Planned): ReadonlySet<Link> {
  return new Set(state.schedule.drivers(item).flatMap((driver) => (driver.kind === 'link' ? [driver.link] : [])));
}
