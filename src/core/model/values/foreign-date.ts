const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A longer text is no date, in whatever notation. */
const LONGEST = 40;

const NUMBERS = /^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})$/;
const YEAR_FIRST = /^(\d{4})(?:[./-](\d{1,2})[./-](\d{1,2})|(\d{2})(\d{2}))$/;
const YEAR_AND_MONTH = /^(\d{4})[./-](\d{1,2})$/;
const MONTH_AND_YEAR = /^(\d{1,2})[./-](\d{4})$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?\.?[ -](?:of )?([a-z]{3,9})\.?,?[ -](\d{4})$/;
const MONTH_DAY = /^([a-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})$/;
const YEAR_MONTH_DAY = /^(\d{4})[ -]([a-z]{3,9})[ -](\d{1,2})$/;
const MONTH_NAME = /^([a-z]{3,9})\.?,?[ -](\d{4})$/;
const PART_FIRST = /^(?:(q|h)([1-4])|(?:w|kw|cw|week) ?(\d{1,2}))[ ,/-]{0,2}(\d{4})$/;
const PART_LAST = /^(\d{4})[ ,/-]{0,2}(?:(q|h)([1-4])|(?:w|kw|cw|week) ?(\d{1,2}))$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /;

/**
 * What a date in another notation can mean, as plans write it: `21.11.2026`, `11/21/2026`, `Nov 21, 2026`, `Q4 2026`.
 * Several where it cannot be told which number is the month. Not all that is given need exist.
 */
export function meaningsOf(written: string): readonly string[] {
  if (written.length > LONGEST) return [];
  const text = written.trim().toLowerCase().replace(/\s+/g, ' ').replace(WEEKDAY, '');
  return [...new Set(numeric(text) ?? named(text) ?? partial(text) ?? [])];
}

function numeric(text: string): readonly string[] | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return [iso(first[1], first[2] ?? first[4], first[3] ?? first[5])];
  const yearMonth = YEAR_AND_MONTH.exec(text);
  if (yearMonth) return [iso(yearMonth[1], yearMonth[2])];
  const monthYear = MONTH_AND_YEAR.exec(text);
  if (monthYear) return [iso(monthYear[2], monthYear[1])];
  const match = NUMBERS.exec(text);
  if (!match) return undefined;
  const [, a, sign, b, year] = match;
  const dayFirst = iso(year, b, a);
  // Between dots the day stands first, wherever people write so.
  if (sign === '.' && Number(b) <= 12) return [dayFirst];
  return [dayFirst, iso(year, a, b)];
}

function named(text: string): readonly string[] | undefined {
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return withMonth(dayMonth[3], dayMonth[2], dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return withMonth(monthDay[3], monthDay[1], monthDay[2]);
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  if (yearFirst) return withMonth(yearFirst[1], yearFirst[2], yearFirst[3]);
  const month = MONTH_NAME.exec(text);
  return month ? withMonth(month[2], month[1]) : undefined;
}

/** A quarter, a half or a week of a year. */
function partial(text: string): readonly string[] | undefined {
  const first = PART_FIRST.exec(text);
  const last = PART_LAST.exec(text);
  const [year, letter, number, week] = first
    ? [first[4], first[1], first[2], first[3]]
    : last
      ? [last[1], last[2], last[3], last[4]]
      : [];
  if (year === undefined) return undefined;
  return [week === undefined ? `${year}-${letter?.toUpperCase()}${number}` : `${year}-W${week.padStart(2, '0')}`];
}

function withMonth(year: string | undefined, name = '', day?: string): readonly string[] | undefined {
  const index = MONTHS.findIndex((month) => month.startsWith(name));
  return index < 0 ? undefined : [iso(year, String(index + 1), day)];
}

const iso = (year = '', month = '', day?: string): string =>
  [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
