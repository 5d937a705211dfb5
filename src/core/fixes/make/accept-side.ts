import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { nextLine } from '../edit/lines.ts';
import { isSame } from '../edit/reference.ts';
import { deletion } from '../edit/scalar.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

const MARKER = '<<<<<<<'.length;

/** Takes one side of a merge conflict, and with it the markers and the other side away. */
export const acceptSide: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const conflict = document?.conflicts.find(({ opening }) => isSame(opening, finding.range));
  if (!document || !conflict) return [];
  const { text } = document;
  const { range, opening, ours, theirs } = conflict;
  const end = nextLine(text, range.end);
  const ourName = text.slice(opening.start + MARKER, opening.end).trim() || 'this branch';
  const theirName = text.slice(theirs.end + MARKER, range.end).trim() || 'the other branch';
  return [
    { title: `Accept the first side, of ${shown(ourName)}`, kept: ours },
    { title: `Accept the second side, of ${shown(theirName)}`, kept: theirs },
  ].map(({ title, kept }) => ({
    title,
    edits: inDocument(document, [deletion(range.start, kept.start), deletion(kept.end, end)]),
  }));
};
