import type { CalendarSpec } from '../model/kinds/calendar.ts';
import { type Day, FIRST_DAY, weekday } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';
import { DAY_OF_WORK, type Minutes } from './minutes.ts';

const MONDAY_TO_FRIDAY: readonly number[] = [0, 1, 2, 3, 4];

/** A calendar laid over another, key by key: what the upper one does not say comes from the lower one. */
export function overlay(lower: CalendarSpec, upper: CalendarSpec | undefined): CalendarSpec {
  return upper ? { ...lower, ...upper } : lower;
}

/**
 * The working days of a calendar, numbered from a Monday long ago, and the boundaries between them, in minutes of work.
 * They are counted by the week, less the spans that are off: small however long these are, and every question a binary
 * search.
 */
export class WorkCalendar {
  /** The same for calendars with the same working days. */
  readonly key: string;
  /** How many working days of a week, from Monday, lie before its n-th day. */
  readonly #beforeInWeek: readonly number[];
  /** The weekdays that are worked, Monday 0. */
  readonly #workdays: readonly number[];
  /** The spans that are off, apart from each other and in order, by the numbers their days would have: from, to before. */
  readonly #offFrom: Int32Array;
  readonly #offTo: Int32Array;
  /** For each of them, how many days are off in those before it; and at the end in all. */
  readonly #offBefore: Int32Array;
  /** For each of them, the number of the first working day after it. Never falls. */
  readonly #afterOff: Int32Array;

  /** @param tags those of the item: freezes for one of them are no working days */
  constructor(spec: CalendarSpec, tags: readonly string[] = []) {
    const workdays = spec.workdays?.length ? spec.workdays : MONDAY_TO_FRIDAY;
    this.#workdays = workdays;
    this.#beforeInWeek = Array.from({ length: 8 }, (_, n) => workdays.filter((day) => day < n).length);
    const spans = [...(spec.holidays ?? [])];
    for (const freeze of spec.freezes ?? []) {
      if (freeze.tags.some((tag) => tags.includes(tag))) spans.push(freeze.span);
    }
    const off = apart(spans.map(({ first, last }) => ({ from: this.#weekly(first), to: this.#weekly(last + 1) })));
    this.#offFrom = Int32Array.from(off, ({ from }) => from);
    this.#offTo = Int32Array.from(off, ({ to }) => to);
    this.#offBefore = new Int32Array(off.length + 1);
    for (const [index, { from, to }] of off.entries()) {
      this.#offBefore[index + 1] = (this.#offBefore[index] as number) + to - from;
    }
    this.#afterOff = this.#offFrom.map((from, index) => from - (this.#offBefore[index] as number));
    this.key = `${workdays.join('')}|${off.map(({ from, to }) => `${from}-${to}`).join(' ')}`;
  }

  /** Whether a day is worked. */
  works(day: Day): boolean {
    return this.#before(day + 1) > this.#before(day);
  }

  /** The boundary before the first working day on or after a day. */
  start(day: Day): Minutes {
    return this.#before(day) * DAY_OF_WORK;
  }

  /** The boundary after the last working day on or before a day. */
  end(day: Day): Minutes {
    return this.#before(day + 1) * DAY_OF_WORK;
  }

  /** The day on which work that starts at a boundary starts. */
  startDay(at: Minutes): Day {
    return this.dayNumbered(Math.floor(at / DAY_OF_WORK));
  }

  /** The day on which work that finishes at a boundary finishes. */
  finishDay(at: Minutes): Day {
    return this.dayNumbered(Math.ceil(at / DAY_OF_WORK) - 1);
  }

  /** The n-th working day. */
  dayNumbered(n: number): Day {
    // As if no day were off, it would be as many later as days off come before it.
    const unbroken = n + (this.#offBefore[countUpTo(this.#afterOff, n)] as number);
    const perWeek = this.#beforeInWeek[7] as number;
    const weeks = Math.floor(unbroken / perWeek);
    return FIRST_MONDAY + weeks * 7 + (this.#workdays[unbroken - weeks * perWeek] as number);
  }

  /** How many working days lie after one day, up to and including another; negative where that is earlier. */
  daysBetween(from: Day, to: Day): number {
    return this.#before(to + 1) - this.#before(from + 1);
  }

  /** How much work a duration in working time is; elapsed time is none. */
  work({ amount, unit }: Duration): Minutes {
    return Math.round(amount * (unit === 'w' ? this.#daysPerWeek : 1) * DAY_OF_WORK);
  }

  /** A limit in days of its own sort, working or elapsed, and how many of these have passed since a day. */
  against(limit: Duration, since: Day, today: Day): { readonly days: number; readonly passed: number } {
    return limit.unit === 'ed' || limit.unit === 'ew'
      ? { days: limit.amount * (limit.unit === 'ew' ? 7 : 1), passed: today - since }
      : { days: limit.amount * (limit.unit === 'w' ? this.#daysPerWeek : 1), passed: this.daysBetween(since, today) };
  }

  get #daysPerWeek(): number {
    return this.#beforeInWeek[7] as number;
  }

  /** The number of the first working day on or after a day. */
  #before(day: Day): number {
    const number = this.#weekly(day);
    const begun = countUpTo(this.#offFrom, number - 1);
    if (begun === 0) return number;
    const last = begun - 1;
    const inLast = Math.min(number, this.#offTo[last] as number) - (this.#offFrom[last] as number);
    return number - (this.#offBefore[last] as number) - inLast;
  }

  /** The same, were no day off. */
  #weekly(day: Day): number {
    const fromMonday = day - FIRST_MONDAY;
    const weeks = Math.floor(fromMonday / 7);
    return weeks * this.#daysPerWeek + (this.#beforeInWeek[fromMonday - weeks * 7] as number);
  }
}

/** The Monday of the week that 1970 began in. */
const FIRST_MONDAY: Day = FIRST_DAY - weekday(FIRST_DAY);

interface Off {
  readonly from: number;
  readonly to: number;
}

/** Spans in order, those that touch or overlap made one, and those without a working day left out. */
function apart(spans: readonly Off[]): Off[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** How many values of a rising array are at most `limit`. */
function countUpTo(rising: Int32Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
