import type { Filter } from '../../filter/filters.ts';
import type { Day } from '../../model/values/day.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ReportChange } from '../../report/change.ts';
import type { PlanState } from '../../state/state.ts';
import type { TrendOf } from '../risks/risk-trend.ts';

/** What a dashboard is made from. */
export interface DashboardInput {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  /** What has changed since; undefined where that is still being read. */
  readonly change: ReportChange | undefined;
  /** How risks have moved, where that is known. */
  readonly trendOf?: TrendOf | undefined;
  /** Only of these anything is shown. */
  readonly accepts: Filter;
}
