import { COLON, isLineEnd, LEFT_BRACKET, skipSpaces, skipWhitespace } from './chars.ts';
import { type Destination, destinationAt, titleEnd } from './destination.ts';
import { labelEnd, normalizeLabel } from './label.ts';

/** `[label]: destination "title"`. */
export interface Definition {
  /** Normalized. */
  readonly label: string;
  readonly destination: Destination;
  /** The end of the line that the definition ends in. */
  readonly end: number;
}

/** The reference definition that begins at `at` in `[at, to)`, the content of a paragraph; undefined where none does. */
export function definitionAt(text: string, at: number, to: number): Definition | undefined {
  if (at >= to || text.charCodeAt(at) !== LEFT_BRACKET) return undefined;
  const close = labelEnd(text, at, to);
  if (close < 0 || close + 1 >= to || text.charCodeAt(close + 1) !== COLON) return undefined;
  const destination = destinationAt(text, skipWhitespace(text, close + 2, to), to, Number.POSITIVE_INFINITY);
  if (!destination) return undefined;
  const end = endWithTitle(text, destination.next, to) ?? restOfLineIfBlank(text, destination.next, to);
  if (end === undefined) return undefined;
  return { label: normalizeLabel(text.slice(at + 1, close)), destination, end };
}

/** The title may stand on the next line; what is none there is the next line's own. */
function endWithTitle(text: string, from: number, to: number): number | undefined {
  const open = skipWhitespace(text, from, to);
  if (open === from || open >= to) return undefined;
  const after = titleEnd(text, open, to);
  return after < 0 ? undefined : restOfLineIfBlank(text, after, to);
}

function restOfLineIfBlank(text: string, from: number, to: number): number | undefined {
  const end = skipSpaces(text, from, to);
  return end >= to || isLineEnd(text.charCodeAt(end)) ? end : undefined;
}
