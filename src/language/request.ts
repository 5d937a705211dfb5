import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { PlanState } from '../core/state/state.ts';
import type { Range } from '../core/text/range.ts';

/** A plan as an editor asks about it. */
export interface PlanNow {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
}

/** A document of a plan that knows it as it is typed at this moment. */
export interface DocumentNow extends PlanNow {
  readonly document: ParsedDocument;
}

/** A place in such a document, as a UTF-16 offset in its text. */
export interface PlaceNow extends DocumentNow {
  readonly offset: number;
}

/** A place in a text that may be newer than the plan, and no part of it yet. */
export interface TextNow extends PlanNow {
  /** Relative to the root of the plan, with `/`. */
  readonly path: string;
  readonly text: string;
  /** A UTF-16 offset in the text. */
  readonly offset: number;
}

/** A stretch of a document of the plan. */
export interface Location {
  readonly document: ParsedDocument;
  readonly range: Range;
}
