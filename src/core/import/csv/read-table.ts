import { parse } from 'csv-parse/browser/esm/sync';
import { unguarded } from '../../export/formula.ts';
import { quoted } from '../../text/visible.ts';

/** A table as its file has it: a heading for each column, and rows of as many cells. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  /** What stands between cells. */
  readonly delimiter: string;
}

export interface Row {
  /** As a spreadsheet counts: the first row of the file is 1, empty ones count, a cell of several lines is in one row. */
  readonly number: number;
  /** Never fewer than there are headings. */
  readonly cells: readonly string[];
  /** How many cells it has in the file. */
  readonly length: number;
}

/** A table, or why there is none. */
export type TableRead = { readonly table: Table } | { readonly trouble: string };

/** What spreadsheets and other tools put between cells, the most frequent first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** Reads CSV by RFC 4180, with any of the usual delimiters, and the `sep=;` of Excel before it. */
export function readTable(text: string): TableRead {
  const [declaration = '', declared] = /^sep=([,;\t|])(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const delimiter = declared ?? guessDelimiter(text);
  const read = recordsOf(text.slice(declaration.length), delimiter);
  if ('trouble' in read) return read;
  const before = declaration === '' ? 1 : 2;
  const rows = read.records.map((cells, at) => ({ number: at + before, cells: cells.map(unguarded) }));
  const [head, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) return { trouble: 'it is empty' };
  const headings = head.cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const width = headings.length;
  return {
    table: {
      headings,
      delimiter,
      rows: rest.map(({ number, cells }) => ({
        number,
        length: cells.length,
        cells: cells.length >= width ? cells : [...cells, ...new Array<string>(width - cells.length).fill('')],
      })),
    },
  };
}

function recordsOf(text: string, delimiter: string): { records: string[][] } | { trouble: string } {
  try {
    // Rows of another length than the first, and quotes within a cell, are what other tools write.
    return { records: parse(text, { delimiter, relax_column_count: true, relax_quotes: true, bom: true }) };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): string {
  const { code, lines, message } = error as { code?: string; lines?: number; message?: string };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return `line ${lines}: something follows a closing quote`;
  return quoted(message ?? String(error));
}

/** How much of a file is looked at to find what stands between its cells. */
const PROBED = 20_000;

/** The sign that is most frequent in the first row, outside of quotes. A row ends where a line does, or cells are quoted. */
function guessDelimiter(text: string): string {
  const start = /\S/.exec(text)?.index ?? 0;
  let isQuoted = false;
  const counts = new Map<string, number>();
  for (let at = start; at < Math.min(text.length, start + PROBED); at++) {
    const sign = text[at] as string;
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n' || sign === '\r') break;
    else if (DELIMITERS.includes(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] as string;
}
