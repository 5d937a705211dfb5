import { type Cycle, findCycles } from './cycles.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';
import { linkOf } from './references.ts';
import type { Relations } from './relations.ts';

/**
 * The cycles of items of which few are new: those of before, unless the network has changed.
 * @param writers the indexes of all items whose links were made anew
 */
export function findCyclesAgain(
  earlier: Plan,
  items: readonly Item[],
  relations: Relations,
  writers: ReadonlySet<number>,
): readonly Cycle[] {
  const isTouched = ({ links, closing }: Cycle): boolean =>
    [closing, ...links].some(({ reference }) => writers.has(reference.from.index));
  const isSameNetwork = [...writers].every(
    (index) =>
      items[index]?.dropped === earlier.items[index]?.dropped && isSameLinks(earlier.parts.relations, relations, index),
  );
  if (isSameNetwork && !earlier.cycles.some(isTouched)) return earlier.cycles;
  return findCycles(items, (item) => relations.linksFrom[item.index] ?? []);
}

/** Whether the links that an item writes have the same ends as before. */
function isSameLinks(before: Relations, now: Relations, index: number): boolean {
  const ends = ({ referencesFrom }: Relations): string =>
    (referencesFrom[index] ?? [])
      .flatMap((reference) => linkOf(reference) ?? [])
      .map(({ from, to }) => `${from.index} ${to.index}`)
      .join();
  return ends(before) === ends(now);
}
