import type { Day } from '../../model/values/day.ts';
import { quoted } from '../../text/visible.ts';
import { allOf } from '../../text/words.ts';
import { readDay } from './read-day.ts';
import { isNoValue, readValue, showsDecimalComma } from './read-value.ts';
import type { Row, ValueTable } from './value-table.ts';

/** Which columns of a file of values are meant, by their names. */
export interface Columns {
  readonly date?: string | undefined;
  readonly value?: string | undefined;
}

/** A value in a file, and the line that it stands on, from one. */
export interface FileSample {
  readonly day: Day;
  readonly value: number;
  readonly line: number;
}

/** What is wrong with a line, from one. */
export interface LineFault {
  readonly line: number;
  readonly message: string;
}

/** What a file says of a metric. */
export interface FileSamples {
  readonly samples: readonly FileSample[];
  /** The first of the lines that cannot be read. */
  readonly faults: readonly LineFault[];
  /** How many lines cannot be read. */
  readonly faulty: number;
  /** Why no line is read: what is wrong with the whole of it, or that nobody knows which column is meant. */
  readonly trouble: string | undefined;
}

/** Nobody reads more at once: the others show when these are mended. */
const MOST_FAULTS = 5;

const known = new WeakMap<ValueTable, Map<string, FileSamples>>();

/** The values that a file has in some columns, in the order of its lines; found once for each file and columns. */
export function samplesIn(table: ValueTable, columns: Columns): FileSamples {
  const key = JSON.stringify([columns.date, columns.value]);
  const ofTable = known.get(table) ?? new Map<string, FileSamples>();
  known.set(table, ofTable);
  let found = ofTable.get(key);
  if (!found) {
    found = read(table, columns);
    ofTable.set(key, found);
  }
  return found;
}

const nothing = (trouble: string | undefined): FileSamples => ({ samples: [], faults: [], faulty: 0, trouble });

function read(table: ValueTable, columns: Columns): FileSamples {
  const [first] = table.rows;
  if (table.trouble !== undefined || !first) return nothing(table.trouble);
  const header = isHeader(first, columns) ? first : undefined;
  const places = placesOf(columns, header, first.cells.length);
  if (typeof places === 'string') return nothing(places);
  return readRows(header ? table.rows.slice(1) : table.rows, places, table.delimiter);
}

/** A first line names columns where it has a name that is asked for, or else begins like no date and has none. */
function isHeader({ cells }: Row, { date, value }: Columns): boolean {
  const names = cells.map(folded);
  if ([date, value].some((name) => name !== undefined && names.includes(folded(name)))) return true;
  return !/^[\d+-]/.test(cells[0] ?? '') && !cells.some((cell) => readDay(cell).ok);
}

interface Places {
  readonly date: number;
  readonly value: number;
}

/** Where the columns stand; otherwise why nobody can say. */
function placesOf(columns: Columns, header: Row | undefined, width: number): Places | string {
  if (width < 2) return 'it has a single column: write a date and a value, such as 2026-11-20,41';
  if (!header) {
    const named = columns.date ?? columns.value;
    if (named !== undefined) return `its first line names no columns, so none is ${quoted(named)}: write such a line`;
    return width === 2 ? { date: 0, value: 1 } : 'it has several columns of values: name them in a first line';
  }
  const names = header.cells.map(folded);
  const listed = `it has ${allOf(header.cells.filter((name) => name !== '').map((name) => quoted(name)))}`;
  const at = (name: string): number => names.indexOf(folded(name));
  for (const name of [columns.date, columns.value]) {
    if (name !== undefined && at(name) < 0) return `it has no column ${quoted(name)}: ${listed}`;
  }
  const date = columns.date === undefined ? Math.max(0, at('date')) : at(columns.date);
  const others = names.flatMap((name, place) => (place !== date && name !== '' ? [place] : []));
  const value = columns.value === undefined ? (others.length === 1 ? others[0] : at('value')) : at(columns.value);
  if (value === undefined || value < 0) {
    return `${listed}: say which has the values, such as { file: …, value: ${header.cells[others[0] ?? 0]} }`;
  }
  return { date, value };
}

const folded = (name: string): string => name.trim().normalize('NFC').toLowerCase();

function readRows(rows: readonly Row[], places: Places, delimiter: string): FileSamples {
  const cellOf = ({ cells }: Row): string => cells[places.value] ?? '';
  const hasDecimalComma =
    rows.some((row) => showsDecimalComma(cellOf(row))) ||
    (delimiter === ';' && rows.some((row) => cellOf(row).includes(',')));
  const samples: FileSample[] = [];
  const faults: LineFault[] = [];
  let faulty = 0;
  for (const row of rows) {
    // A day without a value was not counted, which is no mistake.
    if (isNoValue(cellOf(row))) continue;
    const day = readDay(row.cells[places.date] ?? '');
    const value = day.ok ? readValue(cellOf(row), hasDecimalComma) : day;
    if (day.ok && value.ok) {
      samples.push({ day: day.value, value: value.value, line: row.line });
    } else {
      faulty++;
      if (faults.length < MOST_FAULTS && !value.ok) faults.push({ line: row.line, message: value.why });
    }
  }
  return { samples, faults, faulty, trouble: undefined };
}
