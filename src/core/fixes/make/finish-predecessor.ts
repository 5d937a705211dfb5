import { isEditable } from '../documents.ts';
import { isSame, removeReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';
import { closing } from './close-item.ts';

/** What was done before something it waited for: the other is done too, or it never had to wait. */
export const finishPredecessor: FixMaker = ({ item, range }, { plan, today }) => {
  if (!item) return [];
  // The reference may be the waiting item's, or in `blocks` of the one that is waited for.
  const link = [...plan.linksTo(item), ...plan.linksFrom(item)].find(
    ({ reference }) => reference.from === item && isSame(reference.written.range, range),
  );
  if (!link) return [];
  const { from, to, reference } = link;
  const edits = isEditable(reference.from) ? removeReference(reference) : undefined;
  const title = `Remove the link: ${shown(to.id)} did not have to wait for ${shown(from.id)}`;
  return [...closing(from, today), ...(edits ? [{ title, edits }] : [])];
};
