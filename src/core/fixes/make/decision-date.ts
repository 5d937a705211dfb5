import { formatDay } from '../../model/values/day.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Writes the day on which a decision was accepted: today, or when somebody last looked at it. */
export const decisionDate: FixMaker = ({ item }, { today }) => {
  if (!item) return [];
  const { updated } = item.values;
  const days = [{ day: today, why: 'today' }];
  if (updated !== undefined && updated < today) days.push({ day: updated, why: 'when it was last updated' });
  return days.flatMap(({ day, why }) => {
    const edits = setFields(item, [['date', formatDay(day)]]);
    return edits ? [{ title: `Set date to ${formatDay(day)}, ${why}`, edits }] : [];
  });
};
