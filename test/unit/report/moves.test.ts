import assert from 'node:assert/strict';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { movesOf } from '../../../src/core/report/moves.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { snapshotOf } from '../../support/plan.ts';

const plan = (more = ''): string => `---
type: program
id: p
start: 2026-11-09
milestones:
  - { id: schema, duration: 5d }
  - { id: load, title: Load, duration: 5d, depends_on: [schema]${more} }
  - { id: launch, depends_on: [load] }
---
`;

/** What moved from Monday to Wednesday, while nobody has begun: `where it began: its fields; what else`. */
function moves(before: string, after: string): readonly string[] {
  const [then, now] = [
    snapshotOf({ 'README.md': before }, { today: '2026-11-09' }),
    snapshotOf({ 'README.md': after }, { today: '2026-11-11' }),
  ];
  return movesOf(atOnce(diffPlans(then, now)), now.state).map(({ origin, fields, others }) => {
    const named = fields.map(({ field }) => field).join(', ');
    return `${origin?.id ?? 'the plan'}: ${named}; ${others.map(({ item }) => item.head?.id).join(', ')}`;
  });
}

describe('what moved', () => {
  it('began where time has passed, and not where another title, owner or note was written', () => {
    assert.deepEqual(moves(plan(), plan()), ['schema: ; load, launch']);
    assert.deepEqual(moves(plan(), plan(', owner: chen, note: Soon, updated: 2026-11-11').replace('Load', 'Loading')), [
      'schema: ; load, launch',
    ]);
  });

  it('began with what was changed of a forecast, of which other fields are no reason', () => {
    assert.deepEqual(moves(plan(), plan(', owner: chen').replace('5d, dep', '7d, dep')), [
      'load: duration; launch',
      'schema: ; ',
    ]);
  });

  it('did not begin with the plan where only the words of its program were changed', () => {
    assert.deepEqual(moves(plan(), plan().replace('id: p', 'id: p\nhealth: green\nnote: All is well')), [
      'schema: ; load, launch',
    ]);
  });
});
