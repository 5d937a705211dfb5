import { type Day, dayFrom, FIRST_DAY, LAST_DAY, parseDay } from '../../core/model/values/day.ts';
import { quoted } from '../../core/text/visible.ts';
import { Failure } from '../failure.ts';

/** The day that the calendar on the wall shows. */
export function localDay(now: Date): Day {
  return dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The day that `--today` names. */
export function readToday(text: string): Day {
  const day = parseDay(text);
  if (day === undefined || day < FIRST_DAY || day > LAST_DAY) {
    throw new Failure(`--today takes a day such as 2026-12-11, not ${quoted(text)}`);
  }
  return day;
}
