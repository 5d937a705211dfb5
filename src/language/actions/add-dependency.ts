import { inDocument } from '../../core/fixes/edit/in-document.ts';
import { addToField } from '../../core/fixes/edit/list-entry.ts';
import { nameFor } from '../../core/fixes/edit/reference.ts';
import { mapOf } from '../../core/fixes/edit/tree.ts';
import type { DocumentEdit } from '../../core/fixes/fix.ts';
import { fieldOf } from '../../core/model/registry.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** Whether an item says itself what it waits for. */
export const canWait = (item: Item): boolean => fieldOf(item.type, 'depends_on') !== undefined;

/**
 * The items that another one may be made to wait for: those that its field takes, that it does not wait for already, and
 * that do not wait for it, however far away. Open ones of its own program come first.
 */
export function mayWaitFor(item: Item, plan: Plan): readonly Item[] {
  const types = fieldOf(item.type, 'depends_on')?.refersTo ?? [];
  const behind = waitingFor(item, plan);
  const already = new Set(plan.linksTo(item).map(({ from }) => from));
  return plan.items
    .filter((one) => types.includes(one.type.name) && !one.dropped && !behind.has(one) && !already.has(one))
    .map((one) => ({ one, rank: (one.program === item.program ? 0 : 2) + (one.open ? 0 : 1) }))
    .sort((a, b) => a.rank - b.rank || a.one.index - b.one.index)
    .map(({ one }) => one);
}

/** An item, and everything that waits for it. */
function waitingFor(item: Item, plan: Plan): ReadonlySet<Item> {
  const found = new Set([item]);
  for (const one of found) for (const { to } of plan.linksFrom(one)) found.add(to);
  return found;
}

/** Edits that make an item wait for another; undefined where that cannot be written. */
export function addDependency(item: Item, on: Item, plan: Plan): readonly DocumentEdit[] | undefined {
  const map = mapOf(item);
  const name = nameFor(on, item.program, plan);
  const edits = map && name !== undefined ? addToField(item.document, map, 'depends_on', name) : undefined;
  return edits && inDocument(item.document, edits);
}
