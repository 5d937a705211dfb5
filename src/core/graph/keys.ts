import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';

/** The key of an item in a picture: the same from one snapshot to the next, and no path. Of duplicates the second says so. */
export function itemKey(item: Item, plan: Plan): string {
  const key = `item ${item.key}`;
  if (named(item, plan) === item) return key;
  return `copy ${copiesOf(item.key, plan).indexOf(item) + 1} of ${key}`;
}

/** The item that a key stands for; undefined where it is gone, or never was. */
export function itemWithKey(key: string, plan: Plan): Item | undefined {
  const [, copy, name] = /^(?:copy (\d{1,6}) of )?item (.*)$/s.exec(key) ?? [];
  if (name === undefined) return undefined;
  const copies = copiesOf(name, plan);
  return copy === undefined ? copies.find((item) => named(item, plan) === item) : copies[Number(copy) - 1];
}

/** The key of a program as a group. */
export const programKey = (program: string): string => `program ${program}`;

/** The key of a workstream as a group; of the items of a program that have none, without one. */
export const workstreamKey = (program: string, workstream: string | undefined): string =>
  workstream === undefined ? `rest ${program}` : `workstream ${program}/${workstream}`;

/** The key of a month of a workstream. */
export const monthKey = (workstream: string, month: string): string => `month ${month} of ${workstream}`;

/** The key of several programs in one node. */
export const PROGRAMS_KEY = 'programs';

const named = (item: Item, plan: Plan): Item | undefined =>
  item.type.name === 'program' ? plan.lookup.program(item.id) : plan.lookup.member(item.program, item.id);

/** Of each plan the items that share a key, where somebody has asked. */
const copies = new WeakMap<Plan, ReadonlyMap<string, readonly Item[]>>();

function copiesOf(key: string, plan: Plan): readonly Item[] {
  let known = copies.get(plan);
  if (!known) {
    known = byKey(plan.items);
    copies.set(plan, known);
  }
  return known.get(key) ?? [];
}

function byKey(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const same = found.get(item.key);
    if (same) same.push(item);
    else found.set(item.key, [item]);
  }
  return found;
}
