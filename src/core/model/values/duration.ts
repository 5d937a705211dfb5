import { quoted } from '../../text/visible.ts';
import { anyCase } from './pattern.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * A length of time as written. `d` and `w` are working days and weeks of an item's calendar, `ed` and `ew` elapsed
 * calendar days and weeks. How many minutes of work a working week has is known only where the calendar is.
 */
export interface Duration {
  readonly amount: number;
  readonly unit: 'd' | 'w' | 'ed' | 'ew';
}

/** Three points of an estimate, in working time. */
export interface Estimate {
  readonly optimistic: Duration;
  readonly likely: Duration;
  readonly pessimistic: Duration;
}

const NUMBER = '(?:\\d+(?:\\.\\d+)?|\\.\\d+)';
const WORKING = 'd|days?|w|wks?|weeks?';
const ELAPSED = 'ed|edays?|elapsed days?|ew|eweeks?|elapsed weeks?';
const DURATION = new RegExp(`^([+-]?${NUMBER})\\s*(${WORKING}|${ELAPSED})?$`, 'i');
const MOST_DAYS = 10_000;

/** What JSON Schema can say of a duration, of one that may be elapsed time, and of a lag: parts of a pattern. */
export const DURATION_PATTERN = `${NUMBER}\\s*(?:${anyCase(WORKING)})?`;
export const INTERVAL_PATTERN = `${NUMBER}\\s*(?:${anyCase(`${WORKING}|${ELAPSED}`)})?`;
export const LAG_PATTERN = `[+-]?\\s*${INTERVAL_PATTERN}`;

function unitOf(word: string | undefined): Duration['unit'] {
  const lower = (word ?? 'd').toLowerCase();
  const elapsed = lower.startsWith('e');
  const base = elapsed ? lower.replace(/^(elapsed |e)/, '') : lower;
  const weeks = base.startsWith('w');
  return elapsed ? (weeks ? 'ew' : 'ed') : weeks ? 'w' : 'd';
}

/**
 * Reads a duration: `3d`, `2w`, `0.5d`, `3 weeks`, `10` (days), and where allowed elapsed time, `10ed`, `2ew`,
 * and a sign.
 */
export function parseDuration(text: string, allow: { elapsed?: boolean; sign?: boolean } = {}): Result<Duration> {
  const match = DURATION.exec(text.trim());
  const forms = allow.elapsed ? '3d, 2w or 10ed' : '3d, 2w or 0.5d';
  if (!match) return otherwise(text.trim(), forms);
  const amount = Number(match[1]);
  const unit = unitOf(match[2]);
  if (!allow.sign && /^[+-]/.test(text.trim())) return fail(`a duration has no sign: write ${forms}`);
  if (!allow.elapsed && (unit === 'ed' || unit === 'ew')) {
    return fail('work is counted in working time: write days (d) or weeks (w); elapsed time is for lags and reviews');
  }
  // A week counts at most seven days here, so that no calendar can make a written week longer than its bound.
  if (Math.abs(amount) * (unit === 'w' || unit === 'ew' ? 7 : 1) > MOST_DAYS) {
    return fail('a duration is at most 10,000 days');
  }
  return ok({ amount, unit });
}

const OTHERWISE = new RegExp(
  `^(${NUMBER})[\\s-]*(?:(?:working|work|business)[\\s-]*(d|w)(?:ays?|eeks?)?|[wb]d|(h|hrs?|hours?)|(mo|mos|months?))$`,
  'i',
);

/** What a working day and a month are taken to be where somebody counts in hours or months. */
const HOURS = 8;
const DAYS_OF_MONTH = 22;

/** What is said of a text that is no duration as plans write it: `10 working days`, `80h`, `2 months`. */
function otherwise(text: string, forms: string): Result<never> {
  const match = OTHERWISE.exec(text);
  if (!match) return fail(`write a duration such as ${forms}`);
  const [, written, unit = 'd', hours, months] = match;
  const amount = Number(written) * (hours ? 1 / HOURS : months ? DAYS_OF_MONTH : 1);
  if (amount < 0.01) return fail(`write a duration such as ${forms}`);
  const meant = `${Math.round(amount * 100) / 100}${unit.toLowerCase()}`;
  const at = hours ? `${HOURS} hours a day` : months ? `${DAYS_OF_MONTH} working days a month` : undefined;
  return fail(at ? `write a duration in working time, ${meant} at ${at}` : `write ${meant}`, meant);
}

/** Reads `5d / 8d / 15d`: optimistic, likely, pessimistic, in rising order. */
export function parseEstimate(text: string): Result<Estimate> {
  const parts = text.split('/').map((part) => part.trim());
  if (parts.length !== 3) return fail('write three durations, such as 5d / 8d / 15d');
  return estimateOf(parts as [string, string, string]);
}

/** An estimate of three written durations: optimistic, likely, pessimistic. */
export function estimateOf(parts: readonly [string, string, string]): Result<Estimate> {
  const read = parts.map((part) => parseDuration(part));
  for (const [at, result] of read.entries()) {
    // What is meant by a part is not what is meant by all three.
    if (!result.ok) return fail(`${quoted(parts[at] as string)}: ${result.why}`);
  }
  const [optimistic, likely, pessimistic] = read.map((result) => (result as { value: Duration }).value) as [
    Duration,
    Duration,
    Duration,
  ];
  if (days(optimistic) > days(likely) || days(likely) > days(pessimistic)) {
    return fail('an estimate rises from optimistic over likely to pessimistic, such as 5d / 8d / 15d');
  }
  return ok({ optimistic, likely, pessimistic });
}

/** Days for comparing durations where no calendar is at hand: a week is five working or seven elapsed days. */
function days(duration: Duration): number {
  return duration.amount * (duration.unit === 'w' ? 5 : duration.unit === 'ew' ? 7 : 1);
}

/** A duration as Milepost writes it: `3d`, `2w`, `-2ed`. */
export function formatDuration(duration: Duration): string {
  return `${duration.amount}${duration.unit}`;
}
