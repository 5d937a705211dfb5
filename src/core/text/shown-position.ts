import type { Position } from './line-index.ts';
import type { Source } from './source.ts';

/** The line and column of an offset as editors show them: a byte order mark, which they do not, is not counted. */
export function shownPosition({ lines, text }: Source, offset: number): Position {
  const { line, column } = lines.positionAt(offset);
  const mark = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { line, column: Math.max(0, column - mark) };
}
