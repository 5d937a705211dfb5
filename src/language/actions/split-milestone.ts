import { inDocument } from '../../core/fixes/edit/in-document.ts';
import { addToField } from '../../core/fixes/edit/list-entry.ts';
import { mergedEdits } from '../../core/fixes/edit/merged.ts';
import { mapOf } from '../../core/fixes/edit/tree.ts';
import { shown } from '../../core/fixes/words.ts';
import { milestone } from '../../core/model/types/milestone.ts';
import { idsNamed, isTaken } from '../../core/scaffold/unclaimed-id.ts';
import type { ActionMaker } from './action.ts';
import { placeBeside } from './beside.ts';

/**
 * Splits a milestone: a new one, its first part, which it waits for. What it waits for already, and what waits for it,
 * stays as it is, so that nothing comes loose.
 */
export const splitMilestone: ActionMaker = (at) => {
  const { item, plan, document } = at;
  if (item.type.name !== 'milestone' || !item.open) return [];
  const map = mapOf(item);
  const claimed = new Set(idsNamed(plan));
  const id = freeId(`${item.id}-part`, (one) => isTaken(one, plan) || claimed.has(one));
  const place = placeBeside(at, { type: milestone, id, title: `${item.parsed.title ?? item.id}, first part` });
  const waits = map && addToField(document, map, 'depends_on', id);
  if (!place || !waits) return [];
  return [
    {
      title: `Split ${shown(item.id)}: a first part, ${shown(id)}, which it waits for`,
      kind: 'extract',
      ...place,
      edits: mergedEdits([...inDocument(document, waits), ...place.edits]),
    },
  ];
};

/** An id that will do. */
function freeId(stem: string, isNone: (id: string) => boolean): string {
  let number = 1;
  while (isNone(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
