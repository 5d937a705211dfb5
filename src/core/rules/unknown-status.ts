import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A status that the type of item does not have.
 *
 * Each type has its own statuses. Common words are read as the status they mean (`todo`, `wip`, `done`, `canceled`
 * and the like), and a project adds its own under `statuses` in `milepost.yaml`.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: nearly
 *         ~~~~~~ unknown-status
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: In Progress
 * ---
 * ```
 */
export const unknownStatus: Rule = {
  code: 'unknown-status',
  severity: 'error',
  scope: 'document',
  checkDocument: reportProblems('unknown-status'),
};
