import type { TroubledBlock } from '../blocks/check-blocks.ts';
import type { Severity } from '../config/severity.ts';
import type { TypeName } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Inherited } from '../plan/inherited.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Range } from '../text/range.ts';
import type { Source } from '../text/source.ts';
import type { Related } from './finding.ts';

/** What a rule may look at, whatever its scope. All of it is given; no rule reads a clock or a file. */
export interface DocumentContext {
  readonly plan: Pick<Plan, 'config' | 'itemsOf' | 'problems' | 'valueFiles'>;
  readonly today: Day;
  /** The codes of all rules, for rules that check what people write about rules. */
  readonly codes: readonly string[];
  /** Whether a rule is on: one cause is reported by the most telling rule that is. */
  readonly isOn: (code: string) => boolean;
}

/**
 * What a rule on items and their neighbours may look at, beside that. An item's neighbours are those that it refers to
 * and that refer to it, its workstream and program, and the items of the workstream or program that it is. Of their
 * workstream items see what they inherit.
 */
export interface NeighbourContext extends DocumentContext {
  readonly plan: DocumentContext['plan'] &
    Pick<Plan, 'referencesFrom' | 'referencesTo' | 'linksTo' | 'linksFrom' | 'closesCycle' | 'membersOf'> & {
      readonly workstreamOf: (item: Item) => Inherited | undefined;
    };
  readonly state: Pick<PlanState, 'staleness' | 'isOverdue'>;
}

/** What a rule on items, their neighbours and how these stand may look at, beside that. */
export interface StandingContext extends NeighbourContext {
  readonly plan: NeighbourContext['plan'];
  /**
   * Of the item and its neighbours: what is forecast of them, what blocks them, and whether they wait behind what is
   * blocked. Of the item alone: what it makes late. The health of programs is a matter of the whole plan.
   */
  readonly state: Omit<PlanState, 'health'>;
}

/** What a rule on the whole plan may look at. */
export interface RuleContext extends StandingContext {
  readonly plan: Plan;
  readonly state: PlanState;
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
 *
 * Its scope says how far it looks. While somebody types, it is asked again only about what is within that distance of
 * what has changed; where the scope is left out, about everything after each change.
 */
export type Rule = DocumentRule | NeighbourRule | StandingRule | BlockRule | PlanRule;

interface AnyRule {
  readonly code: string;
  /** `off`: only for those who turn it on. */
  readonly severity: Severity | 'off';
  /** The types of item that `checkItem` is asked about; every type, where left out. */
  readonly types?: readonly TypeName[];
  /** Looks at the plan as a whole, after each change: no longer than it takes to find what there is to report. */
  readonly check?: (context: RuleContext, report: Report) => void;
}

/** A rule that looks at one document or item. It also runs before all documents have been read. */
interface DocumentRule extends AnyRule {
  readonly scope: 'document';
  /** Looks at one item, and reports on it. */
  readonly checkItem?: (item: Item, context: DocumentContext, report: Report) => void;
  /** Looks at one document, and reports on it. */
  readonly checkDocument?: (document: ParsedDocument, context: DocumentContext, report: Report) => void;
}

/** A rule that looks at one item and its neighbours. */
interface NeighbourRule extends AnyRule {
  readonly scope: 'neighbours';
  /** Looks at one item and its neighbours, and reports on that item. */
  readonly checkItem?: (item: Item, context: NeighbourContext, report: Report) => void;
}

/** A rule that looks at one item, its neighbours, and how these stand. */
interface StandingRule extends AnyRule {
  readonly scope: 'standing';
  /** Looks at one item, its neighbours and how these stand, and reports on that item. */
  readonly checkItem?: (item: Item, context: StandingContext, report: Report) => void;
}

/** A rule that looks at live blocks. It is asked once more when these have been compared with the plan, after all others. */
interface BlockRule extends AnyRule {
  readonly scope: 'blocks';
  /** Looks at one live block that does not hold what it should, and reports on its document. */
  readonly checkBlock: (block: TroubledBlock, context: RuleContext, report: Report) => void;
  /** Looks at the comments of one document, and reports on it. */
  readonly checkDocument?: (document: ParsedDocument, context: DocumentContext, report: Report) => void;
  readonly checkItem?: never;
}

/** A rule that looks anywhere: it has `check` alone. */
interface PlanRule extends AnyRule {
  readonly scope?: never;
  readonly checkItem?: never;
}
