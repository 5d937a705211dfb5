import { parseReference } from '../../model/values/reference.ts';
import type { Reference } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { isSlip } from '../../text/slip.ts';
import { inDocument } from '../edit/in-document.ts';
import { referenceAt, renameReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Writes the id that was probably meant; link type, lag and quotes stay.
 * @safe where nothing but case, hyphens, swapped neighbours or one letter inside of a word of at least five letters is
 * wrong, and it leads to one item that the field takes, and does not name already
 */
export const correctReference: FixMaker = (finding, { plan }) => {
  const { suggestion, item } = finding;
  const reference = referenceAt(finding, plan);
  const edit = reference && suggestion !== undefined && renameReference(reference, suggestion);
  if (!edit || !item) return [];
  return [
    {
      title: `Change to ${shown(suggestion)}`,
      edits: inDocument(item.document, [edit]),
      preferred: true,
      safe: isSlip(reference.written.text, suggestion) && isCertain(reference, suggestion, plan),
    },
  ];
};

/** Whether a name leads to one item that the field takes, and that it does not name already. */
function isCertain({ from, field }: Reference, suggestion: string, plan: Plan): boolean {
  if (field === 'program' || field === 'workstream') return true;
  const name = parseReference(suggestion);
  if (!name.ok) return false;
  const { target, fault } = plan.lookup.find(name.value, from.program, from.type.fields[field]?.refersTo ?? ['any']);
  if (!target || fault) return false;
  return !plan.referencesFrom(from).some((other) => other.field === field && other.target === target);
}
