import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { isFirm } from '../schedule/network.ts';
import type { PlanState } from '../state/state.ts';

/**
 * Tells the milestones that leaders hear of: those that are marked as key or have a firm date, the goals of programs, and
 * what delivers an objective. In a plan without any of these, all milestones.
 */
export function keyMilestonesOf(plan: Plan, state: PlanState): (item: Item) => boolean {
  const key = known.get(state) ?? findKey(plan, state);
  known.set(state, key);
  return (item) => (key.size > 0 ? key.has(item) : item.type.name === 'milestone');
}

/** A report asks once for each workstream. */
const known = new WeakMap<PlanState, ReadonlySet<Item>>();

/** Those that are marked; in a plan that marks none, none. */
function findKey(plan: Plan, { schedule }: PlanState): ReadonlySet<Item> {
  const goals = new Set(plan.programs.map(({ id }) => schedule.goalOf(id)));
  const delivers = (item: Item): boolean =>
    plan.referencesTo(item).some(({ field, from }) => field === 'delivered_by' && from.open);
  const isKey = (item: Item): boolean => isFirm(item) || goals.has(item) || delivers(item);
  return new Set(plan.ofType('milestone').filter(isKey));
}
