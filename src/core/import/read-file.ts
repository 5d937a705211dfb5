import type { Column } from './csv/columns.ts';
import { type CsvOptions, readCsv } from './csv/read-csv.ts';
import { decode } from './decode.ts';
import type { IncomingPlan } from './incoming.ts';
import { isXml, readMspdi } from './mspdi/read-mspdi.ts';
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
  const read = isXml(text) ? readProject(text, options) : readCsv(text, options);
  if ('trouble' in read) return read;
  const { plan, columns } = read;
  const remarks = encoding === undefined ? [] : [{ text: `it is not UTF-8, and was read as ${encoding}` }];
  const program = { ...plan.program, title: plan.program.title || titleOf(name) };
  return { columns, plan: { ...plan, program, remarks: [...remarks, ...plan.remarks] } };
}

/** What is said of columns means nothing to a project, which has none. */
function readProject(text: string, { map, types, as, dates, jira }: CsvOptions): ForeignPlan | Trouble {
  const isTold = map.size > 0 || types.size > 0 || as !== undefined || dates !== undefined || jira !== undefined;
  if (isTold) return { trouble: 'it is XML, and no table: it has no columns to say anything of' };
  const read = readMspdi(text);
  return 'trouble' in read ? read : { plan: read.plan, columns: [] };
}

/** The name of a file as a title: `atlas-plan.csv` is `Atlas plan`. */
function titleOf(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[\s._-]+/g, ' ')
    .trim();
  return words === '' ? 'Imported plan' : words.charAt(0).toUpperCase() + words.slice(1);
}
