// Lines as the engine counts them; here within a stretch of a text, which ends before the text does.

/** The offset at which the line of an offset ends, before its line break. */
export function lineEndWithin(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && !isBreak(text.charCodeAt(next))) next++;
  return next;
}

/** The offset after the line break at an offset. */
export function afterBreak(text: string, at: number): number {
  return at + (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1);
}

/** The offset of the first character that is no space or tab. */
export function skipBlanksWithin(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  return next;
}

/** The end of a stretch without the spaces and tabs at its end. */
export function trimBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}

/** The column at which a character stands. YAML takes no tabs before a key: one counts as the two spaces that were meant. */
export function columnAt(text: string, lineStart: number, at: number): number {
  let column = 0;
  for (let next = lineStart; next < at; next++) column += text.charCodeAt(next) === TAB ? 2 : 1;
  return column;
}

/** Whether a comment begins at an offset. */
export const isComment = (text: string, at: number, lineStart: number): boolean =>
  text.charCodeAt(at) === HASH && (at === lineStart || isBlank(text.charCodeAt(at - 1)));

export const isBlank = (code: number): boolean => code === 32 || code === TAB;
export const isBreak = (code: number): boolean => code === LF || code === CR;

const LF = 10;
const CR = 13;
const TAB = 9;
const HASH = 35;
