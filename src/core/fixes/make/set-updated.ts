import { formatDay } from '../../model/values/day.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Says that somebody has looked at an item today, and found it true. */
export const setUpdated: FixMaker = ({ item }, { today }) => {
  const edits = item && setFields(item, [['updated', formatDay(today)]]);
  return edits ? [{ title: `Set updated to ${formatDay(today)}`, edits, preferred: true }] : [];
};
