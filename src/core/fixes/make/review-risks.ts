import { formatDay } from '../../model/values/day.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Says that the risks of a program have been gone through today. */
export const reviewRisks: FixMaker = ({ item }, { today }) => {
  const edits = item && setFields(item, [['risks_reviewed', formatDay(today)]]);
  return edits ? [{ title: `Set risks_reviewed to ${formatDay(today)}`, edits, preferred: true }] : [];
};
