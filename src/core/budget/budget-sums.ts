import type { Amount } from '../model/values/number.ts';
import type { Item } from '../plan/item.ts';
import type { Program } from '../plan/program.ts';

/** What some items may cost and have cost in one currency. Amounts of different currencies are never added up. */
export interface BudgetSum {
  readonly currency: string;
  /** Undefined where none of them has a budget in that currency. */
  readonly budget: number | undefined;
  /** Undefined where nothing is said of spending in that currency. */
  readonly spent: number | undefined;
}

/** The sums of a workstream of a program. */
export interface WorkstreamBudget {
  /** Its id; undefined for what belongs to none. */
  readonly workstream: string | undefined;
  readonly sums: readonly BudgetSum[];
}

/**
 * What items may cost and have cost, by currency, in the order of these. What was dropped needs no budget any more, and
 * what was spent on it is spent.
 */
export function budgetSums(items: Iterable<Item>): readonly BudgetSum[] {
  const budgets = new Map<string, number>();
  const spending = new Map<string, number>();
  for (const { values, dropped } of items) {
    if (!dropped) add(budgets, values.budget);
    add(spending, values.spent);
  }
  return [...new Set([...budgets.keys(), ...spending.keys()])].sort().map((currency) => ({
    currency,
    budget: inUnits(budgets.get(currency)),
    spent: inUnits(spending.get(currency)),
  }));
}

/** The sums of each workstream of a program that has any, in the order of the plan; what belongs to none comes last. */
export function budgetsByWorkstream({ items }: Program): readonly WorkstreamBudget[] {
  const members = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const same = members.get(item.workstream);
    if (same) same.push(item);
    else members.set(item.workstream, [item]);
  }
  return [...members]
    .map(([workstream, own]) => ({ workstream, sums: budgetSums(own) }))
    .filter(({ sums }) => sums.length > 0)
    .sort((a, b) => Number(a.workstream === undefined) - Number(b.workstream === undefined));
}

/** In hundredths: a hundred times ten cents are ten, whatever binary fractions make of it. */
function add(sums: Map<string, number>, amount: Amount | undefined): void {
  if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + Math.round(amount.value * 100));
}

const inUnits = (hundredths: number | undefined): number | undefined =>
  hundredths === undefined ? undefined : hundredths / 100;
