import type { Day } from '../model/values/day.ts';
import type { Program } from '../plan/program.ts';
import { lastUpdate } from '../state/last-update.ts';

/** A report without an update before it is about so many days. */
const WEEK = 7;

/** The day on which the time of a report begins: with the last update before it, else a week ago. */
export function defaultSince(programs: readonly Program[], today: Day): Day {
  const days = programs.flatMap(({ items }) => {
    const earlier = items.filter(({ closedOn }) => closedOn !== undefined && closedOn < today);
    return lastUpdate(earlier) ?? [];
  });
  return days.length === 0 ? today - WEEK : Math.max(...days);
}
