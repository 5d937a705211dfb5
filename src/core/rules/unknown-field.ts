import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A field that the type of item does not have.
 *
 * What it says is not in the plan. Often it is a misspelling, and the message names the field that is near. Fields of
 * your own begin with `x-`, or are declared under `fields` in `milepost.yaml`. What waits for something says so itself,
 * with `depends_on`: so a milestone has no `blocks`.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * dependson: [auth-cutover]
 * ~~~~~~~~~ unknown-field
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * reviewEvery: 2w
 * x-cost-centre: 4711
 * ---
 * ```
 */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'info',
  scope: 'document',
  checkDocument: reportProblems('unknown-field'),
};
