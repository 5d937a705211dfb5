import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * An open risk that was to be looked at by a date that has passed.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     owner: dana
 *     probability: low
 *     impact: low
 *     review_by: 2026-11-13
 *                ~~~~~~~~~~ risk-review-overdue
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     owner: dana
 *     probability: low
 *     impact: low
 *     review_by: 2026-12-11
 * ---
 * ```
 */
export const riskReviewOverdue: Rule = {
  code: 'risk-review-overdue',
  severity: 'info',
  scope: 'document',
  types: ['risk'],
  checkItem(item, { today }, report) {
    const { review_by } = item.values;
    if (!item.open || review_by === undefined || review_by >= today) return;
    report({
      item,
      range: item.at('review_by'),
      message: `risk ${item.id} was to be reviewed by ${formatDay(review_by)}: look at it, and set the next date`,
    });
  },
};
