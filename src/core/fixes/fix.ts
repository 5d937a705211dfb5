import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from '../rules/finding.ts';
import type { NewFile } from '../scaffold/first-plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Range } from '../text/range.ts';

/** A stretch of a text and what takes its place. Whatever no edit names stays as it is, byte for byte. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** An edit of a document of the plan. Offsets are UTF-16 offsets in its text as it is. */
export interface DocumentEdit extends TextEdit {
  /** Relative to the root of the plan, with `/`. */
  readonly path: string;
}

/** A way to put right what a finding is about. */
export interface Fix {
  /** What it does, as an order: `Change to auth-cutover`. */
  readonly title: string;
  /** The code of the rule whose finding it answers. */
  readonly code: string;
  /** In no order; no two of one document overlap. */
  readonly edits: readonly DocumentEdit[];
  /** A file that is to be written. Nothing stands at its path. */
  readonly creates?: NewFile | undefined;
  /** Whether it is what most people would do. */
  readonly preferred: boolean;
  /** Whether it may be applied without asking: it is certain to do what was meant. See docs/fixes.md. */
  readonly safe: boolean;
}

/** What a fix may look at besides its finding. All of it is given. */
export interface FixContext {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  /** When an item is forecast to be finished, where that is not for the state to say. */
  readonly forecastOf?: ((item: Item) => Day | undefined) | undefined;
  /** Whether nobody asks for other fixes than safe ones: makers may leave out what would take long to find. */
  readonly onlySafe?: boolean;
}

/** A fix as its maker gives it: neither preferred nor safe unless it says so. */
export type Draft = Pick<Fix, 'title' | 'edits' | 'creates'> & Partial<Pick<Fix, 'preferred' | 'safe'>>;

/** Makes the fixes of one kind for a finding; none where it has nothing to offer. */
export type FixMaker = (finding: Finding, context: FixContext) => readonly Draft[];
