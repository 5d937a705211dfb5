import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { AUDIENCES, type Audience, TEMPLATES } from '../../core/report/audiences.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { type Place, slashed } from '../plan/place.ts';

/** What report somebody asks for. */
export interface AskedReport {
  /** The file that it is written into, relative to the root of the plan; undefined where it is printed. */
  readonly path: string | undefined;
  /** Where it would stand: links lead from there. */
  readonly from: string;
  /** `key=value`, for each of its parts. */
  readonly filters: readonly string[];
  readonly template: string;
  /** When its time begins, as it was written; undefined where nobody said. */
  readonly since: string | undefined;
}

/** Reads what somebody has typed; fails where that is no report. */
export function askedReport(call: Call, place: Place): AskedReport {
  const { operands, option } = call;
  const files = operands.filter(isFile);
  const filters = operands.filter((word) => !isFile(word));
  const [file, other] = files;
  if (other !== undefined) throw new Failure(`a report is one file: name ${quoted(file ?? '')} or ${quoted(other)}`);
  const wrong = filters.find((word) => !/^[^\s=]+=[^"\n]*$/.test(word));
  if (wrong !== undefined) {
    throw new Failure(`${quoted(wrong)} is neither a Markdown file to write nor a filter such as owner=maria`);
  }
  const path = file === undefined ? undefined : pathOf(place, file);
  const from = path ?? slashed(relative(place.root, resolve(place.cwd, 'report.md')));
  return { path, from, filters, template: templateOf(call), since: option('since') };
}

const isFile = (word: string): boolean => !/^[^/.]+=/.test(word) && /\.(?:md|markdown)$/i.test(word);

function pathOf(place: Place, file: string): string {
  const path = slashed(relative(place.root, resolve(place.cwd, file)));
  if (path.startsWith('../')) throw new Failure(`${quoted(file)} is not in the plan at ${place.root}`);
  return path;
}

function templateOf({ option, cwd }: Call): string {
  const file = option('template');
  if (file === undefined) return TEMPLATES[(option('for') ?? AUDIENCES[0]) as Audience];
  try {
    return readFileSync(resolve(cwd, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Failure(`the template ${quoted(file)} cannot be read: ${reasonOf(error)}`);
  }
}
