import type { Column } from './csv/columns.ts';
import { type CsvOptions, readCsv } from './csv/read-csv.ts';
import { decode } from './decode.ts';
import type { IncomingPlan } from './incoming.ts';
import type { Trouble } from './trouble.ts';

/** A file of another tool. */
export interface ForeignFile {
  /** Without its folder: `jira.csv`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads UTF-8 without a byte order mark; undefined where some of the bytes are none. */
  readonly utf8: (bytes: Uint8Array) => string | undefined;
}

/** What a file of another tool holds. */
export interface ForeignPlan {
  readonly plan: IncomingPlan;
  /** Of a table: what became of its columns. */
  readonly columns: readonly Column[];
}

/** Reads a file of another tool, whichever it is. What the whole is called, its name tells where nothing in it does. */
export function readForeignFile({ name, bytes, utf8 }: ForeignFile, options: CsvOptions): ForeignPlan | Trouble {
  const decoded = decode(bytes, utf8);
  if ('trouble' in decoded) return decoded;
  const { text, encoding } = decoded;
  if (/^\s*<[?!a-z]/i.test(text)) return { trouble: 'it is XML or HTML, and no table: export it as CSV' };
  const read = readCsv(text, options);
  if ('trouble' in read) return read;
  const { plan, columns } = read;
  const remarks = encoding === undefined ? [] : [{ text: `it is not UTF-8, and was read as ${encoding}` }];
  const program = { ...plan.program, title: plan.program.title ?? titleOf(name) };
  return { columns, plan: { ...plan, program, remarks: [...remarks, ...plan.remarks] } };
}

/** The name of a file as a title: `atlas-plan.csv` is `Atlas plan`. */
function titleOf(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[\s._-]+/g, ' ')
    .trim();
  return words === '' ? 'Imported plan' : words.charAt(0).toUpperCase() + words.slice(1);
}
