import type { Range } from '../../text/range.ts';
import type { TextEdit } from '../fix.ts';
import { isBlankBetween, lineEnd, lineStart, nextLine, skipBlanks } from './lines.ts';
import { deletion } from './scalar.ts';

/**
 * An edit that takes one of the parts between two brackets away, with its comma. A part that has a line to itself goes
 * with the line and the comment on it; the comments of all others stay.
 */
export function removeFlowPart(text: string, parts: readonly Range[], index: number): TextEdit | undefined {
  const part = parts[index];
  if (!part) return undefined;
  const before = parts[index - 1];
  const after = parts[index + 1];
  const rest = skipBlanks(text, part.end);
  const afterComma = text[rest] === ',' ? rest + 1 : undefined;
  const line = lineStart(text, part.start);
  const end = lineEnd(text, part.end);
  if (line > 0 && isBlankBetween(text, line, part.start) && isComment(text.slice(afterComma ?? part.end, end))) {
    return deletion(line, nextLine(text, part.end));
  }
  if (before && /^[ \t]*,[ \t]*$/.test(text.slice(before.end, part.start))) return deletion(before.end, part.end);
  if (after && /^[ \t]*,[ \t]*$/.test(text.slice(part.end, after.start))) return deletion(part.start, after.start);
  if (afterComma !== undefined) return deletion(part.start, skipBlanks(text, afterComma));
  if (!after) return deletion(part.start, part.end);
  // The comma stands on a line below, so that the one above goes.
  const between = before ? text.slice(before.end, part.start) : '';
  return before && /^[^#]*,\s*$/.test(between) ? deletion(before.end + between.lastIndexOf(','), part.end) : undefined;
}

const isComment = (text: string): boolean => /^[ \t]*(?:#.*)?$/.test(text);
