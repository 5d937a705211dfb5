import { plainCharacters } from '../../text/plain-characters.ts';
import { type Day, dayExists, dayFrom, daysInMonth, FIRST_DAY, formatDay, LAST_DAY, weekday } from './day.ts';
import { meaningsOf } from './foreign-date.ts';
import { fail, ok, type Result } from './result.ts';

/** The days that a written date stands for: one day, or the first and last of a period. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** Which day of a period a field takes: its first (`start`), its last (`due`), or no period at all (facts). */
export type Edge = 'first' | 'last' | 'day';

const DATE = /^(\d{4})(?:-(?:(\d{2})-(\d{2})|W(\d{2})|Q([1-4])|H([12])|(\d{2})))?$/i;
// Of a timestamp the date as written counts, whatever its zone says.
const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[Tt ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[Zz]| ?[+-]\d{2}(?::?\d{2})?)?$/;

const YEAR = '(?:19[7-9]\\d|2[01]\\d{2})';
const MONTH = '(?:0[1-9]|1[0-2])';

/** What JSON Schema can say of a day, or a timestamp: a part of a pattern. */
export const DAY_PATTERN = `${YEAR}-${MONTH}-(?:0[1-9]|[12]\\d|3[01])(?:[Tt ]\\d{1,2}:\\d{2}[\\d:.]*(?: ?[Zz]| ?[+-][\\d:]+)?)?`;

/** What JSON Schema can say of a period. */
export const PERIOD_PATTERN = `${YEAR}(?:-(?:[Ww](?:0[1-9]|[1-4]\\d|5[0-3])|[Qq][1-4]|[Hh][12]|${MONTH}))?`;

/** Reads a day, a timestamp or a period as the days it spans. */
export function parseSpan(text: string): Result<Span> {
  const match = DATE.exec(TIMESTAMP.exec(text)?.[1] ?? text);
  if (!match) {
    const form = 'write a day such as 2026-12-11, or a period such as 2026-W50, 2026-12, 2026-Q4 or 2026';
    return otherwise(text, form, (meaning) => parseSpan(meaning).ok);
  }
  const year = Number(match[1]);
  const outside = fail('dates run from 1970-01-01 to 2199-12-31');
  // `Date.UTC` takes the years 0 to 99 for the 20th century.
  if (year < 1970 || year > 2199) return outside;
  const span = spanOf(year, match);
  return span.ok && (span.value.first < FIRST_DAY || span.value.last > LAST_DAY) ? outside : span;
}

/** What word processors make of hyphens. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** What is said of a text that is no date as plans write it. */
function otherwise(text: string, form: string, isRight: (meaning: string) => boolean): Result<never> {
  const [meant, other] = meaningsOf(text).filter((meaning) => DATE.test(meaning) && isRight(meaning));
  // They look the same, so it is said what they are.
  const plain = text.replace(DASHES, '-');
  if (meant === undefined && plain !== text && isRight(plain))
    return fail(`it has dashes where hyphens belong: write ${plain}`);
  if (meant === undefined) return fail(form);
  return other === undefined ? fail(`write ${meant}`, meant) : fail(`write ${meant} or ${other}, whichever is meant`);
}

function spanOf(year: number, match: RegExpExecArray): Result<Span> {
  const [, , month, day, week, quarter, half, monthOnly] = match;
  if (day !== undefined) {
    if (Number(month) < 1 || Number(month) > 12) return fail(`there is no month ${month}`);
    if (!dayExists(year, Number(month), Number(day))) {
      const days = daysInMonth(year, Number(month));
      return fail(`${year}-${month} has ${days} days`);
    }
    const at = dayFrom(year, Number(month), Number(day));
    return ok({ first: at, last: at });
  }
  if (week !== undefined) return weekSpan(year, Number(week));
  if (quarter !== undefined) return ok(monthsSpan(year, Number(quarter) * 3 - 2, 3));
  if (half !== undefined) return ok(monthsSpan(year, Number(half) * 6 - 5, 6));
  if (monthOnly !== undefined) {
    if (Number(monthOnly) < 1 || Number(monthOnly) > 12) return fail(`there is no month ${monthOnly}`);
    return ok(monthsSpan(year, Number(monthOnly), 1));
  }
  return ok(monthsSpan(year, 1, 12));
}

function monthsSpan(year: number, month: number, count: number): Span {
  return { first: dayFrom(year, month, 1), last: dayFrom(year, month + count, 1) - 1 };
}

/** ISO 8601 weeks: week 1 is the one that holds 4 January. */
function weekSpan(year: number, week: number): Result<Span> {
  const firstMonday = (y: number): Day => dayFrom(y, 1, 4) - weekday(dayFrom(y, 1, 4));
  const first = firstMonday(year) + (week - 1) * 7;
  if (week < 1 || first >= firstMonday(year + 1)) {
    const weeks = (firstMonday(year + 1) - firstMonday(year)) / 7;
    return fail(`${year} has weeks W01 to W${weeks}`);
  }
  return ok({ first, last: first + 6 });
}

/** Reads a date for a field that takes the given edge of a period. Facts take a day and no period. */
export function parseDate(text: string, edge: Edge): Result<Day> {
  const span = parseSpan(text);
  if (!span.ok) {
    if (edge !== 'day' || DATE.test(text)) return span;
    return otherwise(text, 'write a day such as 2026-12-11', (meaning) => parseDate(meaning, edge).ok);
  }
  if (edge === 'day' && span.value.first !== span.value.last) {
    return fail(`a fact happened on one day: write it, such as ${formatDay(span.value.last)}`);
  }
  return ok(edge === 'first' ? span.value.first : span.value.last);
}

/** Whether a text is a day, as plans write it or in another notation. Eight digits alone may be any number. */
export function readsAsDay(text: string): boolean {
  const plain = plainCharacters(text);
  const isDay = (written: string): boolean => parseDate(written, 'day').ok;
  return isDay(plain) || (!/^\d+$/.test(plain) && meaningsOf(plain).some(isDay));
}
