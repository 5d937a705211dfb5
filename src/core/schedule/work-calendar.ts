import type { CalendarSpec } from '../model/kinds/calendar.ts';
import { type Day, FIRST_DAY, weekday } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';

const MONDAY_TO_FRIDAY: readonly number[] = [0, 1, 2, 3, 4];

/** A calendar laid over another, key by key: what the upper one does not say comes from the lower one. */
export function overlay(lower: CalendarSpec, upper: CalendarSpec | undefined): CalendarSpec {
  return upper ? { ...lower, ...upper } : lower;
}

/** Working days, counted by the week and by the days that are off: small, and every question a binary search. */
export class WorkCalendar {
  /** How many working days of a week, from Monday, lie before its n-th day. */
  readonly #beforeInWeek: readonly number[];
  /** The working days that are off, in order. */
  readonly #off: Int32Array;

  /** @param tags those of the item: freezes for one of them are no working days */
  constructor(spec: CalendarSpec, tags: readonly string[] = []) {
    const workdays = spec.workdays?.length ? spec.workdays : MONDAY_TO_FRIDAY;
    this.#beforeInWeek = Array.from({ length: 8 }, (_, n) => workdays.filter((day) => day < n).length);
    const spans = [...(spec.holidays ?? [])];
    for (const freeze of spec.freezes ?? []) {
      if (freeze.tags.some((tag) => tags.includes(tag))) spans.push(freeze.span);
    }
    const off = new Set<Day>();
    for (const { first, last } of spans) {
      for (let day = first; day <= last; day++) if (workdays.includes(weekday(day))) off.add(day);
    }
    this.#off = Int32Array.from(off).sort();
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
      : { days: limit.amount * (limit.unit === 'w' ? this.#daysPerWeek() : 1), passed: this.daysBetween(since, today) };
  }

  #daysPerWeek(): number {
    return this.#beforeInWeek[7] as number;
  }

  /** How many working days lie between a Monday long ago and a day, that day not among them. */
  #before(day: Day): number {
    const fromMonday = day - FIRST_MONDAY;
    const weeks = Math.floor(fromMonday / 7);
    return weeks * this.#daysPerWeek() + (this.#beforeInWeek[fromMonday - weeks * 7] as number) - this.#offBefore(day);
  }

  #offBefore(day: Day): number {
    let low = 0;
    let high = this.#off.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#off[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The Monday of the week that 1970 began in. */
const FIRST_MONDAY: Day = FIRST_DAY - weekday(FIRST_DAY);
