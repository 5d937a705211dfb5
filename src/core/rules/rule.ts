import type { Severity } from '../config/severity.ts';
import type { Day } from '../model/values/day.ts';
import type { ProblemCode } from '../parse/problem.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Finding } from './finding.ts';
import type { PlacedProblem } from './problems.ts';

/** What a rule may look at. All of it is given; no rule reads a clock or a file. */
export interface RuleContext {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  /** What was wrong with the documents themselves. */
  readonly problems: ReadonlyMap<ProblemCode, readonly PlacedProblem[]>;
  /** The codes of all rules, for rules that check what people write about rules. */
  readonly codes: readonly string[];
  /** Whether a rule is on: one cause is reported by the most telling rule that is. */
  readonly isOn: (code: string) => boolean;
}

/** A finding as a rule reports it: the rule's code and severity are added. `item` gives `source` where that is left out. */
export type Report = (
  finding: Pick<Finding, 'message' | 'range'> &
    Partial<Pick<Finding, 'related' | 'suggestion' | 'severity'>> &
    (
      | { readonly item: Item; readonly source?: Finding['source'] }
      | { readonly item?: Item | undefined; readonly source: Finding['source'] }
    ),
) => void;

/**
 * A rule. Its file's doc comment is its page under docs/rules: what it finds and why that matters, and examples of
 * ok and not ok, which are its tests.
 */
export interface Rule {
  readonly code: string;
  /** `off`: only for those who turn it on. */
  readonly severity: Severity | 'off';
  /** What it needs to know: one document, or (where this is left out) the whole plan. */
  readonly scope?: 'document';
  readonly check: (context: RuleContext, report: Report) => void;
}
