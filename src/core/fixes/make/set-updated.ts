import { formatDay } from '../../model/values/day.ts';
import { pairOf, setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Says that somebody has looked at an item today, and found it true; an open decision record has its `date` for that. */
export const setUpdated: FixMaker = ({ item }, { today }) => {
  const field = item?.document.convention && pairOf(item, 'date') ? 'date' : 'updated';
  const edits = item && setFields(item, [[field, formatDay(today)]]);
  return edits ? [{ title: `Set ${field} to ${formatDay(today)}`, edits, preferred: true }] : [];
};
