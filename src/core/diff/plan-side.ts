import type { Day } from '../model/values/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from '../rules/finding.ts';
import type { PlanState } from '../state/state.ts';

/** A plan with its forecast and its findings: one side of a comparison. Both sides stand on the same day. */
export interface PlanSide {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  readonly findings: readonly Finding[];
}
