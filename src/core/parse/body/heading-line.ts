import type { Range } from '../../text/range.ts';
import { DASH, EQUALS, HASH, isSpace, runLength, skipSpaces, trimSpacesEnd } from './chars.ts';

const MAX_DEPTH = 6;

/** The depth of the heading (`## Text`) that `[at, end)`, a line without its indent, is; 0 where it is none. */
export function atxDepth(text: string, at: number, end: number): number {
  const depth = runLength(text, HASH, at, end);
  if (depth > MAX_DEPTH) return 0;
  return at + depth === end || isSpace(text.charCodeAt(at + depth)) ? depth : 0;
}

/** The content of a heading of `depth` that begins at `at`: without spaces around it and without closing `#`s. */
export function atxContent(text: string, at: number, end: number, depth: number): Range {
  const start = skipSpaces(text, at + depth, end);
  const last = trimSpacesEnd(text, start, end);
  let closing = last;
  while (closing > start && text.charCodeAt(closing - 1) === HASH) closing--;
  if (closing === start) return { start: closing, end: closing };
  const closed = closing < last && isSpace(text.charCodeAt(closing - 1));
  return { start, end: closed ? trimSpacesEnd(text, start, closing) : last };
}

/** The depth of the heading that `[at, end)` underlines, were it one: 1 for `===`, 2 for `---`, else 0. */
export function underlineDepth(text: string, at: number, end: number): number {
  const marker = text.charCodeAt(at);
  if (marker !== EQUALS && marker !== DASH) return 0;
  if (skipSpaces(text, at + runLength(text, marker, at, end), end) < end) return 0;
  return marker === EQUALS ? 1 : 2;
}
