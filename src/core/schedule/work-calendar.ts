import type { CalendarSpec } from '../model/kinds/calendar.ts';
import { type Day, FIRST_DAY, LAST_DAY, weekday } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';

const MONDAY_TO_FRIDAY: readonly number[] = [0, 1, 2, 3, 4];

/** A calendar laid over another, key by key: what the upper one does not say comes from the lower one. */
export function overlay(lower: CalendarSpec, upper: CalendarSpec | undefined): CalendarSpec {
  return upper ? { ...lower, ...upper } : lower;
}

/** The working days between 1970 and 2199, counted once so that every question is one look-up. */
export class WorkCalendar {
  /** `#counts[d]` is how many working days lie before day `d`. */
  readonly #counts: Int32Array;
  readonly #daysPerWeek: number;

  /** @param tags those of the item: freezes for one of them are no working days */
  constructor(spec: CalendarSpec, tags: readonly string[] = []) {
    const workdays = spec.workdays?.length ? spec.workdays : MONDAY_TO_FRIDAY;
    this.#daysPerWeek = workdays.length;
    const works = new Uint8Array(LAST_DAY - FIRST_DAY + 1);
    const onWeekday = Array.from({ length: 7 }, (_, day) => (workdays.includes(day) ? 1 : 0));
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) works[day - FIRST_DAY] = onWeekday[weekday(day)] as number;
    const off = [...(spec.holidays ?? [])];
    for (const freeze of spec.freezes ?? []) if (freeze.tags.some((tag) => tags.includes(tag))) off.push(freeze.span);
    for (const { first, last } of off) works.fill(0, first - FIRST_DAY, last - FIRST_DAY + 1);
    this.#counts = new Int32Array(works.length + 1);
    for (let i = 0; i < works.length; i++) this.#counts[i + 1] = (this.#counts[i] as number) + (works[i] as number);
  }

  /** Whether a day is worked. */
  works(day: Day): boolean {
    return this.#before(day + 1) > this.#before(day);
  }

  /** How many working days lie after one day, up to and including another; negative where that is earlier. */
  daysBetween(from: Day, to: Day): number {
    return this.#before(to + 1) - this.#before(from + 1);
  }

  /** A limit in days of its own sort, working or elapsed, and how many of these have passed since a day. */
  against(limit: Duration, since: Day, today: Day): { readonly days: number; readonly passed: number } {
    return limit.unit === 'ed' || limit.unit === 'ew'
      ? { days: limit.amount * (limit.unit === 'ew' ? 7 : 1), passed: today - since }
      : { days: limit.amount * (limit.unit === 'w' ? this.#daysPerWeek : 1), passed: this.daysBetween(since, today) };
  }

  #before(day: Day): number {
    return this.#counts[Math.min(Math.max(day - FIRST_DAY, 0), this.#counts.length - 1)] as number;
  }
}
