import type { Day } from '../model/values/day.ts';
import { formatDay, weekday } from '../model/values/day.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The day of the week: `Friday`. */
export const weekdayLabel = (day: Day): string => WEEKDAYS[weekday(day)] as string;

/** A day as people say it: `11 Dec`, and `11 Dec 2027` where the year is not the one of `today`. */
export function dayLabel(day: Day, today: Day): string {
  const label = fullDayLabel(day);
  return label.slice(-4) === fullDayLabel(today).slice(-4) ? label.slice(0, -5) : label;
}

/** A day with its year: `21 Nov 2026`. */
export function fullDayLabel(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${month.slice(0, 3)} ${year}`;
}

/** A day in a sentence: `11 December`, with its year where that is not the one of `today`. */
export function longDayLabel(day: Day, today: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${month}${year === partsOf(today).year ? '' : ` ${year}`}`;
}

/** The month of a day: `December 2026`. */
export function monthLabel(day: Day): string {
  const { year, month } = partsOf(day);
  return `${month} ${year}`;
}

/** A number of days in words: `1 day`, `8 days`. */
export const daysLabel = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

function partsOf(day: Day): { year: string; month: string; date: number } {
  const [year, month, date] = formatDay(day).split('-') as [string, string, string];
  return { year, month: MONTHS[Number(month) - 1] as string, date: Number(date) };
}
