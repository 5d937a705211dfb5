import type { Day } from '../model/values/day.ts';
import type { Item, Link, Reference } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { hasStarted } from '../plan/references.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** Why an item is blocked. */
export interface BlockCause {
  readonly kind: 'status' | 'overdue' | 'open-issue' | 'declined' | 'promised-late';
  /** What blocks it; of `status`, the item itself. */
  readonly by: Item;
  /** The reference that makes it block; none for `status`. */
  readonly reference: Reference | undefined;
}

/** What is blocked, by what, and what waits behind it. */
export interface Blocked {
  /** The causes that block an item itself; empty where none does. */
  readonly causes: (item: Item) => readonly BlockCause[];
  /** The root causes that block an item: its own, or those of what it waits for, at any distance. */
  readonly roots: (item: Item) => readonly Item[];
  /** What an item blocks now. */
  readonly blockedBy: (item: Item) => readonly Item[];
  /** Whether the item itself is blocked. */
  readonly isBlocked: (item: Item) => boolean;
  /** Whether it only waits behind something blocked. */
  readonly isBlockedUpstream: (item: Item) => boolean;
  /** What was found of single items, for a plan that differs in little. */
  readonly found: Found;
}

/** What is found of single items, by index. */
interface Found {
  readonly causes: ReadonlyMap<number, readonly BlockCause[]>;
  /** 1 for what waits for something blocked, at any distance. */
  readonly behind: Uint8Array;
}

/** What was blocked in a plan that differs in little, and where that may be otherwise now. */
export interface EarlierBlocked {
  readonly blocked: Blocked;
  /** The indexes of the items that stand elsewhere now, and of their neighbours. */
  readonly near: ReadonlySet<number>;
}

const NO_CAUSES: readonly BlockCause[] = [];
const NO_ITEMS: readonly Item[] = [];

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 1000;

/**
 * Finds what is blocked. Only open items are; a link that closes a cycle carries nothing. Pauses, as a generator, so that
 * a host can do something else.
 */
export function* findBlocked(
  plan: Plan,
  schedule: Schedule,
  today: Day,
  before?: EarlierBlocked,
): Generator<void, Blocked> {
  const causes = new Map(before?.blocked.found.causes);
  let looked = 0;
  for (const index of before?.near ?? plan.items.keys()) {
    if (++looked % ITEMS_AT_ONCE === 0) yield;
    const item = plan.items[index] as Item;
    const found = item.open ? causesOf(item, plan, schedule, today) : undefined;
    if (found) causes.set(index, found);
    else causes.delete(index);
  }
  const stopped = [...causes.keys()].sort((a, b) => a - b).map((index) => plan.items[index] as Item);
  let held: ReadonlyMap<Item, readonly Item[]> | undefined;
  const behind = schedule.waitingBehind(stopped);
  const ofItem = (item: Item): readonly BlockCause[] => causes.get(item.index) ?? NO_CAUSES;
  const isBlocked = (item: Item): boolean => causes.has(item.index);
  const heldUp = (item: Item): boolean => isBlocked(item) || behind[item.index] === 1;
  return {
    causes: ofItem,
    roots: (item) => (heldUp(item) ? rootsOf(item, plan, ofItem, heldUp) : NO_ITEMS),
    blockedBy(item) {
      held ??= heldUpBy(stopped, ofItem);
      return held.get(item) ?? NO_ITEMS;
    },
    isBlocked,
    isBlockedUpstream: (item) => !isBlocked(item) && behind[item.index] === 1,
    found: { causes, behind },
  };
}

/** What is stopped, by what stops it, itself apart. */
function heldUpBy(
  stopped: readonly Item[],
  causes: (item: Item) => readonly BlockCause[],
): ReadonlyMap<Item, readonly Item[]> {
  const held = new Map<Item, Item[]>();
  for (const item of stopped) {
    for (const { by } of causes(item)) {
      if (by === item) continue;
      const same = held.get(by);
      if (same) same.push(item);
      else held.set(by, [item]);
    }
  }
  return held;
}

/** The items, by index, that are blocked, or wait behind what is, otherwise than before. */
export function blockedOtherwise({ found: now }: Blocked, { blocked, near }: EarlierBlocked): readonly number[] {
  const then = blocked.found;
  const changed = [...near].filter((index) => now.causes.get(index) !== then.causes.get(index));
  for (let index = 0; index < now.behind.length; index++) {
    if (now.behind[index] !== then.behind[index]) changed.push(index);
  }
  return changed;
}

function causesOf(item: Item, plan: Plan, schedule: Schedule, today: Day): readonly BlockCause[] | undefined {
  const causes: BlockCause[] = [];
  for (const { reference } of plan.linksTo(item)) {
    if (reference.field !== 'blocks' || !reference.from.open) continue;
    const by = reference.from;
    if (by.due !== undefined ? by.due < today : by.type.name === 'issue' && hasStarted(item)) {
      causes.push({ kind: by.due !== undefined ? 'overdue' : 'open-issue', by, reference });
    }
  }
  for (const reference of plan.referencesFrom(item)) {
    const { target, field } = reference;
    if (field !== 'depends_on' || reference.fault || target?.type.name !== 'dependency') continue;
    if (target.status === 'declined') causes.push({ kind: 'declined', by: target, reference });
    else if (isPromisedTooLate(target, reference, plan, schedule)) {
      causes.push({ kind: 'promised-late', by: target, reference });
    }
  }
  if (item.status === 'blocked') causes.push({ kind: 'status', by: item, reference: undefined });
  return causes.length > 0 ? causes : undefined;
}

/** Whether the date promised for a dependency moves what waits for it past a firm date. */
function isPromisedTooLate(dependency: Item, reference: Reference, plan: Plan, schedule: Schedule): boolean {
  if (!dependency.open || dependency.values.promised === undefined) return false;
  // Else it is what delivers it, or today, that holds it up.
  if (!schedule.drivers(dependency).every((driver) => driver.kind === 'limit' && driver.limit === 'date')) return false;
  return plan.linksTo(reference.from).some((link) => link.reference === reference && schedule.breaksFirmDate(link));
}

/** The causes that are found on the way up from an item: few are asked for, so nothing is kept. */
function rootsOf(
  start: Item,
  plan: Plan,
  causes: (item: Item) => readonly BlockCause[],
  heldUp: (item: Item) => boolean,
): readonly Item[] {
  const roots = new Set<Item>();
  const seen = new Set([start]);
  const queue = [start];
  for (let item = queue.pop(); item; item = queue.pop()) {
    const found = causes(item);
    // A status alone is a root only where nothing else explains it.
    const explained = found.filter((cause) => cause.kind !== 'status');
    for (const cause of explained.length > 0 ? explained : found) roots.add(cause.by);
    for (const link of plan.linksTo(item)) {
      if (seen.has(link.from) || !heldUp(link.from) || !carries(link, plan)) continue;
      seen.add(link.from);
      queue.push(link.from);
    }
  }
  return [...roots].sort((a, b) => a.index - b.index);
}

/** Whether being blocked is carried on along a link. */
const carries = (link: Link, plan: Plan): boolean => link.to.open && !plan.closesCycle(link);
