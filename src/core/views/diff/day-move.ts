import type { Day } from '../../model/values/day.ts';
import { dayLabel, longDayLabel } from '../day-label.ts';

/** From one day to another, as people say it: `20 to 24 November`, `17 March to 1 April 2027`. */
export function dayMove(from: Day, to: Day, today: Day): string {
  const start = longDayLabel(from, today).split(' ');
  const end = longDayLabel(to, today);
  // What both have in common is said once: the year, then the month.
  if (end.endsWith(` ${start.slice(1).join(' ')}`)) start.splice(1);
  if (start.length === 3 && end.endsWith(` ${start[2]}`)) start.pop();
  return `${start.join(' ')} to ${end}`;
}

/** The same where there is little room: `20 → 24 Nov`, `17 Mar → 1 Apr 2027`; of a day that has no other side, itself. */
export function shortDayMove(from: Day | undefined, to: Day | undefined, today: Day): string {
  const [start, end] = [from, to].map((day) => (day === undefined ? '' : dayLabel(day, today)));
  if (!start || !end || start === end) return end || start || '';
  const [day, ...rest] = start.split(' ') as [string, ...string[]];
  if (end.endsWith(` ${rest.join(' ')}`)) return `${day} → ${end}`;
  return `${rest.length > 1 && end.endsWith(` ${rest[1]}`) ? `${day} ${rest[0]}` : start} → ${end}`;
}
