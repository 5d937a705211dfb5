import type { Range } from '../../../core/text/range.ts';
import { isBlank, isBreak } from '../../loose/lines.ts';
import type { KeySpot } from '../../loose/loose-node.ts';
import type { Key } from '../keys/key.ts';
import { inSnippet } from '../snippet.ts';
import { isName } from '../values/in-use.ts';
import { lineOf, newlineOf } from './line.ts';
import { closing, needsBlank } from './value-frame.ts';

/** How a key is written at a place. */
export interface KeyFrame {
  readonly range: Range;
  readonly write: (key: Key) => { readonly text: string; readonly isSnippet: boolean; readonly asksAgain: boolean };
}

/** How a key is written where the cursor is, with what its value begins with. */
export function keyFrame(text: string, offset: number, spot: KeySpot): KeyFrame | undefined {
  const { pair, map, column, comma } = spot;
  if (pair) return pairFrame(text, spot);
  if (column !== undefined) {
    const { range, indent } = lineOf(text, offset, column);
    return { range, write: (key) => written(text, key, indent, '', column, false) };
  }
  const last = comma === 'before' ? lastEnd(text, offset) : offset;
  const lead = comma === 'before' ? ', ' : needsBlank(text, offset) ? ' ' : '';
  const trail = comma === 'after' ? ', ' : closing(text, offset, map);
  return { range: { start: last, end: offset }, write: (key) => written(text, key, lead, trail, undefined, true) };
}

/** In the place of a key that is there, whole or in part; its value stays what it is. */
function pairFrame(text: string, { pair, map }: KeySpot): KeyFrame | undefined {
  if (!pair || !map) return undefined;
  const { key, colon, value } = pair;
  const range =
    key.style === 'plain'
      ? { start: key.start, end: key.end }
      : { start: key.start + 1, end: key.end - (key.closed ? 1 : 0) };
  if (colon !== undefined || value) {
    const after = colon === undefined ? ':' : '';
    return { range, write: ({ name }) => ({ text: name + after, isSnippet: false, asksAgain: false }) };
  }
  if (key.style !== 'plain') return undefined;
  const trail = map.flow ? closing(text, key.end, map) : '';
  const column = map.flow ? undefined : map.column;
  return { range, write: (other) => written(text, other, '', trail, column, map.flow) };
}

function lastEnd(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (isBlank(text.charCodeAt(at - 1)) || isBreak(text.charCodeAt(at - 1)))) at--;
  return isBreak(text.charCodeAt(at)) ? offset : at;
}

/** @param column the column of the key, in block style */
function written(
  text: string,
  { name, form, entry }: Key,
  before: string,
  after: string,
  column: number | undefined,
  isFlow: boolean,
): ReturnType<KeyFrame['write']> {
  const snippet = (value: string, asksAgain: boolean): ReturnType<KeyFrame['write']> => ({
    text: `${inSnippet(before)}${name}: ${value}${inSnippet(after)}`,
    isSnippet: true,
    asksAgain,
  });
  if (entry && !isFlow) {
    const newline = newlineOf(text);
    const indent = ' '.repeat((column ?? 0) + 4);
    const lines = entry.join(`${newline}${indent}`);
    return {
      text: `${inSnippet(before)}${name}:${newline}${indent.slice(2)}- ${lines}`,
      isSnippet: true,
      asksAgain: false,
    };
  }
  if (form.of || form.name === 'items' || form.name === 'links') return snippet('[$1]', form.of !== undefined);
  if ((form.keys && form.name !== 'estimate') || form.each) return snippet('{ $1 }', true);
  // In running text there is nothing to propose.
  const asksAgain = form.name !== 'text' || isName(name);
  if (after !== '') return snippet('$1', asksAgain);
  return { text: `${before}${name}: `, isSnippet: false, asksAgain };
}
