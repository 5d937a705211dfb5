import { progressOf } from '../schedule/facts.ts';
import type { Rule } from './rule.ts';

/** How much further, in percent of the budget, spending may be than the work. */
const MOST_AHEAD = 15;

/**
 * A milestone of which much more has been spent than done.
 *
 * Spending that is ahead of progress by more than 15 % of the budget, or beyond the budget, is money that will be missing
 * at the end. Say why, ask for more, or do less.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: ledger
 * owner: dana
 * progress: 40%
 * budget: 120000 EUR
 * spent: 90000 EUR
 *        ~~~~~~~~~ spending-ahead
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: ledger
 * owner: dana
 * progress: 70%
 * budget: 120000 EUR
 * spent: 90000 EUR
 * ---
 * ```
 */
export const spendingAhead: Rule = {
  code: 'spending-ahead',
  severity: 'warning',
  scope: 'neighbours',
  types: ['milestone'],
  checkItem(item, _context, report) {
    const { budget, spent } = item.values;
    if (item.dropped || !budget || !spent || budget.value <= 0) return;
    const at = (message: string): void => report({ item, range: item.at('spent'), message });
    if (budget.currency !== spent.currency) {
      at(
        `the budget of ${item.id} is in ${budget.currency}, and what was spent in ${spent.currency}: write both in one`,
      );
      return;
    }
    const share = (spent.value / budget.value) * 100;
    const done = item.finished ? 100 : (progressOf(item) ?? 0) * 100;
    if (share > 100) at(`${item.id} has spent ${Math.round(share)} % of its budget: say why, and ask for more`);
    else if (item.open && progressOf(item) !== undefined && share - done > MOST_AHEAD) {
      at(
        `${item.id} has spent ${Math.round(share)} % of its budget, and ${Math.round(done)} % of the work is done: say why, or ask for more`,
      );
    }
  },
};
