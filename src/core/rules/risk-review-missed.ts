import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * A program whose risks have not been gone through for longer than its cadence.
 *
 * A risk register that nobody reads warns nobody. Go through it, close what has passed, and set `risks_reviewed`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * cadence: { risk_review: 2w }
 * risks_reviewed: 2026-10-30
 *                 ~~~~~~~~~~ risk-review-missed
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * cadence: { risk_review: 2w }
 * risks_reviewed: 2026-11-13
 * ---
 * ```
 */
export const riskReviewMissed: Rule = {
  code: 'risk-review-missed',
  severity: 'info',
  scope: 'standing',
  types: ['program'],
  checkItem(program, { state, today }, report) {
    const { cadence, risks_reviewed: reviewed, start } = program.values;
    const often = cadence?.values.risk_review;
    const since = reviewed ?? start;
    if (!program.open || !often || !cadence || since === undefined) return;
    const { days, passed } = state.calendars.of(program).against(often, since, today);
    if (passed <= days) return;
    const words =
      reviewed === undefined ? 'have not been gone through yet' : `were last gone through on ${formatDay(reviewed)}`;
    report({
      item: program,
      range: reviewed === undefined ? cadence.at('risk_review') : program.at('risks_reviewed'),
      message: `the risks of ${program.id} ${words}, longer ago than its cadence: look at each, and set risks_reviewed`,
    });
  },
};
