/** A calendar day without a time zone: days since 1970-01-01, in the proleptic Gregorian calendar. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The first and the last day that a plan may name. */
export const FIRST_DAY: Day = 0;
export const LAST_DAY: Day = dayFrom(2199, 12, 31);

/** The day of a year, month (1 to 12) and day of the month; out-of-range parts carry over as in `Date.UTC`. */
export function dayFrom(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** Whether year, month and day name a day that exists. */
export function dayExists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A plan names the same few hundred days again and again. */
const formatted = new Map<Day, string>();

/** A day as `YYYY-MM-DD`; a forecast may lie in a year of more than four digits. */
export function formatDay(day: Day): string {
  let text = formatted.get(day);
  if (text === undefined) {
    text = written(day);
    formatted.set(day, text);
  }
  return text;
}

/** Of 400 years, after which the calendar repeats. */
const DAYS_PER_CYCLE = 146_097;

/** `Date` ends in the year 275760, and a chain of long durations does not. */
function written(day: Day): string {
  const cycles = Math.floor(day / DAYS_PER_CYCLE);
  const [year = '', month, date] = new Date((day - cycles * DAYS_PER_CYCLE) * MS_PER_DAY).toISOString().split(/[-T]/);
  return `${String(Number(year) + cycles * 400).padStart(4, '0')}-${month}-${date}`;
}

/** The day of the week, Monday 0 to Sunday 6. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

/** The day that `YYYY-MM-DD` names, or undefined where it names none. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dayExists(year, month, day) ? dayFrom(year, month, day) : undefined;
}
