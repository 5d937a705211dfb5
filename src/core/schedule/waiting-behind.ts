import type { Item } from '../plan/item.ts';
import type { Facts } from './facts.ts';
import type { Network } from './network.ts';

/** What is open and waits for one of some items, at any distance: 1 at the index of such an item. */
export function waitingBehind(
  { items, facts, nodeOf, firstOutOf, outOf, to }: Network,
  some: Iterable<Item>,
): Uint8Array {
  const holds = new Uint8Array(items.length);
  const behind = new Uint8Array(nodeOf.length);
  for (const { index } of some) holds[nodeOf[index] as number] = 1;
  // In topological order: what an item waits for comes before it.
  for (let node = 0; node < items.length; node++) {
    if (holds[node] === 0) continue;
    const end = firstOutOf[node + 1] as number;
    for (let at = firstOutOf[node] as number; at < end; at++) {
      const after = to[outOf[at] as number] as number;
      if ((facts[after] as Facts).course === 'done') continue;
      holds[after] = 1;
      behind[(items[after] as Item).index] = 1;
    }
  }
  return behind;
}
