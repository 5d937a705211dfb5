import type { Item, Link } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { type Standing, standingOf } from '../../core/views/standing.ts';
import type { PlanNow } from '../request.ts';

/** An item with what it waits for on its left and what waits for it on its right: what a small picture shows. */
export interface Neighbours {
  readonly item: Neighbour;
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
  /** How many there are besides. */
  readonly moreBefore: number;
  readonly moreAfter: number;
}

export interface Neighbour {
  /** Its id; plain text. */
  readonly label: string;
  readonly standing: Standing;
  /** How the line is drawn that leads to it or from it. */
  readonly line: 'driving' | 'idle' | 'cycle';
}

/** How many rows a side has. */
const MOST = 4;

/** What stands around an item; undefined where it neither waits nor is waited for. */
export function neighboursOf(item: Item, asked: PlanNow): Neighbours | undefined {
  const { plan } = asked;
  const before = side(plan.linksTo(item), (link) => link.from, asked);
  const after = side(plan.linksFrom(item), (link) => link.to, asked);
  if (before.length + after.length === 0) return undefined;
  return {
    item: { label: visible(item.id), standing: standingOf(item, asked.state), line: 'idle' },
    before: before.slice(0, shown(before)),
    after: after.slice(0, shown(after)),
    moreBefore: before.length - shown(before),
    moreAfter: after.length - shown(after),
  };
}

/** Where there are too many, the last row counts the others. */
const shown = ({ length }: readonly Neighbour[]): number => (length > MOST ? MOST - 1 : length);

const WEIGHT = { driving: 0, cycle: 1, idle: 2 } as const;

/** Those that set a date first, then what is open; each item once. */
function side(links: readonly Link[], other: (link: Link) => Item, asked: PlanNow): readonly Neighbour[] {
  const lines = new Map<Item, Neighbour['line']>();
  for (const link of links) {
    const item = other(link);
    const line = lineOf(link, asked);
    const known = lines.get(item);
    if (known === undefined || WEIGHT[line] < WEIGHT[known]) lines.set(item, line);
  }
  return [...lines]
    .sort(([a, lineA], [b, lineB]) => WEIGHT[lineA] - WEIGHT[lineB] || Number(b.open) - Number(a.open))
    .map(([item, line]) => ({ label: visible(item.id), standing: standingOf(item, asked.state), line }));
}

function lineOf(link: Link, { plan, state }: PlanNow): Neighbour['line'] {
  if (plan.closesCycle(link)) return 'cycle';
  const drives = state.schedule.drivers(link.to).some((driver) => driver.kind === 'link' && driver.link === link);
  return drives ? 'driving' : 'idle';
}
