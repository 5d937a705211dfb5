import type { BudgetSum } from '../../budget/budget-sums.ts';
import { figure } from '../../text/words.ts';

/** An amount of money: `120,000 EUR`. */
export const moneyText = (value: number, currency: string): string => `${figure(value)} ${currency}`;

/** What was spent of a budget, in words: `90,000 of 120,000 EUR spent (75 %)`. */
export function budgetText({ currency, budget, spent }: BudgetSum): string {
  if (budget === undefined) return `${moneyText(spent ?? 0, currency)} spent, without a budget`;
  if (spent === undefined) return `${moneyText(budget, currency)}, nothing said of spending`;
  const share = budget > 0 ? ` (${Math.round((spent / budget) * 100)} %)` : '';
  return `${figure(spent)} of ${moneyText(budget, currency)} spent${share}`;
}
