import { isSpace, isSpaceOrLineEnd, LEFT_BRACKET, RIGHT_BRACKET, skipWhitespace } from './chars.ts';

/**
 * The task box (`[ ]`, `[x]`, `[X]`) that begins `[at, to)`, the content of a paragraph, or undefined. Something must
 * follow it, on its line or on the next.
 */
export function taskBoxAt(text: string, at: number, to: number): 'checked' | 'open' | undefined {
  if (at + 3 >= to || text.charCodeAt(at) !== LEFT_BRACKET || text.charCodeAt(at + 2) !== RIGHT_BRACKET)
    return undefined;
  const checked = text[at + 1] === 'x' || text[at + 1] === 'X';
  if (!checked && !isSpace(text.charCodeAt(at + 1))) return undefined;
  const followed = isSpaceOrLineEnd(text.charCodeAt(at + 3)) && skipWhitespace(text, at + 3, to) < to;
  if (!followed) return undefined;
  return checked ? 'checked' : 'open';
}
