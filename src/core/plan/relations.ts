import type { Item, Link, Reference } from './item.ts';
import type { Lookup } from './lookup.ts';
import { linkOf, referencesOf } from './references.ts';

/** What the items of a plan refer to, and the network that this makes: each a list by the index of an item. */
export interface Relations {
  readonly referencesFrom: readonly (readonly Reference[])[];
  readonly referencesTo: readonly (readonly Reference[] | undefined)[];
  readonly linksTo: readonly (readonly Link[] | undefined)[];
  readonly linksFrom: readonly (readonly Link[] | undefined)[];
  /** The references that lead nowhere, or to the wrong item, in document order. */
  readonly faulty: readonly Reference[];
}

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 500;

/** Looks up what all items refer to. */
export function* relate(items: readonly Item[], lookup: Lookup): Generator<void, Relations> {
  const referencesFrom: (readonly Reference[])[] = [];
  const links: Link[] = [];
  const resolved: Reference[] = [];
  const faulty: Reference[] = [];
  for (const item of items) {
    if (item.index % ITEMS_AT_ONCE === 0) yield;
    const references = referencesOf(item, lookup);
    referencesFrom.push(references);
    for (const reference of references) {
      if (reference.target) resolved.push(reference);
      if (reference.fault) faulty.push(reference);
      const link = linkOf(reference);
      if (link) links.push(link);
    }
  }
  yield;
  const linksTo = grouped(links, items.length, (link) => link.to.index);
  yield;
  const linksFrom = grouped(links, items.length, (link) => link.from.index);
  yield;
  const referencesTo = grouped(resolved, items.length, (reference) => (reference.target as Item).index);
  return { referencesFrom, referencesTo, linksTo, linksFrom, faulty };
}

/** Values by an index below `size`, in their order. Counted first: arrays that grow would take several times the room. */
function grouped<T>(values: readonly T[], size: number, indexOf: (value: T) => number): (T[] | undefined)[] {
  const counts = new Int32Array(size);
  for (const value of values) counts[indexOf(value)] = (counts[indexOf(value)] as number) + 1;
  const groups = new Array<T[] | undefined>(size).fill(undefined);
  const filled = new Int32Array(size);
  for (const value of values) {
    const index = indexOf(value);
    const group = groups[index] ?? new Array<T>(counts[index] as number);
    groups[index] = group;
    group[filled[index] as number] = value;
    filled[index] = (filled[index] as number) + 1;
  }
  return groups;
}
