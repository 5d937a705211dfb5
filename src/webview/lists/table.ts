import { element } from '../dom.ts';

/**
 * How wide a page must be for a column to stand in it; the stylesheet has the widths. Beside a document and the side bar
 * there is room for little more than titles.
 */
type Width = 'medium' | 'wide';

/** A column of a table of items. */
export interface Column<T> {
  readonly name: string;
  /** What the name means, where it does not say all of it. */
  readonly title?: string;
  /** A name of the stylesheet. */
  readonly class?: string;
  /** Where the page is not that wide, what the column says stands under the title; left out, it always stands. */
  readonly from?: Width;
  readonly cell: (row: T) => readonly Node[];
  /** What is said under the title; the same as in the cell, where left out. */
  readonly under?: (row: T) => readonly Node[];
}

/** What a table is made of. */
export interface Table<T> {
  readonly label: string;
  /** What names a row, and its title. Both always stand. */
  readonly head: Column<T>;
  readonly titled: Column<T>;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** What is true of a row, as names of the stylesheet. */
  readonly marks: (row: T) => readonly string[];
  /** By what a row is marked and opened. */
  readonly id: (row: T) => string;
}

/** A text alone; nothing where there is none. */
export const words = (text: string): readonly Node[] => (text === '' ? [] : [document.createTextNode(text)]);

/** A table of items whose least important columns give way where the page is narrow. */
export function table<T>({ label, head, titled, columns, rows, marks, id }: Table<T>): HTMLElement {
  const row = (each: T): HTMLElement =>
    element(
      'tr',
      { class: marks(each).join(' '), attributes: { 'data-row': id(each) } },
      element('th', { class: 'head', attributes: { scope: 'row' } }, ...head.cell(each)),
      element(
        'td',
        { class: 'title' },
        ...titled.cell(each),
        ...under(each, columns, 'medium'),
        ...under(each, columns, 'wide'),
      ),
      ...columns.map((column) => element('td', { class: classOf(column) }, ...column.cell(each))),
    );
  return element(
    'table',
    { class: 'list', attributes: { 'aria-label': label } },
    element('thead', {}, element('tr', {}, ...[head, titled, ...columns].map(columnHead))),
    element('tbody', {}, ...rows.map(row)),
  );
}

const columnHead = <T>(column: Column<T>): HTMLElement =>
  element('th', {
    text: column.name,
    class: classOf(column),
    attributes: { scope: 'col', ...(column.title === undefined ? {} : { title: column.title }) },
  });

const classOf = <T>({ class: name = '', from }: Column<T>): string =>
  [name, from === undefined ? '' : `from-${from}`].filter((each) => each !== '').join(' ');

/** What columns say that have no room, in one line. */
function under<T>(row: T, columns: readonly Column<T>[], width: Width): readonly HTMLElement[] {
  const said = columns
    .filter(({ from }) => from === width)
    .map((column) => (column.under ?? column.cell)(row))
    .filter((nodes) => nodes.length > 0);
  if (said.length === 0) return [];
  const line = said.flatMap((nodes, at) => (at === 0 ? nodes : [document.createTextNode(' · '), ...nodes]));
  return [element('div', { class: `aside below-${width}` }, ...line)];
}
