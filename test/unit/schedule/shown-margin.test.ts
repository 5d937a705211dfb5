import assert from 'node:assert/strict';
import { scheduleOf } from '../../support/schedule.ts';

const plan = (promised: string): string => `---
type: program
id: atlas
start: 2026-11-02
milestones:
  - { id: work, duration: 5d, due: 2026-11-20, depends_on: contract }
dependencies:
  - { id: contract, from: Acme, promised: ${promised} }
---
`;

describe('the margin that views show of a dependency', () => {
  const of = (promised: string) => {
    const { schedule, item } = scheduleOf(plan(promised));
    return ['contract', 'work'].map((id) => [schedule.margin(item(id)), schedule.shownMargin(item(id))]);
  };

  it('counts from today while its own day keeps the dates of others', () => {
    assert.deepEqual(of('2026-11-13'), [
      [9, 9],
      [0, 0],
    ]);
  });

  it('says by how much they are missed where its own day does not', () => {
    assert.deepEqual(of('2026-11-18'), [
      [9, -3],
      [-3, -3],
    ]);
  });
});
