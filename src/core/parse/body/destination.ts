import {
  BACKSLASH,
  DOUBLE_QUOTE,
  GREATER_THAN,
  isControl,
  isLetter,
  isLetterOrDigit,
  isLineEnd,
  isSpaceOrLineEnd,
  LEFT_PAREN,
  LESS_THAN,
  RIGHT_PAREN,
  SINGLE_QUOTE,
  SPACE,
} from './chars.ts';

/** A destination of a link: its text is `[start, end)`, and `next` is where what follows it begins. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The destination that begins at `at`, in angle brackets or bare, or undefined. A bare one ends at whitespace or at a `)`
 * that it did not open; `maxNesting` limits how deep its parentheses may be.
 */
export function destinationAt(text: string, at: number, to: number, maxNesting: number): Destination | undefined {
  if (at >= to) return undefined;
  return text.charCodeAt(at) === LESS_THAN ? enclosed(text, at, to) : bare(text, at, to, maxNesting);
}

function enclosed(text: string, open: number, to: number): Destination | undefined {
  for (let at = open + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER_THAN) return { start: open + 1, end: at, next: at + 1 };
    if (code === LESS_THAN || isLineEnd(code)) return undefined;
    if (code === BACKSLASH && at + 1 < to && !isLineEnd(text.charCodeAt(at + 1))) at++;
  }
  return undefined;
}

function bare(text: string, start: number, to: number, maxNesting: number): Destination | undefined {
  let nesting = 0;
  let at = start;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE || isControl(code)) {
      if (nesting > 0 || !isSpaceOrLineEnd(code)) return undefined;
      break;
    }
    if (code === LEFT_PAREN) {
      if (nesting === maxNesting) return undefined;
      nesting++;
    } else if (code === RIGHT_PAREN) {
      if (nesting === 0) break;
      nesting--;
    } else if (code === BACKSLASH && at + 1 < to && isEscapedInBare(text.charCodeAt(at + 1))) at++;
  }
  return nesting > 0 || at === start ? undefined : { start, end: at, next: at };
}

function isEscapedInBare(code: number): boolean {
  return code === LEFT_PAREN || code === RIGHT_PAREN || code === BACKSLASH;
}

/**
 * The offset after the title that begins at `at` with `"`, `'` or `(`, or -1. Reading stops at the first delimiter that
 * is not escaped, whatever follows, so that a thousand titles left open cost no more than one.
 */
export function titleEnd(text: string, open: number, to: number): number {
  const opener = text.charCodeAt(open);
  if (opener !== DOUBLE_QUOTE && opener !== SINGLE_QUOTE && opener !== LEFT_PAREN) return -1;
  const closer = opener === LEFT_PAREN ? RIGHT_PAREN : opener;
  for (let at = open + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === closer) return at + 1;
    if (code === opener) return -1;
    if (code === BACKSLASH) at++;
  }
  return -1;
}

/** Whether `[start, end)` names something in the same place: it is not empty, has no scheme, and names no host. */
export function isRelative(text: string, start: number, end: number): boolean {
  if (start >= end) return false;
  if (text.startsWith('//', start)) return false;
  if (!isLetter(text.charCodeAt(start))) return true;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) return false;
    if (!isLetterOrDigit(code) && code !== 0x2b && code !== 0x2d && code !== 0x2e) return true;
  }
  return true;
}
