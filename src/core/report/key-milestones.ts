import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { isFirm } from '../schedule/network.ts';
import type { PlanState } from '../state/state.ts';

/**
 * Tells the milestones that leaders hear of: those that are marked as key or have a firm date, the goals of programs, and
 * what delivers an objective. In a program without any of these, all milestones.
 */
export function keyMilestonesOf(plan: Plan, state: PlanState): (item: Item) => boolean {
  const isKey = known.get(state) ?? findKey(plan, state);
  known.set(state, isKey);
  return isKey;
}

/** A report asks once for each workstream. */
const known = new WeakMap<PlanState, (item: Item) => boolean>();

function findKey(plan: Plan, { schedule }: PlanState): (item: Item) => boolean {
  const goals = new Set(plan.programs.map(({ id }) => schedule.goalOf(id)));
  const delivers = (item: Item): boolean =>
    plan.referencesTo(item).some(({ field, from }) => field === 'delivered_by' && from.open);
  const isMarked = (item: Item): boolean => isFirm(item) || goals.has(item) || delivers(item);
  const key = new Set(plan.ofType('milestone').filter(isMarked));
  const marking = new Set([...key].map(({ program }) => program));
  return (item) => (marking.has(item.program) ? key.has(item) : item.type.name === 'milestone');
}
