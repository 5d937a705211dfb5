import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

/**
 * The indexes of some items that have changed, and of those that are their neighbours, or were before: those that they
 * refer to or that refer to them, and their workstreams and programs. The items of a program or workstream are not
 * among them: `fits` makes sure that they inherit the same.
 */
export function neighboursOf(changed: ReadonlySet<number>, before: Plan, now: Plan): ReadonlySet<number> {
  const found = new Set(changed);
  for (const plan of [before, now]) {
    for (const index of changed) addNeighbours(plan.items[index] as Item, plan, found);
    // Which link closes a circle may be decided far from what has changed.
    if (before.cycles === now.cycles) continue;
    for (const { closing } of plan.cycles) found.add(closing.from.index).add(closing.to.index);
  }
  return found;
}

function addNeighbours(item: Item, plan: Plan, found: Set<number>): void {
  for (const { target } of plan.referencesFrom(item)) if (target) found.add(target.index);
  for (const { from, field } of plan.referencesTo(item)) {
    if (field !== 'program' && field !== 'workstream') found.add(from.index);
  }
  for (const index of plan.parts.outline.names.holdersOf(item)) found.add(index);
}
