import { parseSpan } from '../../model/values/date.ts';
import { dayExists, formatDay } from '../../model/values/day.ts';
import { meaningsOf } from '../../model/values/foreign-date.ts';

/** Which of two numbers is the day: `21/11/2026` or `11/21/2026`. */
export type DateOrder = 'dmy' | 'mdy';

/** What a written date means: the same to everybody, or by the order in which it is read. */
export type DateReading = { readonly date: string } | Readonly<Partial<Record<DateOrder, string>>>;

/** The time of a day behind a date, which a plan has no use for: of a timestamp the date counts as it is written. */
const TIME =
  /[T,\s]\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?$/i;

const NUMBERS = /^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const NAMED =
  /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?\.?[ ./-](?:de )?(\p{L}{3,12})\.?,?[ ./-](?:de )?(\d{4}|\d{2})$/u;

/** Months by what their names begin with, in the languages in which tools write them. Longer beginnings come first. */
const MONTHS: readonly (readonly [beginning: string, month: number])[] = [
  ...beginnings(1, 'jan', 'ene', 'gen', 'jän'),
  ...beginnings(2, 'feb', 'fév', 'fev'),
  ...beginnings(3, 'mar', 'mär', 'mrz', 'maa', 'mrt'),
  ...beginnings(4, 'apr', 'avr', 'abr'),
  ...beginnings(5, 'may', 'mai', 'mei', 'mag', 'maj'),
  ...beginnings(6, 'jun', 'juin', 'giu'),
  ...beginnings(7, 'jul', 'juil', 'lug'),
  ...beginnings(8, 'aug', 'aoû', 'aou', 'ago'),
  ...beginnings(9, 'sep', 'set'),
  ...beginnings(10, 'oct', 'okt', 'out', 'ott'),
  ...beginnings(11, 'nov'),
  ...beginnings(12, 'dec', 'déc', 'dez', 'dic'),
];

function beginnings(month: number, ...names: readonly string[]): (readonly [string, number])[] {
  return names.map((name) => [name, month]);
}

/** What a date in any of the usual notations can mean; undefined where it is none. */
export function readDate(written: string): DateReading | undefined {
  const text = written.trim().replace(/\s+/g, ' ').replace(TIME, '').trim();
  if (parseSpan(text).ok) return { date: text.toUpperCase() };
  const numbers = NUMBERS.exec(text);
  if (numbers) return numeric(numbers);
  const [, day, name, year] = NAMED.exec(text) ?? [];
  const month = name === undefined ? undefined : monthNamed(name);
  if (month !== undefined) return only(iso(year, month, day));
  const [meaning, ...others] = meaningsOf(text).filter((one) => parseSpan(one).ok);
  return meaning !== undefined && others.length === 0 ? { date: meaning } : undefined;
}

function numeric([, a, sign, b, year]: readonly (string | undefined)[]): DateReading | undefined {
  // Between dashes a number of two digits may as well be a year that stands first.
  if (year?.length === 2 && sign === '-') return undefined;
  const dmy = iso(year, Number(b), a);
  // Between dots the day stands first, wherever people write so.
  const mdy = sign === '.' && dmy !== undefined ? undefined : iso(year, Number(a), b);
  if (dmy === mdy) return only(dmy);
  return sign === '.' ? only(dmy ?? mdy) : { ...(dmy !== undefined && { dmy }), ...(mdy !== undefined && { mdy }) };
}

const only = (date: string | undefined): DateReading | undefined => (date === undefined ? undefined : { date });

function iso(year = '', month: number, day = ''): string | undefined {
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2_000 : 1_900);
  if (!dayExists(full, month, Number(day))) return undefined;
  return `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthNamed(name: string): number | undefined {
  const word = name.normalize('NFC').toLowerCase();
  return MONTHS.find(([beginning]) => word.startsWith(beginning))?.[1];
}

/** In which order the dates of a column are written. */
export type OrderFound =
  /** As some of them say, or as it makes no difference. */
  | { readonly kind: 'sure'; readonly order: DateOrder }
  | { readonly kind: 'any' }
  /** All of them can be read either way. */
  | { readonly kind: 'unknown'; readonly example: string }
  /** Some can be read only the one way, some only the other. */
  | { readonly kind: 'mixed'; readonly examples: readonly [dmy: string, mdy: string] };

/** Finds out from all dates of a column in which order they are written. */
export function orderOf(column: Iterable<string>): OrderFound {
  let ambiguous: string | undefined;
  const sure: Partial<Record<DateOrder, string>> = {};
  for (const written of column) {
    const reading = readDate(written);
    if (!reading || 'date' in reading) continue;
    if (reading.dmy !== undefined && reading.mdy !== undefined) ambiguous ??= written;
    else sure[reading.dmy === undefined ? 'mdy' : 'dmy'] ??= written;
  }
  if (sure.dmy !== undefined && sure.mdy !== undefined) return { kind: 'mixed', examples: [sure.dmy, sure.mdy] };
  if (sure.dmy !== undefined) return { kind: 'sure', order: 'dmy' };
  if (sure.mdy !== undefined) return { kind: 'sure', order: 'mdy' };
  return ambiguous === undefined ? { kind: 'any' } : { kind: 'unknown', example: ambiguous };
}

/** A date as the format writes it, read in an order; undefined where it is none, or none in that order. */
export function dateText(written: string, order: DateOrder | undefined): string | undefined {
  const reading = readDate(written);
  if (!reading) return undefined;
  if ('date' in reading) return reading.date;
  return order === undefined
    ? reading.dmy !== undefined && reading.mdy !== undefined
      ? undefined
      : (reading.dmy ?? reading.mdy)
    : reading[order];
}

/** The same of something that happened on one day; of a period it is its last. */
export function dayText(written: string, order: DateOrder | undefined): string | undefined {
  const text = dateText(written, order);
  const span = text === undefined ? undefined : parseSpan(text);
  return span?.ok ? formatDay(span.value.last) : undefined;
}
