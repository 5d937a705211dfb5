import { formatDuration } from '../../core/model/values/duration.ts';
import type { Item, Link } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** An item on the other side of a link. */
export interface Neighbour {
  readonly item: Item;
  readonly link: Link['type'];
  /** As it is written: `3d`, `-2ed`. */
  readonly lag: string | undefined;
}

/** What an item waits for. */
export function waitsFor(item: Item, plan: Plan): readonly Neighbour[] {
  return neighbours(plan.linksTo(item), ({ from }) => from);
}

/** What waits for an item. */
export function waitedForBy(item: Item, plan: Plan): readonly Neighbour[] {
  return neighbours(plan.linksFrom(item), ({ to }) => to);
}

/** Where both sides write the same link, one as `depends_on` and one as `blocks`, it is still one. */
function neighbours(links: readonly Link[], otherEnd: (link: Link) => Item): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const link of links) {
    const item = otherEnd(link);
    const lag = link.lag && formatDuration(link.lag);
    found.set(`${item.index} ${link.type} ${lag ?? ''}`, { item, link: link.type, lag });
  }
  return [...found.values()];
}
