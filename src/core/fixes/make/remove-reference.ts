import { isEditable } from '../documents.ts';
import { referenceAt, removeReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Takes away a reference that leads nowhere, or to what its field does not take. */
export const removeWrongReference: FixMaker = (finding, { plan }) => {
  const reference = referenceAt(finding, plan);
  const edits = reference && isEditable(reference.from) && removeReference(reference);
  return edits ? [{ title: `Remove the reference to ${shown(reference.written.text)}`, edits }] : [];
};
