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
}

const NO_CAUSES: readonly BlockCause[] = [];
const NO_ITEMS: readonly Item[] = [];

/** Finds what is blocked. Only open items are; a link that closes a cycle carries nothing. */
export function findBlocked(plan: Plan, schedule: Schedule, today: Day): Blocked {
  const causes = new Map<Item, readonly BlockCause[]>();
  const held = new Map<Item, Item[]>();
  for (const item of plan.items) {
    if (!item.open) continue;
    const found = causesOf(item, plan, schedule, today);
    if (!found) continue;
    causes.set(item, found);
    for (const { by } of found) if (by !== item) held.set(by, [...(held.get(by) ?? []), item]);
  }
  const behind = waitingBehind(plan, causes);
  const heldUp = (item: Item): boolean => causes.has(item) || behind[item.index] === 1;
  return {
    causes: (item) => causes.get(item) ?? NO_CAUSES,
    roots: (item) => (heldUp(item) ? rootsOf(item, plan, causes, heldUp) : NO_ITEMS),
    blockedBy: (item) => held.get(item) ?? NO_ITEMS,
    isBlocked: (item) => causes.has(item),
    isBlockedUpstream: (item) => !causes.has(item) && behind[item.index] === 1,
  };
}

function causesOf(item: Item, plan: Plan, schedule: Schedule, today: Day): readonly BlockCause[] | undefined {
  const causes: BlockCause[] = [];
  for (const reference of plan.referencesTo(item)) {
    if (reference.field !== 'blocks' || reference.fault || !reference.from.open) continue;
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

/** Marks, by index, what waits for something blocked, at any distance. */
function waitingBehind(plan: Plan, causes: ReadonlyMap<Item, unknown>): Uint8Array {
  const marks = new Uint8Array(plan.items.length);
  const queue = [...causes.keys()];
  for (let item = queue.pop(); item; item = queue.pop()) {
    for (const link of plan.linksFrom(item)) {
      if (marks[link.to.index] === 1 || !carries(link, plan)) continue;
      marks[link.to.index] = 1;
      queue.push(link.to);
    }
  }
  return marks;
}

/** The causes that are found on the way up from an item: few are asked for, so nothing is kept. */
function rootsOf(
  start: Item,
  plan: Plan,
  causes: ReadonlyMap<Item, readonly BlockCause[]>,
  heldUp: (item: Item) => boolean,
): readonly Item[] {
  const roots = new Set<Item>();
  const seen = new Set([start]);
  const queue = [start];
  for (let item = queue.pop(); item; item = queue.pop()) {
    const found = causes.get(item) ?? NO_CAUSES;
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
