import type { Range } from '../../../core/text/range.ts';
import { isBreak, lineEndWithin } from '../cursor/lines.ts';

/** A mention that is being written: what stands between its brackets, and whether they are closed. */
export interface MentionSpot {
  readonly range: Range;
  readonly closed: boolean;
}

/** The mention in double brackets that an offset is in, half written or whole. None in code. */
export function mentionAt(text: string, offset: number, bodyStart: number): MentionSpot | undefined {
  let line = offset;
  while (line > bodyStart && !isBreak(text.charCodeAt(line - 1))) line--;
  const before = text.slice(line, offset);
  const open = before.lastIndexOf('[[');
  if (open < 0 || /[\]|#`<\\]/.test(before.slice(open + 2)) || isInCode(before.slice(0, open))) return undefined;
  if (isInFence(text, bodyStart, line)) return undefined;
  const start = line + open + 2;
  const rest = text.slice(offset, lineEndWithin(text, offset, text.length));
  const stop = /[\]|#[]/.exec(rest);
  const closed = stop !== null && stop[0] !== '[';
  return { range: { start, end: closed ? offset + stop.index : offset }, closed };
}

/** Whether an odd number of backticks stands before: code has begun, and not ended. */
const isInCode = (before: string): boolean => (before.match(/`+/g)?.length ?? 0) % 2 === 1;

const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})([^\r\n]*)$/gm;

/** Whether a line stands in a fence that an earlier line opens. Linear in what stands before. */
export function isInFence(text: string, bodyStart: number, line: number): boolean {
  let open: string | undefined;
  for (const [, fence = '', info = ''] of text.slice(bodyStart, line).matchAll(FENCE)) {
    if (open === undefined) open = fence.startsWith('`') && info.includes('`') ? undefined : fence;
    else if (fence[0] === open[0] && fence.length >= open.length && info.trim() === '') open = undefined;
  }
  return open !== undefined;
}
