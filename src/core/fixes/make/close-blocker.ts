import { referenceAt, removeReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';
import { closing } from './close-item.ts';

/** Ends what blocks an item; of something that was declined, ends the waiting for it. */
export const closeBlocker: FixMaker = (finding, { plan, today }) => {
  const reference = referenceAt(finding, plan);
  if (!reference) return [];
  if (reference.field === 'blocks') return closing(reference.from, today);
  const edits = removeReference(reference);
  return edits ? [{ title: `Remove the link to ${shown(reference.written.text)}`, edits }] : [];
};
