import { type Duration, formatDuration } from '../../model/values/duration.ts';

/** How long a day and a month are to other tools, where a plan counts in days. */
const HOURS_PER_DAY = 8;
const DAYS_PER_WEEK = 5;
const DAYS_PER_MONTH = 20;

const PART =
  /([+-]?\d+(?:[.,]\d+)?)\s*(e?)(months?|mons?|mo|minutes?|mins?|m|hours?|hrs?|h|days?|dys?|d|weeks?|wks?|w)?\??(?=\s|[,;\d]|$)/iy;

/**
 * Working time as other tools write it: `10 days`, `1w 2d 4h`, `80 hrs`, `2 mons`, `3d?`; a number alone is days. Elapsed
 * time, as in `3edays`, stays elapsed. Undefined where it is none.
 */
export function durationText(written: string): string | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  const parts: { amount: number; unit: Duration['unit'] }[] = [];
  for (let at = 0; at < text.length; at = skip(text, PART.lastIndex)) {
    PART.lastIndex = at;
    const [, number = '', elapsed = '', unit = 'd'] = PART.exec(text) ?? [];
    if (number === '') return undefined;
    parts.push(partOf(Number(number.replace(',', '.')), unit.toLowerCase(), elapsed !== ''));
  }
  const [first, ...others] = parts;
  if (!first) return undefined;
  if (others.length === 0) return formatDuration({ ...first, amount: rounded(first.amount) });
  if (parts.some(({ unit }) => unit.startsWith('e') !== first.unit.startsWith('e'))) return undefined;
  const isElapsed = first.unit.startsWith('e');
  const days = parts.reduce(
    (sum, { amount, unit }) => sum + amount * (unit === 'w' ? DAYS_PER_WEEK : unit === 'ew' ? 7 : 1),
    0,
  );
  return formatDuration({ amount: rounded(days), unit: isElapsed ? 'ed' : 'd' });
}

/** Whether the numbers of a column are seconds: whole minutes, and more of them than days anybody plans. */
export function areSeconds(column: Iterable<string>): boolean {
  const numbers = [...column].map(Number);
  return numbers.every((number) => number % 60 === 0) && numbers.some((number) => number >= 1_800);
}

/** Seconds of work, as Jira exports estimates. */
export function secondsText(written: string): string | undefined {
  if (!/^\d+(?:\.\d+)?$/.test(written.trim())) return undefined;
  return formatDuration({ amount: rounded(Number(written) / 3_600 / HOURS_PER_DAY), unit: 'd' });
}

const skip = (text: string, at: number): number => at + (/^[\s,;]*/.exec(text.slice(at))?.[0].length ?? 0);

function partOf(amount: number, unit: string, isElapsed: boolean): { amount: number; unit: Duration['unit'] } {
  if (unit.startsWith('w')) return { amount, unit: isElapsed ? 'ew' : 'w' };
  if (unit.startsWith('d')) return { amount, unit: isElapsed ? 'ed' : 'd' };
  if (unit.startsWith('mo'))
    return { amount: amount * (isElapsed ? 30 : DAYS_PER_MONTH), unit: isElapsed ? 'ed' : 'd' };
  const hours = unit.startsWith('h') ? amount : amount / 60;
  return { amount: hours / (isElapsed ? 24 : HOURS_PER_DAY), unit: isElapsed ? 'ed' : 'd' };
}

const rounded = (days: number): number => Math.round(days * 1_000) / 1_000;
