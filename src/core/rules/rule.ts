import type { Severity } from '../config/severity.ts';
import type { TypeName } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { ProblemCode } from '../parse/problem.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Range } from '../text/range.ts';
import type { Source } from '../text/source.ts';
import type { Related } from './finding.ts';
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

/** A finding as a rule reports it: the rule's code and severity are added. One of `item` and `source` is there. */
export interface Reported {
  readonly message: string;
  readonly range: Range;
  readonly item?: Item | undefined;
  /** Where it stands; in the item's document, where left out. */
  readonly source?: Source;
  readonly related?: readonly Related[];
  readonly suggestion?: string | undefined;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity | undefined;
}

export type Report = (finding: Reported) => void;

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
  /** The types of item that `checkItem` is asked about; every type, where left out. */
  readonly types?: readonly TypeName[];
  /** Looks at one item. Most rules are about one. */
  readonly checkItem?: (item: Item, context: RuleContext, report: Report) => void;
  /** Looks at the plan as a whole. */
  readonly check?: (context: RuleContext, report: Report) => void;
}
