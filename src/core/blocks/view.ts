import type { Filter } from '../filter/filters.ts';
import type { Day } from '../model/values/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReportChange } from '../report/change.ts';
import type { PlanState } from '../state/state.ts';

/** What a view is made from. All of it is given: a view reads no clock. */
export interface ViewRequest {
  readonly plan: Plan;
  /** How the plan stands on that day. */
  readonly state: PlanState;
  readonly today: Day;
  /** The path of the document that the view is for: links are relative to it. */
  readonly from: string;
  /** The view's own options, by name. */
  readonly options: ReadonlyMap<string, string>;
  /** Whether an item passes the filters of the block. */
  readonly accepts: Filter;
  /** Whether there are any. */
  readonly hasFilters: boolean;
  /** What has changed in the time that a report is about; undefined where nobody has looked, as for any other document. */
  readonly change?: ReportChange | undefined;
}

/** An option of a view beside filters. `check` says why a value is none, for a document at a path. */
export interface ViewOption {
  readonly doc: string;
  /** The values that it takes, where there are a few. */
  readonly words?: readonly string[];
  readonly check: (value: string, plan: Plan, from: string) => string | undefined;
}

/** A view that a live block can hold. A new one is a file in `views/` and a line in `registry.ts`. */
export interface BlockView {
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly doc: string;
  readonly options: Readonly<Record<string, ViewOption>>;
  /**
   * Whether it tells of changes, which documents alone do not know: then `milepost report` writes it, and nothing else
   * does.
   */
  readonly tellsChanges?: boolean;
  /**
   * The lines of it, as Markdown that needs no tool to be read, one after the other: whoever compares them need not have
   * all of them made. Text of the plan is never markup in it. What it takes to begin pauses, as a generator. Of a document
   * a view reads what its items say, and no prose: where only prose has changed, it is not asked again.
   */
  readonly lines: (request: ViewRequest) => Generator<void, Iterable<string>>;
  /** A picture of it as SVG, where a page of HTML shows one; empty where there is nothing to be seen. */
  readonly picture?: (request: ViewRequest) => string;
  /** Whether the picture takes the place of the lines: of a picture that only other tools can draw. */
  readonly pictureInstead?: boolean;
}
