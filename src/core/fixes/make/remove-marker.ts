import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import { removeLines } from '../edit/remove-lines.ts';
import type { FixMaker } from '../fix.ts';

/** Removes a conflict marker that stands alone, where a merge was solved by hand. */
export const removeMarker: FixMaker = (finding, { plan }) => {
  const { range } = finding;
  const document = documentOf(finding, plan);
  if (!document || document.conflicts.some(({ opening }) => isSame(opening, range))) return [];
  const edit = removeLines(document.text, range.start, range.end);
  return [{ title: 'Remove this line', edits: inDocument(document, [edit]), preferred: true }];
};
