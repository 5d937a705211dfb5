import type { Range } from '../../../core/text/range.ts';
import { isBreak, lineEndWithin } from '../../loose/lines.ts';
import { wouldBeMention } from './would-be.ts';

/** A mention that is being written. */
export interface MentionSpot {
  /**
   * What has been typed of its target, the rest of the word that the cursor is in, and the brackets right behind that:
   * an editor has closed them by itself, and who goes on writing does so behind them.
   */
  readonly range: Range;
  /** The brackets that belong behind its target: `]]`, or none where a blank, a heading or a label comes before them. */
  readonly closing: string;
}

/** The mention in double brackets that an offset is in, half written or whole. None in code. */
export function mentionAt(text: string, offset: number, bodyStart: number): MentionSpot | undefined {
  let line = offset;
  while (line > bodyStart && !isBreak(text.charCodeAt(line - 1))) line--;
  const before = text.slice(line, offset);
  const open = before.lastIndexOf('[[');
  if (open < 0 || /[\]|#`<\\]/.test(before.slice(open + 2)) || isInCode(before.slice(0, open))) return undefined;
  const start = line + open + 2;
  const rest = text.slice(offset, lineEndWithin(text, offset, text.length));
  const word = wordBefore(rest);
  const after = rest.slice(word.length);
  const brackets = /^\]{0,2}/.exec(after)?.[0].length ?? 0;
  const closing = brackets === 0 && CLOSED.test(after) ? '' : ']]';
  const range = { start, end: offset + word.length + brackets };
  return wouldBeMention(text, bodyStart, range, closing) ? { range, closing } : undefined;
}

/** What closes a mention right behind its target, with a heading or a label between them or not. */
const CLOSED = /^[ \t]*(?:\]\]|(?:\\?\||#)(?:(?!\[\[|\]\]).)*\]\])/;

/** The rest of the name that a text begins with. The full stop of a sentence is no part of it, nor is a slash or dash. */
function wordBefore(rest: string): string {
  const word = /^[\p{L}\p{M}\p{N}._/-]*/u.exec(rest)?.[0] ?? '';
  let end = word.length;
  while (/[._/-]/.test(word.charAt(end - 1))) end--;
  return CLOSED.test(rest.slice(word.length)) ? word : word.slice(0, end);
}

/** Whether an odd number of backticks stands before: code has begun, and need not have ended yet. */
const isInCode = (before: string): boolean => (before.match(/`+/g)?.length ?? 0) % 2 === 1;
