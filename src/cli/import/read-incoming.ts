import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { typeNamedBy } from '../../core/filter/type-named-by.ts';
import type { Column } from '../../core/import/csv/columns.ts';
import { type CsvOptions, type CsvRead, readCsv } from '../../core/import/csv/read-csv.ts';
import { decode } from '../../core/import/decode.ts';
import type { IncomingItem, IncomingPlan, IncomingType } from '../../core/import/incoming.ts';
import { ITEM_TYPES } from '../../core/model/registry.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { anyOf } from '../words.ts';

/** What a file of another tool holds. */
export interface Incoming {
  readonly plan: IncomingPlan;
  /** Of a table: what became of its columns. */
  readonly columns: readonly Column[];
}

/** Reads the file that a call names, as its options say. */
export function readIncoming(call: Call, file: string): Incoming {
  const { text, encoding } = textOf(call, file);
  const { plan, columns } = readText(call, file, text);
  const title = call.option('title') ?? plan.program.title ?? titleOf(file);
  const remarks = encoding === undefined ? [] : [{ text: `it is not UTF-8, and was read as ${encoding}` }];
  return { columns, plan: { ...plan, program: { ...plan.program, title }, remarks: [...remarks, ...plan.remarks] } };
}

/** Reads some fields of it for a plan that has items already: `knownIn` tells of which type the rows are. */
export function readRowsFor(
  call: Call,
  file: string,
  only: readonly string[],
  knownIn: (rows: readonly IncomingItem[]) => ReadonlyMap<string, IncomingType>,
): IncomingPlan {
  const { text } = textOf(call, file);
  const wanted = new Set(only);
  const known = knownIn(readText(call, file, text, { only: wanted }).plan.items);
  return readText(call, file, text, { only: wanted, known }).plan;
}

function readText(call: Call, file: string, text: string, more: Pick<CsvOptions, 'known' | 'only'> = {}): CsvRead {
  const read = readCsv(text, {
    map: new Map(call.values('map').map((written) => pairOf('map', written))),
    types: new Map(call.values('type').map((written) => typePairOf(written))),
    as: wantedType(call.option('as'), '--as'),
    dates: call.option('dates') as 'dmy' | 'mdy' | undefined,
    jira: call.option('jira'),
    ...more,
  });
  if ('trouble' in read) throw new Failure(`${quoted(file)} cannot be imported: ${read.trouble}`);
  return read;
}

function textOf({ cwd }: Call, file: string): { readonly text: string; readonly encoding?: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new Failure(`${quoted(file)} cannot be read: ${reasonOf(error)}`);
  }
  const decoded = decode(bytes, strictUtf8);
  if ('trouble' in decoded) throw new Failure(`${quoted(file)} cannot be imported: ${decoded.trouble}`);
  return decoded;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `Due date=due`: the last sign counts, since a heading may hold one. */
function pairOf(option: string, written: string): readonly [string, string] {
  const at = written.lastIndexOf('=');
  if (at <= 0)
    throw new Failure(`--${option} ${quoted(written)}: write ${option === 'map' ? '"Heading=field"' : '"Name=type"'}`);
  return [written.slice(0, at).trim(), written.slice(at + 1).trim()];
}

function typePairOf(written: string): readonly [string, IncomingType | ''] {
  const [name, type] = pairOf('type', written);
  return [name.toLowerCase(), type === '' ? '' : (wantedType(type, '--type') as IncomingType)];
}

function wantedType(written: string | undefined, option: string): IncomingType | undefined {
  if (written === undefined) return undefined;
  const type = typeNamedBy(written)?.name;
  if (type !== undefined && type !== 'program') return type as IncomingType;
  const types = ITEM_TYPES.map(({ name }) => name).filter((name) => name !== 'program');
  const near = nearest(written, types);
  throw new Failure(`${option} takes ${anyOf(types)}, not ${quoted(written)}${near ? `: did you mean ${near}?` : ''}`);
}

/** The name of a file as a title: `atlas-plan.csv` is `Atlas plan`. */
function titleOf(file: string): string {
  const words = basename(file, extname(file))
    .replace(/[\s._-]+/g, ' ')
    .trim();
  return words === '' ? 'Imported plan' : words.charAt(0).toUpperCase() + words.slice(1);
}
