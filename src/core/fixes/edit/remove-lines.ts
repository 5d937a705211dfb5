import type { TextEdit } from '../fix.ts';
import { breakAt, lineStart, nextLine } from './lines.ts';
import { deletion } from './scalar.ts';

/** An edit that removes the lines from that of one offset to that of another. */
export function removeLines(text: string, first: number, last: number): TextEdit {
  const start = lineStart(text, first);
  const end = nextLine(text, last);
  // The last line of a text has no line break of its own: that of the line before it goes.
  if (end === text.length && start > 0 && !/[\r\n]/.test(text[end - 1] as string)) {
    const before = start - (breakAt(text, start - 2) === '\r\n' ? 2 : 1);
    return deletion(before, end);
  }
  return deletion(start, end);
}
