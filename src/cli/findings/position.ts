import type { Range } from '../../core/text/range.ts';
import { shownPosition } from '../../core/text/shown-position.ts';
import type { Source } from '../../core/text/source.ts';

/**
 * Where something stands, as people and editors count: lines and UTF-16 columns from one, the end not included, a byte
 * order mark not counted.
 */
export interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Where a finding, or something related to it, stands. */
export function spanOf({ source, range }: { readonly source: Source; readonly range: Range }): Span {
  const from = shownPosition(source, range.start);
  const to = shownPosition(source, range.end);
  return {
    start: { line: from.line + 1, column: from.column + 1 },
    end: { line: to.line + 1, column: to.column + 1 },
  };
}
