import type { Rule } from './rule.ts';

/**
 * A risk that has happened, and no issue that says what is done about it.
 *
 * Name the issue in `became`, or name the risk in `relates_to` of the issue.
 *
 * @notOk
 * ```md
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     owner: dana
 *     status: occurred
 *             ~~~~~~~~ occurred-risk-without-issue
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     owner: dana
 *     status: occurred
 *     became: I-4
 * issues:
 *   - id: I-4
 *     owner: dana
 * ---
 * ```
 */
export const occurredRiskWithoutIssue: Rule = {
  code: 'occurred-risk-without-issue',
  severity: 'info',
  scope: 'neighbours',
  types: ['risk'],
  checkItem(item, { plan }, report) {
    if (item.status !== 'occurred' || item.field('became')?.value) return;
    const linked = plan.referencesTo(item).some(({ from }) => from.type.name === 'issue');
    const links = plan.referencesFrom(item).some(({ target }) => target?.type.name === 'issue');
    if (linked || links) return;
    report({
      item,
      range: item.field('status') ? item.at('status') : item.at('occurred_on'),
      message: `risk ${item.id} has occurred, but no issue says what is done about it: name one in became`,
    });
  },
};
