import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findingLines, type ToldFinding } from './finding-lines.ts';
import { SAME_DAY, SAME_ROOTS } from './same-plan.ts';

/** What of the document of `check --format json` is compared. */
interface Checked {
  readonly findings: readonly {
    readonly file: string;
    readonly range: Span;
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly related: readonly { readonly file: string; readonly range: Span; readonly message: string }[];
  }[];
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Span {
  readonly start: Place;
  readonly end: Place;
}

/** Runs the command line in a folder, and gives what it prints. */
export type Milepost = (cwd: string, ...args: string[]) => Promise<string>;

/** What the command line finds in the plan and in those below it, as lines to compare. */
export async function findingsOfCli(folder: string, milepost: Milepost): Promise<string> {
  const told: ToldFinding[] = [];
  for (const root of SAME_ROOTS) {
    const cwd = join(folder, root);
    const said = await milepost(cwd, 'check', '--no-git', '--today', SAME_DAY, '--format', 'json');
    const { findings } = JSON.parse(said) as Checked;
    const fileOf = (file: string): string => (root === '' ? file : `${root}/${file}`);
    for (const { file, range, severity, code, message, related } of findings) {
      told.push({
        ...{ file: fileOf(file), range: fromZero(range), severity, code, message, page: pageOf(code) },
        related: related.map((other) => ({
          ...{ file: fileOf(other.file), range: fromZero(other.range), message: other.message },
        })),
      });
    }
  }
  return findingLines(told);
}

const fromZero = ({ start, end }: Span) => ({ start: zero(start), end: zero(end) });
const zero = ({ line, column }: Place) => [line - 1, column - 1] as const;

function pageOf(code: string): string {
  const page = `docs/rules/${code}.md`;
  return existsSync(new URL(`../../${page}`, import.meta.url)) ? page : '';
}
