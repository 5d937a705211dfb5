import type { PlanDiff } from '../diff/plan-diff.ts';
import type { Day } from '../model/values/day.ts';

/** What is known of the time that a report is about. A host that has git gives it. */
export interface ReportChange {
  /** The day on which it begins. */
  readonly since: Day;
  /** What has changed since. Each side stands on its own day: what was said then, not what would come of it today. */
  readonly diff: PlanDiff | undefined;
  /** Why nobody can tell what has changed, as a clause; undefined where it is known. */
  readonly missing: string | undefined;
}
