import type { Range } from '../../text/range.ts';

/** The deepest nesting that is read; what composes YAML is recursive and would overflow (CVE-2026-33532). */
export const MAX_DEPTH = 32;

/** The largest front matter that is read, in UTF-16 units. */
export const MAX_LENGTH = 256 * 1024;

/** The place where nesting passes `MAX_DEPTH`, flow and block together; undefined where it never does. Linear. */
export function findTooDeep(text: string, start: number, end: number): Range | undefined {
  const indents: number[] = [];
  let flow = 0;
  for (let at = start; at < end; ) {
    let lineEnd = text.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd > end) lineEnd = end;
    let first = at;
    while (first < lineEnd && text.charCodeAt(first) === 32) first++;
    if (flow === 0 && first < lineEnd) {
      const indent = first - at;
      while (indents.length && (indents[indents.length - 1] as number) >= indent) indents.pop();
      indents.push(indent);
      // `- - - a` nests once for each dash.
      while (/[-?:]/.test(text[first] as string) && text[first + 1] === ' ') {
        first += 2;
        while (text[first] === ' ') first++;
        indents.push(first - at);
        if (indents.length > MAX_DEPTH) return { start: first, end: lineEnd };
      }
      if (indents.length > MAX_DEPTH) return { start: first, end: lineEnd };
    }
    let quote = '';
    for (let i = first; i < lineEnd; i++) {
      const character = text[i] as string;
      if (quote) {
        if (character === '\\' && quote === '"') i++;
        else if (character === quote) quote = '';
      } else if ((character === '"' || character === "'") && /[\s[{,:]/.test(text[i - 1] ?? ' ')) {
        quote = character;
      } else if (character === '[' || character === '{') {
        if (++flow + indents.length > MAX_DEPTH) return { start: i, end: i + 1 };
      } else if ((character === ']' || character === '}') && flow > 0) {
        flow--;
      }
    }
    at = lineEnd + 1;
  }
  return undefined;
}
