import { type BudgetSum, budgetSums } from '../../../budget/budget-sums.ts';
import type { Item } from '../../../plan/item.ts';
import { isUndivided, standingsOf } from '../../../report/standing.ts';
import { titled } from '../../../report/words.ts';
import { budgetText } from '../../../views/budget/budget-words.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { cellsLine, nothing, shownText } from '../markdown.ts';

/** What was spent of which budget, by workstream and in all; amounts of different currencies are never added. */
export const budget: BlockView = {
  name: 'budget',
  doc: 'What was spent of which budget, by workstream and by program.',
  options: {},
  *lines(request) {
    const { plan, state, accepts } = request;
    const rows: (readonly [string, readonly BudgetSum[]])[] = [];
    for (const program of plan.programs) {
      yield;
      const own = program.items.filter(accepts);
      const total = budgetSums(own);
      if (total.length === 0) continue;
      for (const { id, item, members } of standingsOf(program, plan, state)) {
        const sums = budgetSums(members.filter(accepts));
        // Of a program without workstreams the total says it already.
        if (sums.length > 0 && !isUndivided(program)) rows.push([nameOf(item, id, request), sums]);
      }
      rows.push([`**${shownText(program.item?.title ?? program.id)}**`, total]);
    }
    return rows.length === 0 ? nothing('budgets') : linesOf(rows);
  },
};

const nameOf = (item: Item | undefined, id: string | undefined, request: ViewRequest): string =>
  item ? titled(item, request) : shownText(id ?? 'Across workstreams');

function* linesOf(rows: readonly (readonly [string, readonly BudgetSum[]])[]): Generator<string> {
  yield cellsLine(['', 'Budget']);
  yield cellsLine(['---', '---']);
  for (const [name, sums] of rows) yield cellsLine([name, sums.map((sum) => shownText(budgetText(sum))).join('; ')]);
}
