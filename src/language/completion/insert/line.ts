import type { Range } from '../../../core/text/range.ts';
import { isBreak } from '../../loose/lines.ts';

/** What an empty line has to begin with: the stretch before the cursor that takes its place, where it is something else. */
export function lineOf(
  text: string,
  offset: number,
  column: number,
): { readonly range: Range; readonly indent: string } {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== BYTE_ORDER_MARK) start--;
  const indent = ' '.repeat(column);
  return text.slice(start, offset) === indent
    ? { range: { start: offset, end: offset }, indent: '' }
    : { range: { start, end: offset }, indent };
}

const BYTE_ORDER_MARK = 0xfeff;

/** The line break that a text uses. */
export function newlineOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
