import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { programHealths } from '../../../src/core/views/health-summary.ts';
import { snapshotOf } from '../../support/plan.ts';

const program = (id: string, duration: string, more = '') =>
  `---\ntype: program\nid: ${id}\ntitle: The ${id}\ngoal: end\n${more}milestones:\n  - { id: work, duration: ${duration} }\n  - { id: end, due: 2026-12-04, depends_on: [work] }\n---\n`;

function healths(files: Readonly<Record<string, string>>) {
  const { plan, state, today } = snapshotOf(files);
  return programHealths(plan, state, today);
}

describe('the health of programs', () => {
  it('has the worst first, with what its owner says where that is another thing', () => {
    const found = healths({
      'a/README.md': program('a', '5d'),
      'b/README.md': program('b', '11d'),
      'c/README.md': program('c', '20d', 'health: amber\n'),
      'd/README.md': '---\ntype: program\nid: d\nmilestones: [{ id: x, status: done }]\n---\n',
    });
    assert.deepEqual(
      found.map(({ title, value, owners, forecast }) => [title, value, owners, forecast]),
      [
        ['The c', 'red', 'amber', 'end 18 Dec (+10d)'],
        ['The b', 'amber', undefined, 'end 7 Dec (+1d)'],
        ['The a', 'green', undefined, 'end 4 Dec'],
      ],
    );
  });

  it('says no date where nothing has one', () => {
    const [health] = healths({ 'README.md': '---\ntype: program\nid: p\nmilestones: [{ id: a }]\n---\n' });
    assert.equal(health?.forecast, '');
  });

  it('leads from each reason to where its cause is written', () => {
    const [worst] = healths({ 'README.md': program('c', '20d') });
    const [reason] = worst?.reasons ?? [];
    assert.equal(reason?.text, 'end is forecast for 2026-12-18, 10 working days after its due date 2026-12-04');
    assert.equal(reason?.root?.id, 'work');
    const { source, range } = reason?.place ?? {};
    assert.equal(range && source?.text.slice(range.start, range.end), '20d');
  });
});
