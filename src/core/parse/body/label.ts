import { BACKSLASH, CARET, isSpaceOrLineEnd, LEFT_BRACKET, RIGHT_BRACKET } from './chars.ts';

/** What CommonMark allows between the brackets. */
const MAX_LABEL = 999;

/**
 * The offset of the `]` that closes the label whose `[` stands at `open`, or -1. A label has no bracket inside that is
 * not escaped and is not blank.
 */
export function labelEnd(text: string, open: number, to: number): number {
  const limit = Math.min(to, open + 2 + MAX_LABEL);
  let blank = true;
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === RIGHT_BRACKET) return blank ? -1 : at;
    if (code === LEFT_BRACKET) return -1;
    if (!isSpaceOrLineEnd(code)) blank = false;
    if (code === BACKSLASH && escapesInLabel(text, at + 1, limit)) at++;
  }
  return -1;
}

/** As `labelEnd`, for the `[^label]` of a footnote, which has no whitespace inside. */
export function footnoteLabelEnd(text: string, open: number, to: number): number {
  if (text.charCodeAt(open + 1) !== CARET) return -1;
  const limit = Math.min(to, open + 3 + MAX_LABEL);
  for (let at = open + 2; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === RIGHT_BRACKET) return at > open + 2 ? at : -1;
    if (code === LEFT_BRACKET || isSpaceOrLineEnd(code)) return -1;
    if (code === BACKSLASH && escapesInLabel(text, at + 1, limit)) at++;
  }
  return -1;
}

/** Labels are the same when they are so in this form: whitespace collapsed, case folded. */
export function normalizeLabel(label: string): string {
  // Lower case first: some letters come to the same upper case only by way of it, as in other Markdown readers.
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

function escapesInLabel(text: string, at: number, to: number): boolean {
  if (at >= to) return false;
  const code = text.charCodeAt(at);
  return code === LEFT_BRACKET || code === BACKSLASH || code === RIGHT_BRACKET;
}
