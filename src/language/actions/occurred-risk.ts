import { mergedEdits } from '../../core/fixes/edit/merged.ts';
import { setFields } from '../../core/fixes/edit/set-fields.ts';
import { shown } from '../../core/fixes/words.ts';
import { issue } from '../../core/model/types/issue.ts';
import { formatDay } from '../../core/model/values/day.ts';
import { unclaimedId } from '../../core/scaffold/unclaimed-id.ts';
import type { ActionMaker } from './action.ts';
import { placeBeside } from './beside.ts';

/** Turns a risk that has occurred into an issue, which the risk names, with its title and its owner. */
export const occurredRisk: ActionMaker = (at) => {
  const { item, plan, today } = at;
  if (item.type.name !== 'risk' || item.values.became || item.status === 'closed') return [];
  const id = unclaimedId(issue, item.title, item.program, plan);
  const since = formatDay(Math.min(item.values.occurred_on ?? today, today));
  const own = setFields(item, [
    ...(item.status === 'occurred' ? [] : [['status', 'occurred'] as const]),
    ...(item.values.occurred_on === undefined ? [['occurred_on', since] as const] : []),
    ['became', id],
  ]);
  const title = item.parsed.title ?? id;
  const place = placeBeside(at, { type: issue, id, title, fields: [['opened', since]] });
  if (!own || !place) return [];
  return [
    {
      title: `Turn ${shown(item.id)}, which has occurred, into the issue ${shown(id)}`,
      kind: 'rewrite',
      ...place,
      edits: mergedEdits([...own, ...place.edits]),
    },
  ];
};
