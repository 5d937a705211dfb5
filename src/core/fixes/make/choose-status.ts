import { statusesOf } from '../../model/status.ts';
import { isSame } from '../edit/reference.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Where a status is near to none that its type has: any of these. */
export const chooseStatus: FixMaker = ({ item, suggestion, range }) => {
  const written = item?.field('status')?.value;
  // An entry that is no item stands in one.
  if (!item || !written || !isSame(written.range, range) || suggestion !== undefined) return [];
  return statusesOf(item.type).flatMap((status) => {
    const edits = setFields(item, [['status', status]]);
    return edits ? [{ title: `Change to ${status}`, edits }] : [];
  });
};
