import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { isFirm } from '../schedule/network.ts';
import type { PlanState } from '../state/state.ts';

/**
 * Tells the milestones that leaders hear of: those that are marked as key or have a firm date, the goals of programs, and
 * what delivers an objective. In a plan without any of these, all milestones.
 */
export function keyMilestonesOf(plan: Plan, { schedule }: PlanState): (item: Item) => boolean {
  const goals = new Set(plan.programs.map(({ id }) => schedule.goalOf(id)));
  const delivers = (item: Item): boolean =>
    plan.referencesTo(item).some(({ field, from }) => field === 'delivered_by' && from.open);
  const isKey = (item: Item): boolean => isFirm(item) || goals.has(item) || delivers(item);
  const milestones = plan.ofType('milestone');
  // In a plan that marks none, all of them are.
  const key = new Set(milestones.filter(isKey));
  return (item) => (key.size > 0 ? key.has(item) : item.type.name === 'milestone');
}
