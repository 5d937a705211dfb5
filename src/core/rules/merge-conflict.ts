import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A merge left its conflict markers in a document of the plan.
 *
 * Until somebody decides, the first side is the plan, and nothing writes to the document. In the front matter that is an
 * error, in the text below it a warning. Markers in a fenced block of code are an example, and left alone.
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
 * @notOk In the text.
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: chen
 * ---
 *
 * <<<<<<< HEAD
 * ~~~~~~~~~~~~ merge-conflict
 * Waits for the vendor.
 * =======
 * Waits for nobody.
 * >>>>>>> vendor-dates
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
  checkDocument: reportProblems('merge-conflict'),
};
