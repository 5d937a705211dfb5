import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { fieldTexts } from './field-texts.ts';
import { ALIKE, likenessOf, SAME_PLACE } from './likeness.ts';

/**
 * An item as it was and as it is: one side is missing of what was added or is gone. What is called otherwise only because
 * its program is has not been renamed.
 */
export type Pair =
  | { readonly base: Item; readonly head: Item; readonly isRenamed: boolean }
  | { readonly base: undefined; readonly head: Item }
  | { readonly base: Item; readonly head: undefined };

/**
 * Finds each item of one plan in the other: by its id within its program; what is left over, by its id in the same file, where
 * its program has another name, or elsewhere, where it says the same; at last by its content and place.
 * Gives the items of the head in document order, then those that are gone. In steps.
 */
export function* matchItems(base: Plan, head: Plan): Generator<void, readonly Pair[]> {
  const byKey = grouped(base.items, keyOf);
  yield;
  const found = new Map<Item, Item>();
  for (const item of head.items) {
    if (item.index % AT_ONCE === AT_ONCE - 1) yield;
    const before = byKey.get(keyOf(item));
    // Doubled ids: the one in the same file, else the next.
    const at = before
      ? Math.max(
          0,
          before.findIndex(({ document }) => document.path === item.document.path),
        )
      : -1;
    const [match] = before?.splice(at, 1) ?? [];
    if (match) found.set(item, match);
  }
  yield;
  let [gone, added] = [[...byKey.values()].flat(), head.items.filter((item) => !found.has(item))];
  const takeOut = (pairs: ReadonlyMap<Item, Item>): void => {
    const taken = new Set(pairs.values());
    for (const [item, before] of pairs) found.set(item, before);
    gone = gone.filter((item) => !taken.has(item));
    added = added.filter((item) => !pairs.has(item));
  };
  takeOut(yield* matchRenamed(gone.filter(isProgram), added.filter(isProgram)));
  const programs = new Map([...found].filter(([now]) => isProgram(now)).map(([now, was]) => [was.id, now.id]));
  takeOut(sameNames(gone, added, (item) => `${idOf(item)}\n${item.document.path}`));
  yield;
  takeOut(sameNames(gone, added, idOf, (was, now) => likeness(was, now) >= ALIKE));
  yield;
  takeOut(yield* matchRenamed(gone, added));
  const isRenamed = (was: Item, now: Item): boolean =>
    was.id !== now.id || (was.program !== now.program && programs.get(was.program) !== now.program);
  const left = new Set(gone);
  yield;
  return [
    ...head.items.map((item): Pair => {
      const before = found.get(item);
      return before
        ? { base: before, head: item, isRenamed: isRenamed(before, item) }
        : { base: undefined, head: item };
    }),
    ...base.items.filter((item) => left.has(item)).map((item): Pair => ({ base: item, head: undefined })),
  ];
}

/** After so many items a host may do something else. */
const AT_ONCE = 1000;

const isProgram = ({ type }: Item): boolean => type.name === 'program';
const keyOf = (item: Item): string => (isProgram(item) ? `program ${item.key}` : item.key);

const idOf = ({ id, type }: Item): string => `${type.name}\n${id}`;

/** What has the same name on both sides, and is the only one there: otherwise nobody can tell which is which. */
function sameNames(
  gone: readonly Item[],
  added: readonly Item[],
  nameOf: (item: Item) => string,
  isSame: (was: Item, now: Item) => boolean = () => true,
): ReadonlyMap<Item, Item> {
  const before = grouped(gone, nameOf);
  const same = new Map<Item, Item>();
  for (const [name, items] of grouped(added, nameOf)) {
    const [was, another] = before.get(name) ?? [];
    const [now, twin] = items;
    if (was && now && !another && !twin && isSame(was, now)) same.set(now, was);
  }
  return same;
}

function grouped(items: readonly Item[], by: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = by(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** With more candidates of one type than this, only titles are compared. */
const MOST_COMPARED = 200;

/** What has another id, and is the same all the same: of one type and program, with most fields equal. In steps. */
function* matchRenamed(gone: readonly Item[], added: readonly Item[]): Generator<void, ReadonlyMap<Item, Item>> {
  const pairs: { readonly base: Item; readonly head: Item; readonly score: number }[] = [];
  const groups = grouped(gone, kindOf);
  for (const head of added) {
    const candidates = groups.get(kindOf(head)) ?? [];
    const compared =
      candidates.length > MOST_COMPARED ? candidates.filter(({ title }) => title === head.title) : candidates;
    for (const base of compared.slice(0, MOST_COMPARED)) {
      const score = likeness(base, head);
      if (score >= ALIKE) pairs.push({ base, head, score });
    }
    if (compared.length > 0) yield;
  }
  // The surest first; of equals, in document order.
  pairs.sort((a, b) => b.score - a.score || a.head.index - b.head.index || a.base.index - b.base.index);
  const renamed = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const { base, head } of pairs) {
    if (renamed.has(head) || taken.has(base)) continue;
    renamed.set(head, base);
    taken.add(base);
  }
  return renamed;
}

const kindOf = ({ type, program }: Item): string =>
  type.name === 'program' ? 'program' : `${type.name} of ${program}`;

/** How much of two items is the same, from 0 to 1. */
function likeness(base: Item, head: Item): number {
  const place = base.document.path === head.document.path ? SAME_PLACE : 0;
  return likenessOf(fieldTexts(base), fieldTexts(head), place);
}
