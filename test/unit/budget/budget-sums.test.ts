import assert from 'node:assert/strict';
import { budgetSums, budgetsByWorkstream } from '../../../src/core/budget/budget-sums.ts';
import { budgetText } from '../../../src/core/views/budget/budget-words.ts';
import { snapshotOf } from '../../support/plan.ts';

const programOf = (milestones: string) => {
  const { plan } = snapshotOf({
    'README.md': `---\ntype: program\nid: atlas\nowner: maria\nmilestones:\n${milestones}\n---\n`,
    'ledger.md': '---\ntype: workstream\nid: ledger\nowner: maria\n---\n',
  });
  const [program] = plan.programs;
  assert.ok(program);
  return program;
};

describe('the sums of budgets', () => {
  it('are by currency, and currencies are never added up', () => {
    const { items } = programOf(`  - { id: a, budget: 120000 EUR, spent: 90k EUR }
  - { id: b, budget: "€0.10", spent: 0.20 EUR }
  - { id: c, budget: 5000 USD }
  - { id: d, spent: 700 CHF }
  - { id: e, status: cancelled, budget: 1m EUR, spent: 10000 EUR }`);
    assert.deepEqual(budgetSums(items), [
      { currency: 'CHF', budget: undefined, spent: 700 },
      { currency: 'EUR', budget: 120000.1, spent: 100000.2 },
      { currency: 'USD', budget: 5000, spent: undefined },
    ]);
    assert.deepEqual(budgetSums(items).map(budgetText), [
      '700 CHF spent, without a budget',
      '100,000.2 of 120,000.1 EUR spent (83 %)',
      '5,000 USD, nothing said of spending',
    ]);
    assert.deepEqual(budgetSums([]), []);
  });

  it('are those of each workstream, and of what belongs to none', () => {
    const program = programOf(`  - { id: a, budget: 1 EUR }
  - { id: b, workstream: ledger, budget: 2 EUR }
  - { id: c, workstream: ledger, budget: 3 EUR }
  - { id: d, workstream: empty }`);
    assert.deepEqual(
      budgetsByWorkstream(program).map(({ workstream, sums }) => [workstream, sums[0]?.budget]),
      [
        ['ledger', 5],
        [undefined, 1],
      ],
    );
  });
});
