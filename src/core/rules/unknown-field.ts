import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A field that the type of item does not have.
 *
 * What it says is not in the plan. Often it is a misspelling, or the name that another type or another tool has for a field,
 * and the message names the one that is meant: a program has a `target`, a milestone a `due` date, and what others deliver is
 * `needed_by` a day and `promised` for one. Where the item has that field already, the message says so. Fields of
 * your own begin with `x-`, or are declared under `fields` in `milepost.yaml`. What waits for something says so itself,
 * with `depends_on`: so a milestone has no `blocks`.
 *
 * It is a warning where dates hang on the field that is meant, and where the value is a day. Of the former, reports, the
 * dashboard and the *Program* view say that dates may be wrong until the field has its name, unless this rule is off.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * dependson: [auth-cutover]
 * ~~~~~~~~~ unknown-field
 * deadline: 2026-12-11
 * ~~~~~~~~ unknown-field
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
