import { ALIKE, likenessOf, SAME_PLACE } from '../diff/likeness.ts';
import type { ItemFacts } from './facts.ts';

/** An item at one commit. */
export interface Placed {
  readonly key: string;
  readonly program: string;
  readonly path: string;
  readonly facts: ItemFacts;
}

/** With more candidates of one type than this, only titles are compared. */
const MOST_COMPARED = 200;

/**
 * Finds the items after a commit among those before it: by its key, in the same file where there are several; then by
 * its id, where its program has another name, or it went to another one; at last by content and place, under another id.
 * Both are given in document order.
 */
export function matchFollowed<T extends Placed>(before: readonly T[], after: readonly T[]): ReadonlyMap<T, T> {
  const found = new Map<T, T>();
  const left = { before: new Set(before), after: new Set(after) };
  const pair = (was: T, is: T): void => {
    found.set(is, was);
    left.before.delete(was);
    left.after.delete(is);
  };
  const keyOf = ({ key, facts }: T): string => (facts.type === 'program' ? `program\n${key}` : key);
  const idOf = ({ facts }: T): string => `${facts.type}\n${facts.id}`;
  pairInOrder(left, (item) => `${keyOf(item)}\n${item.path}\n${item.facts.type}`, pair);
  pairInOrder(left, (item) => `${keyOf(item)}\n${item.path}`, pair);
  pairInOrder(left, keyOf, pair);
  pairInOrder(left, (item) => `${idOf(item)}\n${item.path}`, pair);
  pairTheOnly(left, idOf, pair);
  pairAlike(left, pair);
  return found;
}

/** What has not been found yet. */
interface Left<T> {
  readonly before: ReadonlySet<T>;
  readonly after: ReadonlySet<T>;
}

function pairInOrder<T>({ before, after }: Left<T>, nameOf: (item: T) => string, pair: (was: T, is: T) => void): void {
  if (before.size === 0 || after.size === 0) return;
  const byName = grouped(before, nameOf);
  for (const is of [...after]) {
    const was = byName.get(nameOf(is))?.shift();
    if (was !== undefined) pair(was, is);
  }
}

/** Only where there is one on both sides: otherwise nobody can tell which is which. */
function pairTheOnly<T>({ before, after }: Left<T>, nameOf: (item: T) => string, pair: (was: T, is: T) => void): void {
  if (before.size === 0 || after.size === 0) return;
  const byName = grouped(before, nameOf);
  for (const [name, items] of grouped(after, nameOf)) {
    const [was, ...more] = byName.get(name) ?? [];
    if (was !== undefined && more.length === 0 && items.length === 1) pair(was, items[0] as T);
  }
}

/** What has another id, and is the same all the same: the surest first; of equals, in document order. */
function pairAlike<T extends Placed>({ before, after }: Left<T>, pair: (was: T, is: T) => void): void {
  if (before.size === 0 || after.size === 0) return;
  const kindOf = ({ facts, program }: T): string =>
    facts.type === 'program' ? 'program' : `${facts.type}\n${program}`;
  const groups = grouped(before, kindOf);
  const alike: { readonly was: T; readonly is: T; readonly score: number }[] = [];
  for (const is of after) {
    const all = groups.get(kindOf(is)) ?? [];
    const compared = all.length > MOST_COMPARED ? all.filter((was) => was.facts.title === is.facts.title) : all;
    for (const was of compared.slice(0, MOST_COMPARED)) {
      const score = likenessOf(
        new Map(was.facts.words),
        new Map(is.facts.words),
        was.path === is.path ? SAME_PLACE : 0,
      );
      if (score >= ALIKE) alike.push({ was, is, score });
    }
  }
  // Sorting keeps the order of equals.
  alike.sort((a, b) => b.score - a.score);
  for (const { was, is } of alike) if (before.has(was) && after.has(is)) pair(was, is);
}

function grouped<T>(items: Iterable<T>, nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
