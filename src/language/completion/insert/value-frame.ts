import { inQuotes } from '../../../core/fixes/edit/scalar.ts';
import { yamlWord } from '../../../core/scaffold/yaml-text.ts';
import type { Range } from '../../../core/text/range.ts';
import { isBlank, isBreak } from '../../loose/lines.ts';
import type { LooseList, LooseMap, LooseScalar, Slot, ValueSpot } from '../../loose/loose-node.ts';
import type { Candidate } from '../candidate.ts';
import { inSnippet } from '../snippet.ts';
import { lineOf } from './line.ts';

/** How a value is written at a place: what it replaces, and what has to stand around it. */
export interface Frame {
  readonly range: Range;
  /** What has been typed of it. */
  readonly typed: string;
  write(candidate: Pick<Candidate, 'value' | 'plain'>): { readonly text: string; readonly isSnippet: boolean };
}

/**
 * How a value is written where the cursor is.
 * @param isList whether a list belongs there, of which the value becomes an entry
 */
export function valueFrame(text: string, offset: number, spot: ValueSpot, isList: boolean): Frame | undefined {
  const { scalar, comma, slot } = spot;
  if (comma) return commaFrame(text, offset, slot, comma);
  if (scalar && scalar.style !== 'plain') return quotedFrame(text, offset, scalar, slot);
  if (scalar) return plainFrame(text, offset, spot, scalar, isList);
  return spot.column === undefined
    ? emptyFrame(text, offset, slot, isList)
    : belowFrame(text, offset, spot.column, isList);
}

/** How an entry is written on an empty line of a block list. */
export function entryFrame(text: string, offset: number, column: number): Frame {
  return belowFrame(text, offset, column, true);
}

const plainText = ({ value, plain }: Pick<Candidate, 'value' | 'plain'>): string => plain ?? yamlWord(value);

function frame(text: string, offset: number, range: Range, before: string, after: string, isOpen = false): Frame {
  return {
    range,
    typed: text.slice(range.start, offset).trimStart(),
    write: (candidate) =>
      isOpen
        ? { text: `${inSnippet(before + plainText(candidate))}$0${inSnippet(after)}`, isSnippet: true }
        : { text: before + plainText(candidate) + after, isSnippet: false },
  };
}

function commaFrame(text: string, offset: number, slot: Slot, comma: 'before' | 'after'): Frame {
  if (comma === 'before') {
    const end = slot.value?.end ?? offset;
    // On another line the comma comes first: what is replaced stands on one.
    const start = /[\r\n]/.test(text.slice(end, offset)) ? offset : end;
    return frame(text, offset, { start, end: offset }, ', ', closing(text, offset, slot.in));
  }
  const lead = needsBlank(text, offset) ? ' ' : '';
  const trail = isBlank(text.charCodeAt(offset)) || isBreak(text.charCodeAt(offset)) ? ',' : ', ';
  return frame(text, offset, { start: offset, end: offset }, lead, trail);
}

function quotedFrame(text: string, offset: number, scalar: LooseScalar, slot: Slot): Frame | undefined {
  const { start, closed } = scalar;
  const range = { start: start + 1, end: closed ? scalar.end - 1 : scalar.end };
  const content = text.slice(range.start, range.end);
  // Without the blank that belongs before them, quotes are none.
  if (text[start - 1] === ':') return undefined;
  if (offset < range.start || offset > range.end || /[\r\n]/.test(content)) return undefined;
  const quote = text[start];
  const after = closed ? '' : `${quote}${closing(text, range.end, slot.in)}`;
  return {
    range,
    typed: text.slice(range.start, offset),
    write: ({ value }) => ({ text: inQuotes(quote, value).slice(1, -1) + after, isSnippet: false }),
  };
}

function plainFrame(
  text: string,
  offset: number,
  { slot, column }: ValueSpot,
  { start, end }: LooseScalar,
  isList: boolean,
): Frame {
  const range = { start, end: Math.max(end, offset) };
  const after = closing(text, range.end, slot.in);
  if (!isList) return frame(text, offset, range, text[start - 1] === ':' ? ' ' : '', after);
  if (column !== undefined) {
    const line = lineOf(text, start, column);
    return frame(text, offset, { start: line.range.start, end: range.end }, `${line.indent}- `, after);
  }
  return frame(text, offset, range, text[start - 1] === ':' ? ' [' : '[', `]${after}`, true);
}

function emptyFrame(text: string, offset: number, slot: Slot, isList: boolean): Frame {
  const lead = needsBlank(text, offset) ? ' ' : '';
  const next = text[offset];
  const trail = next === undefined || /[\s,\]}]/.test(next) ? '' : ' ';
  const after = closing(text, offset, slot.in) + (next === '#' ? '' : trail);
  const range = { start: offset, end: offset };
  return isList ? frame(text, offset, range, `${lead}[`, `]${after}`, true) : frame(text, offset, range, lead, after);
}

/** On a line of its own, with the spaces before it that it has to have. */
function belowFrame(text: string, offset: number, column: number, isList: boolean): Frame {
  const { range, indent } = lineOf(text, offset, column);
  return frame(text, offset, range, `${indent}${isList ? '- ' : ''}`, '');
}

/** Whether a value would touch the colon, dash or comma before it. */
export const needsBlank = (text: string, offset: number): boolean => /[:,-]/.test(text[offset - 1] ?? '');

/** The brackets that are still missing after a place, where nothing else follows on its line; before a comment, a blank. */
export function closing(text: string, at: number, innermost: LooseMap | LooseList | undefined): string {
  return brackets(text, at, innermost) + (text[at] === '#' ? ' ' : '');
}

function brackets(text: string, at: number, innermost: LooseMap | LooseList | undefined): string {
  if (!/^[ \t\]}]*(?:[\r\n#]|$)/.test(text.slice(at, at + 200))) return '';
  let missing = '';
  for (let around = innermost; around?.flow; around = around.of?.in)
    if (!around.closed) missing += around.kind === 'list' ? ']' : '}';
  return missing;
}
