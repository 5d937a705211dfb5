import { reportProblems } from './problems.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/**
 * An item without what makes it one.
 *
 * An entry of a collection needs an `id`, or nothing can refer to it (an error). A risk needs `probability` and
 * `impact`, or nobody can say how bad it is, and a dependency `from`, or nobody can be asked (warnings). Where two
 * program documents lie in one folder, the files beside them need `program`.
 *
 * @notOk
 * ```md file=risks.md
 * ---
 * type: register
 * risks:
 *   - title: Vendor certification slips
 *     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-field
 *     owner: dana
 *     probability: 40%
 *     impact: low
 * dependencies:
 *   - id: hsm
 *         ~~~ missing-field
 *     owner: dana
 * ---
 * ```
 * @ok
 * ```md file=risks.md
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     title: Vendor certification slips
 *     owner: dana
 *     probability: 40%
 *     impact: low
 * dependencies:
 *   - id: hsm
 *     owner: dana
 *     from: security
 * ---
 * ```
 */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  scope: 'document',
  check(context, report) {
    reportProblems('missing-field', context, report);
    needed('risk', ['probability', 'impact'], context, report);
    needed('dependency', ['from'], context, report);
  },
};

function needed(
  type: 'risk' | 'dependency',
  fields: readonly ('probability' | 'impact' | 'from')[],
  { plan }: RuleContext,
  report: Report,
): void {
  for (const item of plan.ofType(type)) {
    if (!item.open || item.parsed.broken) continue;
    // A value that is written and wrong has a finding of its own.
    const missing = fields.filter((field) => !item.field(field)?.value);
    if (missing.length === 0) continue;
    report({
      item,
      range: item.idRange,
      severity: 'warning',
      message: `${type} ${item.id} has no ${missing.join(' and no ')}: write ${missing.map((field) => EXAMPLES[field]).join(' and ')}`,
    });
  }
}

const EXAMPLES = { probability: '"probability: 40%"', impact: '"impact: high"', from: '"from: " and who delivers it' };
