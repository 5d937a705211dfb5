import { isMitigated, riskScore } from '../state/risk-score.ts';
import type { Rule } from './rule.ts';

/**
 * An open risk with a score of 8 or more and no plan against it.
 *
 * The score is probability times impact, both on a scale of 1 to 5. Write what is done (`mitigation`), name the
 * actions or milestones that do it (`mitigated_by`), or say that it is accepted (`response: accept`).
 *
 * @notOk
 * ```md
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *         ~~~ risk-without-mitigation
 *     owner: dana
 *     probability: 40%
 *     impact: high
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     owner: dana
 *     probability: 40%
 *     impact: high
 *     mitigation: Weekly call with the vendor.
 *   - id: R-2
 *     owner: dana
 *     probability: low
 *     impact: low
 * ---
 * ```
 */
export const riskWithoutMitigation: Rule = {
  code: 'risk-without-mitigation',
  severity: 'warning',
  scope: 'document',
  types: ['risk'],
  checkItem(item, _context, report) {
    if (!item.open || item.parsed.broken) return;
    const score = riskScore(item);
    if (score === undefined || score < 8 || isMitigated(item)) return;
    report({
      item,
      range: item.idRange,
      message: `risk ${item.id} has a score of ${score} of 25 and no mitigation: write one, name what mitigates it in mitigated_by, or accept it with "response: accept"`,
    });
  },
};
