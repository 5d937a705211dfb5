import { issue } from '../../model/types/issue.ts';
import { formatDay } from '../../model/values/day.ts';
import { unclaimedId } from '../../scaffold/unclaimed-id.ts';
import { mergedEdits } from '../edit/merged.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';
import { placeNew } from '../place-for-new.ts';
import { shown } from '../words.ts';

/** Creates the issue that a risk has turned into, and names it in the risk. */
export const createIssue: FixMaker = ({ item }, { plan, today }) => {
  if (!item) return [];
  const id = unclaimedId(issue, item.title, item.program, plan);
  const became = setFields(item, [['became', id]]);
  const owner = item.field('owner')?.value;
  const since = Math.min(item.values.occurred_on ?? today, today);
  const answers = item.values.owner && owner?.kind === 'scalar' ? owner.text.trim() : undefined;
  const place = placeNew(
    item.document,
    { type: issue, id, title: item.parsed.title ?? id, owner: answers, program: item.program, today },
    [...(answers === undefined ? [] : [['owner', answers] as const]), ['opened', formatDay(since)]],
    plan,
  );
  if (!became || !place) return [];
  const where = place.creates ? ` in ${shown(place.creates.path)}` : '';
  return [
    {
      title: `Create the issue ${shown(id)} for it${where}`,
      ...place,
      edits: mergedEdits([...became, ...place.edits]),
    },
  ];
};
