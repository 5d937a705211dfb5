import type { Item } from '../plan/item.ts';
import type { Planned } from './options.ts';

/**
 * What of some items is blocked or held up, and what leads there: what blocks it, in whatever program, and all that
 * stands between. 1 at the index of such an item.
 */
export function blockedChains({ plan, state }: Planned, isChosen: (item: Item) => boolean): Uint8Array {
  const { blocked } = state;
  const found = new Uint8Array(plan.items.length);
  const queue: Item[] = [];
  const add = (item: Item): void => {
    if (found[item.index] === 1) return;
    found[item.index] = 1;
    queue.push(item);
  };
  const isHeldUp = (item: Item): boolean => blocked.isBlocked(item) || blocked.isBlockedUpstream(item);
  for (const item of plan.items) if (isChosen(item) && isHeldUp(item)) add(item);
  for (let item = queue.pop(); item; item = queue.pop()) {
    for (const { by } of blocked.causes(item)) add(by);
    for (const link of plan.linksTo(item)) {
      if (item.open && !plan.closesCycle(link) && isHeldUp(link.from)) add(link.from);
    }
  }
  return found;
}
