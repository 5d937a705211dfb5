import type { Day } from '../model/values/day.ts';
import type { PlanCommit } from './commit.ts';
import type { DayField, ItemFacts } from './facts.ts';

/** Everything that has become of an item: under all its ids, and in all its places. */
export interface ItemHistory {
  /** The key that it has now, or had last. */
  readonly key: string;
  readonly path: string;
  /** What is, or was last, said of it. */
  readonly facts: ItemFacts;
  /** Whether it is gone. */
  readonly isGone: boolean;
  /** Oldest first. What was never different is not among them, nor what only the prose says. */
  readonly entries: readonly HistoryEntry[];
}

/** What one commit did to an item. */
export interface HistoryEntry {
  readonly kind: 'added' | 'changed' | 'removed';
  /** The commit that did it; undefined of what is not committed yet. */
  readonly commit: PlanCommit | undefined;
  /** The merge by which it came to the branch that is looked at, where it came by one. */
  readonly merge: PlanCommit | undefined;
  readonly days: readonly DayMove[];
  readonly words: readonly WordMove[];
}

/** A date that is another one than before. */
export interface DayMove {
  readonly field: DayField;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** What can be said of an item in a word. */
export const WORD_FIELDS = ['type', 'id', 'file', 'title', 'status', 'owner'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** A word that is another one than before. An id is given with its program, the owner of a workstream counts for its items. */
export interface WordMove {
  readonly field: WordField;
  readonly from: string | undefined;
  readonly to: string | undefined;
}
