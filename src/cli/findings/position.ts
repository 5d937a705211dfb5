import type { Range } from '../../core/text/range.ts';
import type { Source } from '../../core/text/source.ts';

/** Where something stands, as people and other tools count: lines and UTF-16 columns from one, the end not included. */
export interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Where a finding, or something related to it, stands. */
export function spanOf({ source, range }: { readonly source: Source; readonly range: Range }): Span {
  const { start, end } = source.lines.span(range);
  return {
    start: { line: start.line + 1, column: start.column + 1 },
    end: { line: end.line + 1, column: end.column + 1 },
  };
}
