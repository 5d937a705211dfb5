import { parseDate } from '../../model/values/date.ts';
import type { Day } from '../../model/values/day.ts';
import { meaningsOf } from '../../model/values/foreign-date.ts';
import { fail, ok, type Result } from '../../model/values/result.ts';
import { quoted } from '../../text/visible.ts';

/** A longer text is no date, in whatever notation. */
const LONGEST = 60;

/**
 * Reads the day of a value: a day, a timestamp, or the last day of a week, a month, a quarter or a year, as plans write
 * it, or as others do where only one day can be meant. The files come out of other programs, and nobody is to edit them.
 */
export function readDay(cell: string): Result<Day> {
  if (cell.length > LONGEST) return fail(`${quoted(cell)} is no date`);
  const read = parseDate(cell, 'last');
  if (read.ok) return read;
  // A time behind a day is of no interest, whatever its notation.
  const day = cell.replace(/[T ,]+\d{1,2}:\d{2}.*$/, '');
  const meanings = meaningsOf(day).flatMap((meaning) => {
    const meant = parseDate(meaning, 'last');
    return meant.ok ? [meant.value] : [];
  });
  const [first] = meanings;
  return first !== undefined && meanings.length === 1 ? ok(first) : fail(`${quoted(cell)} is no date: ${read.why}`);
}
