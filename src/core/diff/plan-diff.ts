import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Finding } from '../rules/finding.ts';
import type { HealthValue } from '../state/health.ts';

/** What a change does to a plan, not to its text. */
export interface PlanDiff {
  /** The day on which both stand. */
  readonly today: Day;
  /** The programs of both sides, in the order of their ids. */
  readonly programs: readonly ProgramChange[];
  /** What has changed, and what moved because of it: in document order, what is gone after all that is there. */
  readonly items: readonly ItemChange[];
  /** The risks, decisions, issues, milestones and the like that were opened, decided or closed: in the order of `items`. */
  readonly lifecycle: readonly LifecycleChange[];
  readonly findings: FindingChanges;
}

/** A value before and after; undefined where there is none. */
export interface Sides<T> {
  readonly base: T | undefined;
  readonly head: T | undefined;
}

/** What became of a program. */
export interface ProgramChange {
  /** As it is called now; of one that is gone, as it was. */
  readonly id: string;
  /** What the program finishes with: its goal, else the last item of its critical path. */
  readonly finishing: Sides<Item>;
  readonly finish: Sides<Day>;
  /** How many working days later it finishes; negative: earlier. Undefined where a side has no finish. */
  readonly workingDaysMoved: number | undefined;
  readonly criticalPath: {
    readonly base: readonly Item[];
    readonly head: readonly Item[];
    /** Whether it leads through other items; those that have only another name are the same. */
    readonly isOther: boolean;
  };
  readonly health: Sides<HealthValue>;
  /** The open items that will miss their firm dates. */
  readonly firmDatesMissed: { readonly base: readonly Item[]; readonly head: readonly Item[] };
}

/**
 * How an item has changed. `moved` is the same item in another file, or in the other way of writing; `affected`, one of
 * which nothing of its own changed, but its forecast did. What was renamed or moved may have changed as well.
 */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'moved' | 'affected';

/** What became of an item. */
export interface ItemChange {
  readonly kind: ChangeKind;
  readonly item: Sides<Item>;
  readonly fields: readonly FieldChange[];
  readonly forecast: Sides<Day>;
  /** How many working days later it finishes; negative: earlier. Undefined where a side has no forecast. */
  readonly workingDaysMoved: number | undefined;
  /** What moved its forecast: none where that did not move, or where it was its own change alone. */
  readonly causes: readonly Cause[];
}

/** A field that says something else, as it is written; lists in one line. */
export interface FieldChange extends Sides<string> {
  readonly field: string;
  /** Of a list: which entries came and went. */
  readonly entries?: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/**
 * What became of something that begins and ends. `decided`: a decision was made, be it against; `cancelled`: it is no
 * longer part of the plan; `removed`: it was open, and is gone without a word.
 */
export type LifecycleEvent = 'opened' | 'reopened' | 'decided' | 'closed' | 'cancelled' | 'removed';

/** Something that was opened, decided or closed. */
export interface LifecycleChange {
  readonly event: LifecycleEvent;
  readonly item: Sides<Item>;
}

/** What moved a forecast. */
export type Cause =
  | {
      readonly kind: 'item';
      /** The item that has changed: as it is now, or as it was where it is gone. */
      readonly item: Item;
      /** From it to what it moved, both included, along the links that drive. */
      readonly path: readonly Item[];
    }
  /** Its calendar, its start. */
  | { readonly kind: 'program'; readonly program: string }
  | { readonly kind: 'configuration' };

/** The findings that a change brings, and those that it resolves. */
export interface FindingChanges {
  readonly new: readonly Finding[];
  readonly resolved: readonly Finding[];
}
