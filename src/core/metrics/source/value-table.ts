import { parse } from 'csv-parse/browser/esm/sync';
import { LineIndex } from '../../text/line-index.ts';
import type { Source } from '../../text/source.ts';

/** A file of values as it was read: its rows, before anybody has said which columns are meant. */
export interface ValueTable {
  readonly source: Source;
  readonly rows: readonly Row[];
  /** What stands between cells. Where that is a semicolon, decimals have a comma. */
  readonly delimiter: string;
  /** Why none of it can be read. */
  readonly trouble: string | undefined;
}

/** The cells of a row, and the line that it stands on, from one. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A larger file, in bytes, is none that people keep values in: it would take more than thirty years of daily ones. */
export const MOST_BYTES = 256 << 10;

/** By a first line of this kind Excel is told what stands between cells. */
const SEPARATOR = /^sep=$/i;

/** Reads the rows of a CSV file, whatever stands between its cells and at the ends of its lines. Never throws. */
export function readValueTable(path: string, text: string): ValueTable {
  const delimiter = delimiterOf(text);
  const source = { path, text, lines: new LineIndex(text) };
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    const rows = parsed
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== '' && !SEPARATOR.test(cell)));
    return { source, delimiter, rows, trouble: undefined };
  } catch (error) {
    return { source, delimiter, rows: [], trouble: troubleOf(error) };
  }
}

/** A file of values of which nothing is read, and why. */
export const unreadTable = (path: string, trouble: string): ValueTable => ({
  source: { path, text: '', lines: new LineIndex('') },
  delimiter: ',',
  rows: [],
  trouble,
});

/** The first line that says something tells what stands between cells: a comma may be part of a number. */
function delimiterOf(text: string): string {
  const first = /[^\s\ufeff][^\r\n]*/.exec(text)?.[0] ?? '';
  const unquoted = first.replace(/"[^"]*"/g, '');
  return [';', '\t'].find((sign) => unquoted.includes(sign)) ?? ',';
}

function troubleOf(error: unknown): string {
  const { code, lines } = error as { code?: unknown; lines?: unknown };
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? `a quote is opened and never closed, by line ${lines} at the latest`
    : 'it is no CSV file';
}
