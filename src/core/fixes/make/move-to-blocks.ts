import { fieldOf } from '../../model/registry.ts';
import { isEditable } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { addToField } from '../edit/list-entry.ts';
import { nameFor, referenceAt, removeReference } from '../edit/reference.ts';
import { mapOf } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** A milestone that waits for an issue or an action: says so where that is said, in `blocks` of the other. */
export const moveToBlocks: FixMaker = (finding, { plan }) => {
  const reference = referenceAt(finding, plan);
  const { target, from, field } = reference ?? {};
  if (!reference || !target || !from || field !== 'depends_on' || from.type.name !== 'milestone') return [];
  if (!fieldOf(target.type, 'blocks') || !isEditable(target)) return [];
  const map = mapOf(target);
  const isNamed = plan.referencesFrom(target).some((other) => other.field === 'blocks' && other.target === from);
  const removed = removeReference(reference);
  const name = nameFor(from, target.program, plan);
  const added = isNamed ? [] : map && name !== undefined && addToField(target.document, map, 'blocks', name);
  if (!removed || !added) return [];
  return [
    {
      title: `Say it in ${shown(target.id)}: it blocks ${shown(from.id)}`,
      edits: [...removed, ...inDocument(target.document, added)],
      preferred: true,
    },
  ];
};
