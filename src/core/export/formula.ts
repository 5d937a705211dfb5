/** What a cell may begin with, to be a formula: in full width as well. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠|%]/;

/** A text as a cell that no spreadsheet takes for a formula: with an apostrophe before it, as OWASP advises. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text of such a cell, without the apostrophe. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
