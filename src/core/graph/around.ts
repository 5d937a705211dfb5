import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Focus } from './options.ts';

/** Some items, what they wait for and what waits for them, so many links away: 1 at the index of such an item. */
export function itemsAround(items: readonly Item[], { upstream, downstream }: Focus, plan: Plan): Uint8Array {
  const found = new Uint8Array(plan.items.length);
  const up = reach(items, upstream, plan, (item) => plan.linksTo(item).map(({ from }) => from));
  const down = reach(items, downstream, plan, (item) => plan.linksFrom(item).map(({ to }: Link) => to));
  for (let i = 0; i < found.length; i++) found[i] = up[i] || down[i] ? 1 : 0;
  return found;
}

/** What can be reached within so many steps. */
function reach(items: readonly Item[], steps: number, plan: Plan, next: (item: Item) => readonly Item[]): Uint8Array {
  const found = new Uint8Array(plan.items.length);
  for (const { index } of items) found[index] = 1;
  let front = items;
  for (let step = 0; step < steps && front.length > 0; step++) {
    const beyond: Item[] = [];
    for (const item of front) {
      for (const other of next(item)) {
        if (found[other.index] === 1) continue;
        found[other.index] = 1;
        beyond.push(other);
      }
    }
    front = beyond;
  }
  return found;
}
