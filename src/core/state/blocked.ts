import type { Day } from '../model/values/day.ts';
import type { Item, Reference } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { hasStarted } from '../plan/references.ts';

/** Why an item is blocked. */
export interface BlockCause {
  readonly kind: 'status' | 'overdue' | 'open-issue' | 'declined';
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
export function findBlocked(plan: Plan, today: Day): Blocked {
  const causes = new Map<Item, readonly BlockCause[]>();
  for (const item of plan.items) {
    if (!item.open) continue;
    const found = causesOf(item, plan, today);
    if (found) causes.set(item, found);
  }
  const roots = spread(plan, causes);
  const held = new Map<Item, Item[]>();
  for (const [item, found] of causes) {
    for (const { by } of found) if (by !== item) held.set(by, [...(held.get(by) ?? []), item]);
  }
  return {
    causes: (item) => causes.get(item) ?? NO_CAUSES,
    roots: (item) => [...(roots.get(item) ?? NO_ITEMS)],
    blockedBy: (item) => held.get(item) ?? NO_ITEMS,
    isBlocked: (item) => causes.has(item),
    isBlockedUpstream: (item) => !causes.has(item) && roots.has(item),
  };
}

function causesOf(item: Item, plan: Plan, today: Day): readonly BlockCause[] | undefined {
  const causes: BlockCause[] = [];
  for (const reference of plan.referencesTo(item)) {
    if (reference.field !== 'blocks' || reference.fault || !reference.from.open) continue;
    const by = reference.from;
    if (by.due !== undefined ? by.due < today : by.type.name === 'issue' && hasStarted(item)) {
      causes.push({ kind: by.due !== undefined ? 'overdue' : 'open-issue', by, reference });
    }
  }
  for (const reference of item.references) {
    const { target, field } = reference;
    if (field !== 'depends_on' || reference.fault || target?.type.name !== 'dependency') continue;
    if (target.status === 'declined') causes.push({ kind: 'declined', by: target, reference });
  }
  if (item.status === 'blocked') causes.push({ kind: 'status', by: item, reference: undefined });
  return causes.length > 0 ? causes : undefined;
}

/** Carries the root causes of blocked items down to everything that waits for them. */
function spread(plan: Plan, causes: ReadonlyMap<Item, readonly BlockCause[]>): Map<Item, Set<Item>> {
  const roots = new Map<Item, Set<Item>>();
  const queue: Item[] = [];
  for (const [item, found] of causes) {
    // A status alone is a root only where nothing else explains it.
    const explained = found.filter((cause) => cause.kind !== 'status');
    roots.set(item, new Set((explained.length > 0 ? explained : found).map((cause) => cause.by)));
    queue.push(item);
  }
  for (let item = queue.pop(); item; item = queue.pop()) {
    for (const link of plan.linksFrom(item)) {
      if (!link.to.open || link.to.dropped || plan.closesCycle(link)) continue;
      if (merge(roots, link.to, roots.get(item) as Set<Item>)) queue.push(link.to);
    }
  }
  return roots;
}

function merge(roots: Map<Item, Set<Item>>, item: Item, more: ReadonlySet<Item>): boolean {
  const own = roots.get(item);
  if (!own) {
    roots.set(item, new Set(more));
    return true;
  }
  const before = own.size;
  for (const root of more) if (root !== item) own.add(root);
  return own.size > before;
}
