import type { Item, Link } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { linkOf } from '../../../core/plan/references.ts';

/** The fields that name who waits for the item, and not what it waits for. */
const OF_THOSE_WHO_WAIT: ReadonlySet<string> = new Set(['blocks', 'for']);

const NONE: ReadonlySet<Item> = new Set();

/**
 * The items that an item cannot name in a field without waiting for itself: whatever waits for it already, or, where the
 * field says who waits for it, whatever it waits for.
 */
export function wouldWaitForItself(item: Item | undefined, field: string | undefined, plan: Plan): ReadonlySet<Item> {
  if (!item || field === undefined) return NONE;
  const written = { name: { id: '' }, text: '', range: { start: 0, end: 0 } };
  const link = linkOf({ from: item, field, written, target: item, fault: undefined, link: undefined, lag: undefined });
  if (!link) return NONE;
  return OF_THOSE_WHO_WAIT.has(field)
    ? reached(item, plan.linksTo, ({ from }) => from)
    : reached(item, plan.linksFrom, ({ to }) => to);
}

function reached(from: Item, links: (item: Item) => readonly Link[], end: (link: Link) => Item): ReadonlySet<Item> {
  const found = new Set<Item>();
  const left = [from];
  for (let item = left.pop(); item; item = left.pop()) {
    for (const link of links(item)) {
      const next = end(link);
      if (found.has(next)) continue;
      found.add(next);
      left.push(next);
    }
  }
  return found;
}
