import type { Cause, ItemChange, Sides } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { PlanState } from '../../state/state.ts';
import { firstOf } from '../../text/some.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel } from '../day-label.ts';
import { signedDays } from '../forecast-label.ts';
import { shortDayMove } from './day-move.ts';
import { causeWords, slipText } from './words.ts';

/** A day before and after: `20 → 24 Nov`; with what it is where one side has none. Empty where neither has one. */
export function sidesText({ base, head }: Sides<Day>, today: Day): string {
  const day = shortDayMove(base, head, today);
  return base === undefined && head !== undefined
    ? `now ${day}`
    : base !== undefined && head === undefined
      ? `was ${day}`
      : day;
}

/** `20 → 24 Nov +2d`: where the forecast of an item, or the finish of a program, went. */
export const moveText = (days: Sides<Day>, moved: number | undefined, today: Day): string =>
  [sidesText(days, today), slipText(moved)].filter((part) => part !== '').join(' ');

const MOST_NAMED = 2;

/** `through schema-v2`: what moved an item, where something else did; empty where nothing did. */
export const throughText = (causes: readonly Cause[]): string =>
  causes.length === 0
    ? ''
    : `through ${firstOf(
        causes.map((cause) => visible(causeWords(cause))),
        MOST_NAMED,
      )}`;

/** `+41d since v1`: how far the forecast of an item is from the baseline; empty where it is not, or there is none. */
export function sinceBaseline(item: Item, { drifts }: PlanState): string {
  const drift = drifts.of(item)?.workingDays;
  return drift ? `${signedDays(drift)} since ${visible(drifts.baseline?.name ?? '')}` : '';
}

/**
 * What a line of an item says of a change: `was 20 Nov, +2d, through schema-v2`; `new` of what was added. Empty where
 * nothing is to be said of its date, and of what is gone.
 */
export function wasText({ kind, item, forecast, workingDaysMoved, causes }: ItemChange, today: Day): string {
  if (kind === 'added') return 'new';
  if (item.head === undefined) return '';
  const { base: was, head: now } = item;
  const former = kind === 'renamed' && was ? `was ${visible(was.id === now.id ? was.key : was.id)}` : '';
  const { base, head } = forecast;
  if (base === head || (item.base && !item.base.open && !item.head.open)) return former;
  const date = base === undefined ? 'had no date' : `was ${dayLabel(base, today)}`;
  return [former, date, slipText(workingDaysMoved), throughText(causes)].filter((part) => part !== '').join(', ');
}
