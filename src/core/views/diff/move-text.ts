import type { Cause, ItemChange, Sides } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel } from '../day-label.ts';
import { signedDays } from '../forecast-label.ts';

/** A day before and after, as people say it: `20 → 24 Nov`, `30 Nov → 4 Dec`. Empty where neither side has one. */
export function dayMove({ base, head }: Sides<Day>, today: Day): string {
  if (base === undefined || head === undefined || base === head) {
    const [day = undefined, word = ''] = head !== undefined ? [head, base === head ? '' : 'now '] : [base, 'was '];
    return day === undefined ? '' : `${word}${dayLabel(day, today)}`;
  }
  const [from, to] = [dayLabel(base, today), dayLabel(head, today)];
  const [date, ...month] = from.split(' ');
  return to.endsWith(` ${month.join(' ')}`) ? `${date} → ${to}` : `${from} → ${to}`;
}

/** `+2d`; empty where nothing moves by a day that counts. */
export const moveDays = (moved: number | undefined): string => (moved ? signedDays(moved) : '');

/** `20 → 24 Nov +2d`: where the forecast of an item, or the finish of a program, went. */
export const moveText = (days: Sides<Day>, moved: number | undefined, today: Day): string =>
  [dayMove(days, today), moveDays(moved)].filter((part) => part !== '').join(' ');

const MOST_NAMED = 2;

/** `through schema-v2`: what moved an item, where something else did; empty where nothing did. */
export function throughText(causes: readonly Cause[]): string {
  const names = causes.map((cause) => visible(nameOfCause(cause)));
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `through ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** What a cause is called: an id, or `milepost.yaml`. */
export function nameOfCause(cause: Cause): string {
  switch (cause.kind) {
    case 'item':
      return cause.item.id;
    case 'program':
      return cause.program;
    case 'configuration':
      return 'milepost.yaml';
  }
}

/**
 * What a line of an item says of a change: `was 20 Nov, +2d, through schema-v2`; `new` of what was added. Empty where
 * nothing is to be said of its date, and of what is gone.
 */
export function wasText({ kind, item, forecast, workingDaysMoved, causes }: ItemChange, today: Day): string {
  if (kind === 'added') return 'new';
  if (item.head === undefined) return '';
  const former = kind === 'renamed' && item.base ? `was ${visible(item.base.id)}` : '';
  const { base, head } = forecast;
  if (base === head || (item.base && !item.base.open && !item.head.open)) return former;
  const was = base === undefined ? 'had no date' : `was ${dayLabel(base, today)}`;
  return [former, was, moveDays(workingDaysMoved), throughText(causes)].filter((part) => part !== '').join(', ');
}
