import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { breakAt, isBlankBetween, lineEnd, lineStart, nextLine } from '../edit/lines.ts';
import { isSame } from '../edit/reference.ts';
import { removeLines } from '../edit/remove-lines.ts';
import { deletion } from '../edit/scalar.ts';
import type { FixMaker } from '../fix.ts';

/** Removes a comment that closes no live block. */
export const removeCloser: FixMaker = (finding, { plan }) => {
  const { range } = finding;
  const document = documentOf(finding, plan);
  if (!document?.body.strays.some((stray) => isSame(stray, range))) return [];
  const { text } = document;
  const [start, end] = [lineStart(text, range.start), lineEnd(text, range.end)];
  // What stands before it and after it would be one, with no line between.
  const edit =
    isBlankAt(text, endOfLineBefore(text, start)) || isBlankAt(text, nextLine(text, end))
      ? removeLines(text, range.start, range.end)
      : deletion(start, end);
  return [{ title: 'Remove this comment', edits: inDocument(document, [edit]), preferred: true }];
};

/** The offset at which the line before one ends, before its line break. */
const endOfLineBefore = (text: string, start: number): number => start - (breakAt(text, start - 2) === '\r\n' ? 2 : 1);

/** Whether the line of an offset is blank; so is what is before the text or after it. */
function isBlankAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  return isBlankBetween(text, lineStart(text, at), lineEnd(text, at));
}
