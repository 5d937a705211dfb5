import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * Front matter that cannot be read as it was meant.
 *
 * What can be read goes on working: a broken entry costs that entry, a broken line that line. Until it is mended,
 * what stands in the broken part is not in the plan, and nobody is warned about it. Refused are also anchors,
 * aliases and tags, nesting deeper than 32 levels, more than 256 KiB of front matter, files that are not UTF-8, and
 * a field that is written twice. Of many problems in one document the first 20 are shown, and how many there are.
 *
 * @notOk The quote is never closed.
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * title: "Public API frozen
 *        ~~~~~~~~~~~~~~~~~~ invalid-front-matter
 * owner: maria
 * ---
 * ```
 * @notOk A field stands twice.
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-12-11
 * due: 2026-12-18
 * ~~~ invalid-front-matter
 * ---
 * ```
 * @notOk A name for a value elsewhere in the document (an anchor) is not allowed.
 * ```md
 * ---
 * type: register
 * actions:
 *   - id: A-1
 *     owner: &lead maria
 *            ~~~~~~~~~~~ invalid-front-matter
 *   - id: A-2
 *     owner: chen
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * title: "Public API frozen"
 * owner: maria
 * ---
 * ```
 */
export const invalidFrontMatter: Rule = {
  code: 'invalid-front-matter',
  severity: 'error',
  scope: 'document',
  checkDocument: reportProblems('invalid-front-matter'),
};
