import { ASTERISK, DASH, DOT, isDigit, isSpace, PLUS, RIGHT_PAREN, skipSpaces } from './chars.ts';
import type { ThematicBreaks } from './thematic-break.ts';

/** Longer numbers overflow in some browsers, so CommonMark reads none. */
const MAX_DIGITS = 9;

/**
 * The length of the list marker at `at` (`-`, `12.`), or 0 where `[at, end)`, the rest of a line, begins with none.
 * `interrupting` says that a paragraph is open: only an item that holds something and, in an ordered list, is number 1
 * ends it.
 */
export function listMarkerLength(
  text: string,
  at: number,
  end: number,
  interrupting: boolean,
  breaks: ThematicBreaks,
): number {
  const code = text.charCodeAt(at);
  let length = 1;
  if (code === ASTERISK || code === DASH) {
    if (!isMarkerEnd(text, at + 1, end, interrupting)) return 0;
    return breaks.at(at, end) ? 0 : 1;
  }
  if (isDigit(code)) {
    while (length < MAX_DIGITS && at + length < end && isDigit(text.charCodeAt(at + length))) length++;
    if (interrupting && (length > 1 || code !== 0x31)) return 0;
    const delimiter = at + length < end ? text.charCodeAt(at + length) : -1;
    if (delimiter !== DOT && delimiter !== RIGHT_PAREN) return 0;
    length++;
  } else if (code !== PLUS) return 0;
  return isMarkerEnd(text, at + length, end, interrupting) ? length : 0;
}

function isMarkerEnd(text: string, at: number, end: number, interrupting: boolean): boolean {
  if (at >= end) return !interrupting;
  return isSpace(text.charCodeAt(at)) && !(interrupting && skipSpaces(text, at, end) === end);
}
