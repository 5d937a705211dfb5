import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { typeNamedBy } from '../../core/filter/type-named-by.ts';
import type { CsvOptions } from '../../core/import/csv/read-csv.ts';
import type { IncomingItem, IncomingPlan, IncomingType } from '../../core/import/incoming.ts';
import { type ForeignPlan, readForeignFile } from '../../core/import/read-file.ts';
import type { Trouble } from '../../core/import/trouble.ts';
import { ITEM_TYPES } from '../../core/model/registry.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { anyOf } from '../words.ts';

/** Reads the file that a call names, as its options say. */
export function readIncoming(call: Call, file: string): ForeignPlan {
  const { plan, columns } = readBytes(call, file, bytesOf(call, file));
  const title = call.option('title') ?? plan.program.title;
  return { columns, plan: { ...plan, program: { ...plan.program, title } } };
}

/** Reads some fields of it for a plan that has items already: `knownIn` tells of which type the rows are. */
export function readRowsFor(
  call: Call,
  file: string,
  only: readonly string[],
  knownIn: (rows: readonly IncomingItem[]) => ReadonlyMap<string, IncomingType>,
): IncomingPlan {
  const bytes = bytesOf(call, file);
  const wanted = new Set(only);
  const known = knownIn(readBytes(call, file, bytes, { only: wanted }).plan.items);
  return readBytes(call, file, bytes, { only: wanted, known }).plan;
}

function readBytes(
  call: Call,
  file: string,
  bytes: Uint8Array,
  more: Pick<CsvOptions, 'known' | 'only'> = {},
): ForeignPlan {
  const read = readForeignFile(
    { name: basename(file), bytes, utf8: strictUtf8 },
    {
      map: new Map(call.values('map').map((written) => pairOf('map', written))),
      types: new Map(call.values('type').map((written) => typePairOf(written))),
      as: wantedType(call.option('as'), '--as'),
      dates: call.option('dates') as 'dmy' | 'mdy' | undefined,
      jira: call.option('jira'),
      ...more,
    },
  );
  if ('trouble' in read) throw new Failure(`${quoted(file)} cannot be imported: ${read.trouble}${adviceOn(read)}`);
  return read;
}

const adviceOn = ({ asks }: Trouble): string =>
  asks === 'dates' ? ': say --dates dmy where the day stands first, or --dates mdy where the month does' : '';

function bytesOf({ cwd }: Call, file: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new Failure(`${quoted(file)} cannot be read: ${reasonOf(error)}`);
  }
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
