import type { Day } from '../model/values/day.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

/** What takes the place of a decision, as it says itself or as its successors say. */
export function successorsOf(decision: Item, plan: Plan): readonly Item[] {
  const named = plan
    .referencesFrom(decision)
    .filter(({ field }) => field === 'superseded_by')
    .flatMap(({ target }) => target ?? []);
  const naming = plan
    .referencesTo(decision)
    .filter(({ field }) => field === 'supersedes')
    .map(({ from }) => from);
  return [...new Set([...named, ...naming])];
}

/**
 * When a closed item came to its end. The date of a decision is that on which it was made: one that was superseded
 * ended on that of its successor, or later, where it was written into the record then.
 */
export function endedOn(item: Item, plan: Plan): Day | undefined {
  if (item.open) return undefined;
  const { closedOn } = item;
  if (item.type.name !== 'decision' || item.status !== 'superseded') return closedOn;
  const made = successorsOf(item, plan).flatMap((other) => (other.open ? [] : (other.closedOn ?? [])));
  return made.length === 0 ? item.values.completed : Math.max(Math.min(...made), closedOn ?? 0);
}
