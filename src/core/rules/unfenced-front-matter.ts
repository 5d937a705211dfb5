import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * Fields at the top of a file that were meant as front matter, and are none.
 *
 * Front matter begins with a line `---` on the very first line of a file, and ends with another. Where the first is
 * missing, has more or fewer hyphens, is a dash that a word processor made of them, or stands below an empty line, the
 * fields are prose to every tool, and the file is left out of the plan: nothing waits for it, and no date is late because
 * of it. It is found where a file begins with fields, among them a `type` exactly as plans have it, or a collection such
 * as `risks` with entries of its items. Notes of another kind are nobody's affair here.
 *
 * @notOk A word processor has made a dash of the hyphens.
 * ```md
 * —
 * ~ unfenced-front-matter
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-12-11
 * —
 * ```
 * @notOk The first line is missing.
 * ```md
 * type: milestone
 * ~~~~~~~~~~~~~~~ unfenced-front-matter
 * id: api-freeze
 * owner: maria
 * due: 2026-12-11
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-12-11
 * ---
 * ```
 */
export const unfencedFrontMatter: Rule = {
  code: 'unfenced-front-matter',
  severity: 'warning',
  scope: 'document',
  checkDocument: reportProblems('unfenced-front-matter'),
};
