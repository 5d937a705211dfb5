import { type Day, formatDay, LAST_DAY } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Where an item does not say how often it is to be looked at. */
const FOUR_WEEKS = 28;

/** Says that a risk was reviewed today, and when it will be again: after its `review_every`, else in four weeks. */
export const nextReview: FixMaker = ({ item }, { today }) => {
  if (!item) return [];
  const next = Math.min(today + daysUntilReview(item), LAST_DAY);
  const edits = setFields(item, [
    ['updated', formatDay(today)],
    ['review_by', formatDay(next as Day)],
  ]);
  return edits ? [{ title: `Reviewed today: look at it again by ${formatDay(next)}`, edits, preferred: true }] : [];
};

function daysUntilReview({ values: { review_every } }: Item): number {
  if (!review_every) return FOUR_WEEKS;
  const { amount, unit } = review_every;
  // Five working days are a week.
  const days = unit === 'w' || unit === 'ew' ? amount * 7 : unit === 'd' ? (amount * 7) / 5 : amount;
  return Math.max(1, Math.ceil(days));
}
