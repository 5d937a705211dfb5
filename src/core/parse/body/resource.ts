import { DOUBLE_QUOTE, LEFT_PAREN, RIGHT_PAREN, SINGLE_QUOTE, skipWhitespace } from './chars.ts';
import { type Destination, destinationAt, titleEnd } from './destination.ts';

/** As other readers have it. It also bounds how often a character can be read as part of a destination. */
const MAX_NESTING = 32;

/** `(destination "title")` after the text of a link. */
export interface Resource {
  /** Undefined where the parentheses are empty. */
  readonly destination: Destination | undefined;
  /** After the `)`. */
  readonly end: number;
}

/** The resource whose `(` stands at `open`, or undefined where it is none. */
export function resourceAt(text: string, open: number, to: number): Resource | undefined {
  const start = skipWhitespace(text, open + 1, to);
  if (isCloser(text, start, to)) return { destination: undefined, end: start + 1 };
  const destination = destinationAt(text, start, to, MAX_NESTING);
  if (!destination) return undefined;
  let at = skipWhitespace(text, destination.next, to);
  if (at > destination.next && at < to && isTitleOpener(text.charCodeAt(at))) {
    const afterTitle = titleEnd(text, at, to);
    if (afterTitle < 0) return undefined;
    at = skipWhitespace(text, afterTitle, to);
  }
  return isCloser(text, at, to) ? { destination, end: at + 1 } : undefined;
}

function isCloser(text: string, at: number, to: number): boolean {
  return at < to && text.charCodeAt(at) === RIGHT_PAREN;
}

function isTitleOpener(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === LEFT_PAREN;
}
