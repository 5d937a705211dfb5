import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A merge left its conflict markers in the front matter.
 *
 * Until somebody decides, the first side is the plan, and nothing writes to the document. Markers in the body are
 * not the plan's affair.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * <<<<<<< HEAD
 * ~~~~~~~~~~~~ merge-conflict
 * owner: maria
 * =======
 * owner: chen
 * >>>>>>> vendor-dates
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: chen
 * ---
 * ```
 */
export const mergeConflict: Rule = {
  code: 'merge-conflict',
  severity: 'error',
  scope: 'document',
  check: (context, report) => reportProblems('merge-conflict', context, report),
};
