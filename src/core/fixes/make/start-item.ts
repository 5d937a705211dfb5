import { formatDay } from '../../model/values/day.ts';
import { isEmpty } from '../../parse/yaml/node.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Says that work on a milestone has started, today. */
export const startItem: FixMaker = ({ item }, { today }) => {
  if (!item?.open) return [];
  const written = item.field('status')?.value;
  const isPlanned = written && !isEmpty(written) && item.status === item.type.statuses.open[0];
  const edits = setFields(item, [
    ...(isPlanned ? [['status', 'in-progress'] as const] : []),
    ['started', formatDay(today)],
  ]);
  return edits ? [{ title: `Mark ${shown(item.id)} as started today`, edits }] : [];
};
