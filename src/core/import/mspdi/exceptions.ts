import { type Day, daysInMonth, formatDay, weekday } from '../../model/values/day.ts';
import { dayOf, first, numberOf } from './elements.ts';
import type { XmlElement } from './read-xml.ts';

/** How far an exception that comes back is followed. */
const MOST_DAYS = 366 * 15;

/** The sorts of exceptions, as Project numbers them. */
const YEARLY = 2;
const YEARLY_BY_POSITION = 3;
const MONTHLY = 4;
const MONTHLY_BY_POSITION = 5;
const WEEKLY = 6;

/** A date in its parts: months from 0, as Project has them. */
interface DateParts {
  readonly day: Day;
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/**
 * The days of an exception of a calendar: all from the first to the last, or those of them on which it comes back. Of one
 * that has no end only the first years are told.
 */
export function exceptionDays(exception: XmlElement): { readonly days: readonly Day[]; readonly isWhole: boolean } {
  const period = first(exception, 'TimePeriod');
  const from = dayOf(period, 'FromDate');
  const to = dayOf(period, 'ToDate');
  if (from === undefined || to === undefined) return { days: [], isWhole: true };
  const last = Math.min(to, from + MOST_DAYS);
  const start = partsOf(from);
  const days: Day[] = [];
  for (let day = from; day <= last; day++) if (comesOn(partsOf(day), start, exception)) days.push(day);
  return { days, isWhole: last === to };
}

function partsOf(day: Day): DateParts {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number];
  return { day, year, month: month - 1, date };
}

function comesOn(at: DateParts, start: DateParts, exception: XmlElement): boolean {
  const every = Math.max(1, numberOf(exception, 'Period') ?? 1);
  const months = (at.year - start.year) * 12 + at.month - start.month;
  switch (numberOf(exception, 'Type')) {
    case YEARLY:
      return at.month === numberOf(exception, 'Month') && at.date === numberOf(exception, 'MonthDay');
    case YEARLY_BY_POSITION:
      return at.month === numberOf(exception, 'Month') && isAtPosition(at, exception);
    case MONTHLY:
      return months % every === 0 && at.date === numberOf(exception, 'MonthDay');
    case MONTHLY_BY_POSITION:
      return months % every === 0 && isAtPosition(at, exception);
    case WEEKLY: {
      const weeks = Math.floor((at.day - start.day + weekday(start.day)) / 7);
      // Sunday is 1, Monday 2, Tuesday 4 …
      const bit = 1 << ((weekday(at.day) + 1) % 7);
      return weeks % every === 0 && ((numberOf(exception, 'DaysOfWeek') ?? 0) & bit) !== 0;
    }
    default:
      return (at.day - start.day) % every === 0;
  }
}

/** The third Friday, the last weekday, the second day of a month. */
function isAtPosition(at: DateParts, exception: XmlElement): boolean {
  const item = numberOf(exception, 'MonthItem') ?? 0;
  if (!isItem(at.day, item)) return false;
  const position = numberOf(exception, 'MonthPosition') ?? 0;
  const LAST = 4;
  const begin = at.day - at.date + 1;
  const end = begin + daysInMonth(at.year, at.month + 1) - 1;
  const count = (from: Day, to: Day): number => {
    let found = 0;
    for (let day = from; day <= to; day++) if (isItem(day, item)) found++;
    return found;
  };
  return position === LAST ? count(at.day + 1, end) === 0 : count(begin, at.day) === position + 1;
}

/** Whether a day is any day (0), a weekday (1), a day of a weekend (2), a Sunday (3), a Monday (4) … */
function isItem(day: Day, item: number): boolean {
  const SATURDAY = 5;
  if (item === 0) return true;
  if (item === 1) return weekday(day) < SATURDAY;
  if (item === 2) return weekday(day) >= SATURDAY;
  return weekday(day) === (item + 3) % 7;
}
