import { type Day, formatDay } from '../../model/values/day.ts';
import { isEmpty } from '../../parse/yaml/node.ts';
import type { Item } from '../../plan/item.ts';
import { isEditable } from '../documents.ts';
import { setFields } from '../edit/set-fields.ts';
import type { Draft, FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Marks an item as ended well, today. */
export const closeItem: FixMaker = ({ item }, { today }) => closing(item, today);

/** The fix that marks an open item as done, resolved, delivered or accepted, with the day that closes it. */
export function closing(item: Item | undefined, today: Day): readonly Draft[] {
  if (!item?.open || !isEditable(item)) return [];
  const { statuses, closedOn } = item.type;
  const status = statuses.good ?? statuses.byDate;
  const written = item.field('status')?.value;
  const dated = !item.field(closedOn as 'completed') && item.field('completed') ? 'completed' : closedOn;
  const { progress } = item.values;
  const edits = setFields(item, [
    // Without a status, the date says it.
    ...(written && !isEmpty(written) ? [['status', status] as const] : []),
    ...(typeof progress === 'number' && progress < 100 ? [['progress', '100%'] as const] : []),
    ...(item.closedOn === undefined ? [[dated, formatDay(today)] as const] : []),
  ]);
  return edits ? [{ title: `Mark ${shown(item.id)} as ${status} today`, edits }] : [];
}
