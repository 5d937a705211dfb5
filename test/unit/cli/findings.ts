import type { FormatContext } from '../../../src/cli/findings/format.ts';
import type { FailOn, Report } from '../../../src/cli/findings/report.ts';
import { PLAIN, type Style } from '../../../src/cli/terminal/style.ts';
import { parseDay } from '../../../src/core/model/values/day.ts';
import type { Finding, Related } from '../../../src/core/rules/finding.ts';
import { LineIndex } from '../../../src/core/text/line-index.ts';
import { countFindings } from '../../../src/core/views/summary.ts';

/** A place in a file: where, and what is said of it. */
export function at(path: string, line: number, column: number, message: string, length = 4): Related {
  const text = '\n'.repeat(line - 1) + ' '.repeat(column - 1 + length);
  const start = line - 1 + column - 1;
  return { message, source: { path, text, lines: new LineIndex(text) }, range: { start, end: start + length } };
}

/** A finding of a rule in a place. */
export function finding(severity: Finding['severity'], code: string, place: Related, ...related: Related[]): Finding {
  return { ...place, severity, code, related, item: undefined, suggestion: undefined };
}

/** What check found, in the order of places. */
export function reportOf(findings: readonly Finding[], parts: Partial<Report> = {}): Report {
  const today = parseDay('2026-11-21') as number;
  return { today, documents: 3, items: 1, counts: countFindings(findings), findings, acknowledged: 0, ...parts };
}

/** What formats are written with: the plan is the folder `plans` of a repository, and the caller stands in it. */
export function contextWith(parts: { style?: Style; failOn?: FailOn } = {}): FormatContext {
  const { style = PLAIN, failOn = 'error' } = parts;
  return { place: { fromHere: (path) => path, fromRepository: (path) => `plans/${path}` }, style, failOn };
}

/** A few findings as they come. */
export const FINDINGS: readonly Finding[] = [
  finding('error', 'unknown-reference', at('api.md', 7, 14, 'there is no item "auth"')),
  finding('warning', 'overdue', at('ga.md', 6, 6, 'ga was due', 10), at('api.md', 12, 3, 'api-freeze waits for it')),
  finding('info', 'unknown-field', at('ga.md', 18, 1, 'a milestone has no field "colour"')),
];

/** What people put into titles and names to see what happens. */
export const HOSTILE: readonly Finding[] = [
  finding(
    'warning',
    'overdue',
    at(
      'a%,b:c\u001b[2J.md',
      1,
      1,
      '50% x\r\n::error::owned \u001b[31m\u009b31m\u202e <b> & @maria #12 GH-3 | [x](http://e.org) `y`',
    ),
    at('b\n::warning::.md', 1, 1, '\n::error::owned'),
  ),
];

/** Everything that a terminal would act on, but for the ends of lines. */
export const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
