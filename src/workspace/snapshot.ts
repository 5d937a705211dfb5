import type { Day } from '../core/model/values/day.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Finding, MutedFinding } from '../core/rules/finding.ts';
import type { RuleResults } from '../core/rules/results.ts';
import type { BaselineGiven } from '../core/state/baseline.ts';
import type { TouchedByGit } from '../core/state/stale.ts';
import type { PlanState } from '../core/state/state.ts';

/** Everything that is known of a plan at one moment. Never changes; what people see is a function of it. */
export interface Snapshot {
  /** Rises with each snapshot of a service. */
  readonly revision: number;
  /** Whether all files are in it. Before that only what one document shows by itself is found. */
  readonly complete: boolean;
  readonly today: Day;
  /** When items were changed last, as git tells; undefined while, or where, nobody has asked git. */
  readonly touched: TouchedByGit | undefined;
  /** What is known of the revision that the plan names as its baseline; undefined while, or where, nobody has asked git. */
  readonly baseline: BaselineGiven | undefined;
  readonly plan: Plan;
  readonly state: PlanState;
  /**
   * Whether live blocks still wait to be compared with the plan: what is found of these was true before the last change. A
   * snapshot that is no draft follows.
   */
  readonly isDraft: boolean;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  readonly muted: readonly MutedFinding[];
  /** The same by document, and as the next snapshot takes it over. */
  readonly results: RuleResults;
}

/**
 * Whether a snapshot says the same as another one: where comparing live blocks finds nothing new, the finished snapshot
 * takes the place of its draft, and nobody is told. Who has begun with the draft goes on.
 */
export const saysTheSame = (a: Snapshot | undefined, b: Snapshot): boolean =>
  // Each build makes these lists anew.
  a?.results.byDocument === b.results.byDocument;
