import type { Day } from '../model/values/day.ts';

/** A commit, as the history of a plan tells of it. */
export interface PlanCommit {
  readonly hash: string;
  readonly author: string;
  /** When it was written, on the calendar of its author; undefined where that is no day of ours. */
  readonly authored: Day | undefined;
  /** When it was made what it is: later than written where it was rebased, or picked. */
  readonly committed: Day | undefined;
  /** The first line of its message. */
  readonly subject: string;
}
