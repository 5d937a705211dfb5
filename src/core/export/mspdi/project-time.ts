import type { Day } from '../../model/values/day.ts';
import type { Minutes } from '../../schedule/minutes.ts';
import type { WorkCalendar } from '../../schedule/work-calendar.ts';

/** A time of a day, as Project has them: minutes since the first one of 1970, without a time zone. */
export type Instant = number;

const DAY = 24 * 60;

/** The hours of a working day as Project has them by default: 480 minutes, as a day of work has. */
export const SHIFTS: readonly { readonly from: Minutes; readonly to: Minutes }[] = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];
const MORNING = 8 * 60;
const EVENING = 17 * 60;
const HALF = 4 * 60;
const LUNCH = 60;

export const dayOf = (at: Instant): Day => Math.floor(at / DAY);
export const timeOf = (at: Instant): Minutes => at - dayOf(at) * DAY;
export const morningOf = (day: Day): Instant => day * DAY + MORNING;
export const eveningOf = (day: Day): Instant => day * DAY + EVENING;
export const elapsedDays = (days: number): number => days * DAY;

/** The boundary that an instant is on a calendar: how much work lies before it. */
export function boundaryAt(calendar: WorkCalendar, at: Instant): Minutes {
  const day = dayOf(at);
  const time = timeOf(at);
  const before = calendar.start(day);
  if (!calendar.works(day)) return before;
  return before + SHIFTS.reduce((sum, { from, to }) => sum + Math.min(Math.max(time - from, 0), to - from), 0);
}

/** The instant at which work that starts at a boundary starts. */
export function startAt(calendar: WorkCalendar, boundary: Minutes): Instant {
  const day = calendar.startDay(boundary);
  const worked = boundary - calendar.start(day);
  return morningOf(day) + worked + (worked >= HALF ? LUNCH : 0);
}

/** The instant at which work that finishes at a boundary finishes. */
export function finishAt(calendar: WorkCalendar, boundary: Minutes): Instant {
  const day = calendar.finishDay(boundary);
  const worked = boundary - calendar.start(day);
  return morningOf(day) + worked + (worked > HALF ? LUNCH : 0);
}
