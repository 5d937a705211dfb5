import { mergedEdits } from '../../core/fixes/edit/merged.ts';
import { setFields } from '../../core/fixes/edit/set-fields.ts';
import { shown } from '../../core/fixes/words.ts';
import { decision } from '../../core/model/types/decision.ts';
import { unclaimedId } from '../../core/scaffold/unclaimed-id.ts';
import type { ActionMaker } from './action.ts';
import { placeBeside } from './beside.ts';

/** Replaces a decision that was taken by a new one, which is to be taken: each names the other. */
export const supersedeDecision: ActionMaker = (at) => {
  const { item, plan } = at;
  if (item.type.name !== 'decision' || !item.finished) return [];
  if (item.values.superseded_by?.length) return [];
  const id = unclaimedId(decision, item.title, item.program, plan);
  const own = setFields(item, [
    ['status', 'superseded'],
    ['superseded_by', id],
  ]);
  const title = item.parsed.title ?? id;
  const place = placeBeside(at, { type: decision, id, title, fields: [['supersedes', item.id]] });
  if (!own || !place) return [];
  return [
    {
      title: `Replace ${shown(item.id)} by a new decision, ${shown(id)}`,
      kind: 'rewrite',
      ...place,
      edits: mergedEdits([...own, ...place.edits]),
    },
  ];
};
