import { type Day, parseDay } from '../model/values/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { lastUpdate } from '../state/last-update.ts';

/** When the time begins that somebody asks about: a day, or else a revision; or as is usual, where nobody said. */
export type Since = { readonly day: Day } | { readonly revision: string } | UsualSince;

/** When it begins where nobody said. */
export interface UsualSince {
  /** The day of the last update, else a week ago. Where git has nothing of the plan by then, it begins with the first commit. */
  readonly usual: Day;
  /** What counts before that day, where there is such a revision: without an update, the baseline. */
  readonly baseline: string | undefined;
}

/** A report without an update before it is about so many days. */
export const WEEK = 7;

/** What git has to know of a plan to find where a time begins: today, its baseline, and where it began itself. */
export const planNow = (plan: Plan, today: Day) => ({ today, baseline: plan.config.baseline, files: filesOf(plan) });

/** The files without which a plan would be none, as far as it takes to find where it began: those of its programs. */
function filesOf({ programs, documents }: Pick<Plan, 'programs' | 'documents'>): readonly string[] {
  const own = programs.flatMap(({ item }) => (item ? [item.document.path] : []));
  const paths = own.length > 0 ? own : documents.map(({ path }) => path);
  return [...new Set(paths)].slice(0, MOST_FILES);
}

/** One of them would do; some may have come later. */
const MOST_FILES = 20;

/** A day where somebody wrote one, else a revision. */
export function sinceWritten(text: string): Since {
  const day = parseDay(text);
  return day === undefined ? { revision: text } : { day };
}

/** When the time of a report begins where nobody said: with the last update before it, else at the baseline, else a week ago. */
export function usualSince(programs: readonly Program[], today: Day, { config }: Pick<Plan, 'config'>): UsualSince {
  const days = programs.flatMap(({ items }) => {
    const earlier = items.filter(({ closedOn }) => closedOn !== undefined && closedOn < today);
    return lastUpdate(earlier) ?? [];
  });
  if (days.length === 0) return { usual: today - WEEK, baseline: config.baseline };
  return { usual: Math.max(...days), baseline: undefined };
}
