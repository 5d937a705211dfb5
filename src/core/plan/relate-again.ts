import type { Item, Link, Reference } from './item.ts';
import type { Lookup } from './lookup.ts';
import { linkOf, referencesOf } from './references.ts';
import type { Relations } from './relations.ts';

/** Relations that differ from earlier ones in little. */
export interface RelatedAgain {
  readonly relations: Relations;
  /** The indexes of all items whose references or links, in either direction, were made anew. */
  readonly touched: ReadonlySet<number>;
}

/**
 * The relations of items of which few are new.
 * @param fresh the indexes of the new items: what they refer to is looked up
 * @param writers the indexes of these, and of the items that refer to one of them: their references are made anew
 */
export function relateAgain(
  earlier: Relations,
  items: readonly Item[],
  lookup: Lookup,
  fresh: ReadonlySet<number>,
  writers: ReadonlySet<number>,
): RelatedAgain {
  const referencesFrom = earlier.referencesFrom.slice();
  const references: Reference[] = [];
  const touched = new Set(writers);
  for (const index of writers) {
    const before = earlier.referencesFrom[index] as readonly Reference[];
    const now = fresh.has(index)
      ? referencesOf(items[index] as Item, lookup)
      : before.map((reference) => retargeted(reference, items));
    referencesFrom[index] = now;
    for (const { target } of before) if (target) touched.add(target.index);
    for (const reference of now) {
      if (reference.target) touched.add(reference.target.index);
      references.push(reference);
    }
  }
  const resolved = references.filter(({ target }) => target);
  const links = references.flatMap((reference) => linkOf(reference) ?? []);
  const written = ({ from }: Reference): number => from.index;
  const linked = ({ reference }: Link): number => reference.from.index;
  const isKept = (reference: Reference): boolean => !writers.has(reference.from.index);
  const relations = {
    referencesFrom,
    referencesTo: regrouped(earlier.referencesTo, resolved, ({ target }) => (target as Item).index, written),
    linksTo: regrouped(earlier.linksTo, links, ({ to }) => to.index, linked),
    linksFrom: regrouped(earlier.linksFrom, links, ({ from }) => from.index, linked),
    faulty: [...earlier.faulty.filter(isKept), ...references.filter(({ fault }) => fault)].sort(
      (a, b) => a.from.index - b.from.index,
    ),
  };
  return { relations, touched };

  /** Lists by index, with what the writers had written before taken out, and what they write now put in its place. */
  function regrouped<T>(
    lists: readonly (readonly T[] | undefined)[],
    values: readonly T[],
    indexOf: (value: T) => number,
    writerOf: (value: T) => number,
  ): readonly (readonly T[] | undefined)[] {
    const groups = lists.slice();
    const remade = new Map<number, T[]>();
    for (const index of touched) {
      remade.set(index, lists[index]?.filter((value) => !writers.has(writerOf(value))) ?? []);
    }
    for (const value of values) remade.get(indexOf(value))?.push(value);
    for (const [index, list] of remade) {
      groups[index] = list.length > 0 ? list.sort((a, b) => writerOf(a) - writerOf(b)) : undefined;
    }
    return groups;
  }
}

/** A reference to the item that is now in the place of the one it had led to. */
function retargeted(reference: Reference, items: readonly Item[]): Reference {
  const { target } = reference;
  return !target || items[target.index] === target ? reference : { ...reference, target: items[target.index] };
}
