import { isComment, lineEndWithin, trimBlanks } from './lines.ts';
import type { LooseScalar } from './loose-node.ts';

/** A scalar without quotes, which ends on its line. */
export function plainScalar(text: string, start: number, end: number): LooseScalar {
  return { kind: 'scalar', style: 'plain', start, end, closed: true, text: text.slice(start, end) };
}

/** The end of what stands on a line from an offset on: without its comment, and without the blanks before that. */
export function contentEnd(text: string, start: number, lineEnd: number): number {
  let end = start;
  while (end < lineEnd && !isComment(text, end, start)) end++;
  return trimBlanks(text, start, end);
}

/**
 * The scalar in quotes that begins at an offset. It may go on for several lines; `goesOn` tells whether it can from the
 * offset of a line break on. Where the second quote is missing, it ends with its first line, in flow style before what
 * ends an entry.
 */
export function quotedScalar(
  text: string,
  start: number,
  end: number,
  inFlow: boolean,
  goesOn: (lineBreak: number) => boolean,
): LooseScalar {
  const quote = text[start] as string;
  const style = quote === "'" ? 'single' : 'double';
  for (let at = start + 1; at < end; at++) {
    const character = text[at];
    if (character === '\\' && style === 'double') at++;
    else if (character === quote) {
      if (style === 'single' && text[at + 1] === quote) at++;
      else return { kind: 'scalar', style, start, end: at + 1, closed: true, text: text.slice(start + 1, at) };
    } else if ((character === '\n' || character === '\r') && !goesOn(at)) break;
  }
  const line = trimBlanks(text, start + 1, lineEndWithin(text, start + 1, end));
  const stop = inFlow ? text.slice(start + 1, line).search(/[,\]}]/) : -1;
  const last = stop < 0 ? line : trimBlanks(text, start + 1, start + 1 + stop);
  return { kind: 'scalar', style, start, end: last, closed: false, text: text.slice(start + 1, last) };
}

/**
 * The key that stands at an offset of a line, and the offset of its colon: a colon that ends the line or has a blank
 * after it. Undefined where none does.
 */
export function keyOn(
  text: string,
  start: number,
  lineEnd: number,
): { readonly key: LooseScalar; readonly colon: number } | undefined {
  const first = text[start];
  if (first === '"' || first === "'") {
    const key = quotedScalar(text, start, lineEnd, false, () => false);
    const colon = key.closed ? skipTo(text, key.end, lineEnd) : lineEnd;
    return text[colon] === ':' && endsKey(text, colon, lineEnd) ? { key, colon } : undefined;
  }
  if (first === undefined || /[[\]{},|>#&*!%@`?]/.test(first)) return undefined;
  for (let at = start; at < lineEnd; at++) {
    if (isComment(text, at, start)) return undefined;
    if (text[at] !== ':' || !endsKey(text, at, lineEnd)) continue;
    return at === start ? undefined : { key: plainScalar(text, start, trimBlanks(text, start, at)), colon: at };
  }
  return undefined;
}

const endsKey = (text: string, colon: number, lineEnd: number): boolean =>
  colon + 1 >= lineEnd || text[colon + 1] === ' ' || text[colon + 1] === '\t';

function skipTo(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && (text[next] === ' ' || text[next] === '\t')) next++;
  return next;
}
