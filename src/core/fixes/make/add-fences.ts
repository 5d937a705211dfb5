import type { ParsedDocument } from '../../parse/document.ts';
import { isBeforeField, isFence } from '../../parse/fence-like.ts';
import { findUnfenced, type Unfenced } from '../../parse/unfenced.ts';
import type { Range } from '../../text/range.ts';
import { documentOf } from '../documents.ts';
import { applyEdits } from '../edit/apply.ts';
import { inDocument } from '../edit/in-document.ts';
import { breakAt, lineEnd } from '../edit/lines.ts';
import { insertion } from '../edit/scalar.ts';
import type { FixMaker, TextEdit } from '../fix.ts';
import { readAgain } from '../read-again.ts';

/**
 * Makes front matter of the fields at the top of a file, by the lines `---` above and below them.
 * @safe where all of it can be read then, and no other field stands below
 */
export const addFences: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const found = document && findUnfenced(document.text);
  if (!found) return [];
  const edits = fences(document, found);
  const after = readAgain(document.path, applyEdits(document.text, edits), plan);
  if (!after?.frontMatter.closed) return [];
  // What stands below the last line would be a field no more.
  const isWhole = !isBeforeField(document.text, found.closing ?? { start: found.content.end, end: found.content.end });
  const safe = isWhole && !after.broken;
  return [{ title: 'Make it front matter', edits: inDocument(document, edits), preferred: true, safe }];
};

function fences({ text }: ParsedDocument, { start, opening, content, closing }: Unfenced): readonly TextEdit[] {
  const newline = breakAt(text, lineEnd(text, content.start)) || '\n';
  const above = opening ?? { start: content.start, end: content.start };
  // Where nothing stands above the fields, and nothing below them, the lines are new.
  return [
    ...(start < above.start ? [{ range: { start, end: above.start }, text: '' }] : []),
    ...(opening ? fence(text, opening) : [insertion(above.start, `---${newline}`)]),
    ...(closing ? fence(text, closing) : [closingLine(text, content.end, newline)]),
  ];
}

/** A line that is what it should be stays as it is. */
const fence = (text: string, range: Range): readonly TextEdit[] =>
  isFence(text.slice(range.start, range.end)) ? [] : [{ range, text: '---' }];

/** A line after the last field. */
function closingLine(text: string, at: number, newline: string): TextEdit {
  const isAfterBreak = /[\r\n]/.test(text[at - 1] as string);
  return insertion(at, `${isAfterBreak ? '' : newline}---${newline}`);
}
