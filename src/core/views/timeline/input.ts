import type { Day } from '../../model/values/day.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PlanState } from '../../state/state.ts';

/** What a timeline is made from. */
export interface TimelineInput {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
}
