import { mergedEdits } from '../../core/fixes/edit/merged.ts';
import { setFields } from '../../core/fixes/edit/set-fields.ts';
import { shown } from '../../core/fixes/words.ts';
import { readStatus } from '../../core/model/status.ts';
import { issue } from '../../core/model/types/issue.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { unclaimedId } from '../../core/scaffold/unclaimed-id.ts';
import type { ActionMaker } from './action.ts';
import { placeBeside } from './beside.ts';

const OCCURRED = 'occurred';

/** Says of a risk that may occur, or has, that it has: turns it into an issue, which it names, with its title and its owner. */
export const occurredRisk: ActionMaker = (at) => {
  const { item, plan, today } = at;
  const { became, occurred_on } = item.values;
  if (item.type.name !== 'risk' || became || !(item.open || item.status === OCCURRED)) return [];
  const id = unclaimedId(issue, item.title, item.program, plan);
  const since = formatDay(Math.min(occurred_on ?? today, today));
  const own = setFields(item, [
    ...(saysOccurred(item, plan) ? [] : [['status', OCCURRED] as const]),
    // What has occurred did so today at the latest.
    ...(occurred_on === undefined || occurred_on > today ? [['occurred_on', since] as const] : []),
    ['became', id],
  ]);
  const title = item.parsed.title ?? id;
  const place = placeBeside(at, { type: issue, id, title, fields: [['opened', since]] });
  if (!own || !place) return [];
  return [
    {
      title: saysOccurred(item, plan)
        ? `${shown(item.id)} has occurred: turn it into the issue ${shown(id)}`
        : `If ${shown(item.id)} has occurred, turn it into the issue ${shown(id)}`,
      kind: 'rewrite',
      ...place,
      edits: mergedEdits([...own, ...place.edits]),
    },
  ];
};

/** Whether the status is written as one that means it: what is only near to the word is a finding. */
function saysOccurred(item: Item, { config }: Plan): boolean {
  const written = item.field('status')?.value;
  return written?.kind === 'scalar' && readStatus(item.type, written.text, config.statusWords) === OCCURRED;
}
