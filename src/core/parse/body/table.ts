import { BACKSLASH, COLON, DASH, PIPE, skipSpaces, trimSpacesEnd } from './chars.ts';

/**
 * The number of columns of the delimiter row (`| --- | :-: |`) that `[at, end)`, a line without its indent, is; 0 where
 * it is none. A row of dashes alone is none: it underlines a heading.
 */
export function delimiterColumns(text: string, start: number, end: number): number {
  let columns = 0;
  let tabular = false;
  let at = start;
  if (text.charCodeAt(at) === PIPE) {
    tabular = true;
    at = skipSpaces(text, at + 1, end);
  }
  while (at < end) {
    if (text.charCodeAt(at) === COLON) {
      tabular = true;
      at++;
    }
    const dashes = at;
    while (at < end && text.charCodeAt(at) === DASH) at++;
    if (at === dashes) return 0;
    columns++;
    if (at < end && text.charCodeAt(at) === COLON) {
      tabular = true;
      at++;
    }
    at = skipSpaces(text, at, end);
    if (at === end) break;
    if (text.charCodeAt(at) !== PIPE) return 0;
    tabular = true;
    at = skipSpaces(text, at + 1, end);
  }
  return tabular ? columns : 0;
}

/** The number of cells in the row `[start, end)`. */
export function countCells(text: string, start: number, end: number): number {
  let cells = 0;
  forEachCell(text, start, end, () => cells++);
  return cells;
}

/** Calls `visit` with the content of each cell of the row `[start, end)`, without the spaces around it. */
export function forEachCell(
  text: string,
  start: number,
  end: number,
  visit: (start: number, end: number) => void,
): void {
  const last = trimSpacesEnd(text, start, end);
  let from = skipSpaces(text, start, last);
  if (from < last && text.charCodeAt(from) === PIPE) from++;
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === PIPE) {
      const cell = skipSpaces(text, from, at);
      visit(cell, trimSpacesEnd(text, cell, at));
      from = at + 1;
    }
  }
  if (from < last) visit(skipSpaces(text, from, last), last);
}
