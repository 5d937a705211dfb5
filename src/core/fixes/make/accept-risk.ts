import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Says of a risk without mitigation that it is taken as it is. */
export const acceptRisk: FixMaker = ({ item }) => {
  const edits = item && setFields(item, [['response', 'accept']]);
  return edits ? [{ title: `Accept ${shown(item.id)}: response: accept`, edits }] : [];
};
