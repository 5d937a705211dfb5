import type { ChangeKind } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';

/** From when to when; an end that is not known is left out. What takes no time has no `from`. */
export interface Stretch {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** What is true of a row: names that shapes, lines and colours follow. */
export const ROW_MARKS = ['goal', 'firm', 'critical', 'late', 'overdue', 'blocked', 'held-up', 'done'] as const;
export type RowMark = (typeof ROW_MARKS)[number];

/** Where a row stood before a change that is reviewed, as far as it stood elsewhere. */
export interface Formerly {
  readonly due: Day | undefined;
  readonly forecast: Stretch | undefined;
}

/** How many items of a program or workstream are shown, and how many of them are what. */
export interface RowCounts {
  readonly items: number;
  readonly done: number;
  readonly late: number;
  readonly overdue: number;
  readonly blocked: number;
  readonly critical: number;
}

/** What every row of a timeline has. */
interface RowBase {
  /** The same from one snapshot to the next, and no path. */
  readonly key: string;
  /** The key of the row that it stands under; undefined of a program. */
  readonly parent: string | undefined;
  /** 0 for programs, 1 for workstreams, 2 for items. */
  readonly depth: number;
  /** Text, with nothing in it that cannot be seen. */
  readonly title: string;
  /** As the plan says it: not before, and by when. */
  readonly planned: Stretch;
  /** As it is forecast, or was. */
  readonly forecast: Stretch;
  /** Where the baseline had its finish; undefined where it is the same, or there is none. */
  readonly baseline: Day | undefined;
  /** How many working days later than planned it finishes; negative: earlier. */
  readonly slip: number | undefined;
  readonly marks: readonly RowMark[];
}

/** An item on a timeline. */
export interface ItemRow extends RowBase {
  readonly kind: 'item';
  readonly item: Item;
  /** What became of it in a change that is reviewed: undefined where nothing did. */
  readonly change: ChangeKind | undefined;
  /** Undefined where it stands where it stood, or was not there. */
  readonly formerly: Formerly | undefined;
}

/** A program or workstream, over its items. */
export interface GroupRow extends RowBase {
  readonly kind: 'program' | 'workstream';
  /** The document of it; undefined where there is none, and of what belongs to no workstream. */
  readonly item: Item | undefined;
  readonly counts: RowCounts;
}

export type TimelineRow = ItemRow | GroupRow;
