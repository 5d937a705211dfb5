import type { PlanDiff } from '../diff/plan-diff.ts';
import type { Day } from '../model/values/day.ts';
import { visible } from '../text/visible.ts';
import { longDayLabel } from '../views/day-label.ts';

/** With what the time of a report begins, where that is more than a day. */
export interface BeganWith {
  readonly kind: 'baseline' | 'first-commit';
  /** As git knows it: what somebody writes down who wants the same again. */
  readonly revision: string;
  /** As people call it: `the baseline v1`, `the first commit of the plan`. */
  readonly name: string;
}

/** What is known of the time that a report is about. A host that has git gives it. */
export interface ReportChange {
  /** The day on which it begins. */
  readonly since: Day;
  readonly with?: BeganWith | undefined;
  /** What has changed since. Each side stands on its own day: what was said then, not what would come of it today. */
  readonly diff: PlanDiff | undefined;
  /** Why nobody can tell what has changed, as a clause; undefined where it is known. */
  readonly missing: string | undefined;
}

/** Since when, in words: `13 November`, `the first commit of the plan, 16 November`. */
export function sinceWords({ since, with: begun }: Pick<ReportChange, 'since' | 'with'>, today: Day): string {
  const day = longDayLabel(since, today);
  return begun ? `${visible(begun.name)}, ${day}` : day;
}

/** Why nobody knows what has changed since a day: git has nothing that old, or no plan there. */
export const tooOld = (day: Day, today: Day): string =>
  `git has nothing here from ${longDayLabel(day, today)} or before`;
export const notThere = (day: Day, today: Day): string => `there was no plan here on ${longDayLabel(day, today)}`;
