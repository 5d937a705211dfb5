/** A calendar day as the extension counts them: days since 1970-01-01. */
export type Day = number;

/** Where days stand on a timeline, in pixels. */
export interface Scale {
  /** The day at 0. */
  readonly from: Day;
  readonly perDay: number;
}

/** One of the stretches that an axis is divided into. */
export interface Tick {
  readonly from: Day;
  /** The day after its last. */
  readonly to: Day;
  readonly label: string;
}

/** The two lines of an axis. */
export interface Ticks {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/** What the lower line of an axis counts, the shortest first. */
export const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/** How wide a unit must be for its label, in pixels, and how many days it has. */
const ROOM: Readonly<Record<Unit, { readonly pixels: number; readonly days: number }>> = {
  day: { pixels: 20, days: 1 },
  week: { pixels: 48, days: 7 },
  month: { pixels: 34, days: 28 },
  quarter: { pixels: 28, days: 90 },
  year: { pixels: 40, days: 365 },
};

/** Years that have no room side by side are taken together. */
const YEARS = [1, 2, 5, 10, 20, 50, 100];

/** A day at its largest; a plan of centuries at its smallest. */
export const CLOSEST = 40;
export const FARTHEST = 0.005;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MS_PER_DAY = 86_400_000;

/** Where a day begins. */
export const xOf = (day: Day, { from, perDay }: Scale): number => (day - from) * perDay;

/** The day at a place. */
export const dayAt = (x: number, { from, perDay }: Scale): Day => Math.floor(from + x / perDay);

/** The scale on which a span fills a width, with some room at both ends. */
export function fitted(span: { readonly from: Day; readonly to: Day }, width: number): Scale {
  const days = span.to - span.from + 1;
  const margin = Math.max(1, Math.ceil(days * 0.03));
  const perDay = Math.min(CLOSEST, Math.max(FARTHEST, width / (days + 2 * margin)));
  return { from: span.from - margin, perDay };
}

/** The shortest unit that has room for its labels. */
export const unitAt = (perDay: number): Unit =>
  UNITS.find((unit) => ROOM[unit].days * perDay >= ROOM[unit].pixels) ?? 'year';

/** The divisions of an axis, from those around a first day to those around a last; no more than there is room for. */
export function ticksBetween(first: Day, last: Day, perDay: number): Ticks {
  const unit = unitAt(perDay);
  const years = YEARS.find((count) => count * 365 * perDay >= ROOM.year.pixels) ?? 100;
  switch (unit) {
    case 'day':
      return { upper: months(first, last, 1, monthAndYear), lower: days(first, last, 1, ({ date }) => String(date)) };
    case 'week':
      return {
        upper: months(first, last, 1, monthAndYear),
        lower: days(first, last, 7, ({ date, month }) => `${date} ${MONTHS[month]}`),
      };
    case 'month':
      return {
        upper: months(first, last, 12, yearOf),
        lower: months(first, last, 1, ({ month }) => MONTHS[month] ?? ''),
      };
    case 'quarter':
      return {
        upper: months(first, last, 12, yearOf),
        lower: months(first, last, 3, ({ month }) => `Q${month / 3 + 1}`),
      };
    case 'year':
      return { upper: [], lower: months(first, last, 12 * years, yearOf) };
  }
}

/** `8 Dec 2026`: a day as it is read aloud. */
export function dayWords(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

interface Parts {
  readonly year: number;
  /** January is 0. */
  readonly month: number;
  readonly date: number;
}

const monthAndYear = ({ year, month }: Parts): string => `${MONTHS[month]} ${year}`;
const yearOf = ({ year }: Parts): string => String(year);

function partsOf(day: Day): Parts {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

/** Single days, or weeks from Monday on. */
function days(first: Day, last: Day, step: 1 | 7, label: (parts: Parts) => string): readonly Tick[] {
  const ticks: Tick[] = [];
  // 1970-01-01 was a Thursday.
  const begin = step === 7 ? first - ((((first + 3) % 7) + 7) % 7) : first;
  for (let from = begin; from <= last; from += step) ticks.push({ from, to: from + step, label: label(partsOf(from)) });
  return ticks;
}

/** Stretches of so many months, counted from a January. */
function months(first: Day, last: Day, step: number, label: (parts: Parts) => string): readonly Tick[] {
  const ticks: Tick[] = [];
  const { year, month } = partsOf(first);
  let at = Math.floor((year * 12 + month) / step) * step;
  for (let from = dayOfMonth(at); from <= last; ) {
    at += step;
    const to = dayOfMonth(at);
    ticks.push({ from, to, label: label(partsOf(from)) });
    from = to;
  }
  return ticks;
}

const dayOfMonth = (month: number): Day => Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / MS_PER_DAY);
