import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatDay } from '../../../src/core/model/values/day.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { decisionLogOf } from '../../../src/core/views/decisions/decision-log.ts';
import { snapshotOf } from '../../support/plan.ts';

const log = (decisions: string) =>
  atOnce(
    decisionLogOf(
      snapshotOf(
        {
          'plan.md': `---
type: program
id: p
goal: go-live
milestones:
  - { id: go-live, duration: 5d, due: 2026-12-18, depends_on: [work, D-9] }
  - { id: work, duration: 10d }
decisions:
${decisions}---
`,
        },
        { today: '2026-11-02' },
      ),
    ),
  );

const ids = (items: readonly Item[]): string => items.map(({ id }) => id).join(' ');

describe('the decision log', () => {
  it('puts first what can wait least, then what nothing waits for, by due date', () => {
    const { open, decided } = log(`  - { id: D-1, due: 2026-11-20 }
  - { id: D-2, due: 2026-11-10 }
  - { id: D-9, due: 2026-12-01 }
  - { id: D-3, due: 2026-12-01, blocks: [work] }
  - { id: D-4 }
`);
    assert.deepEqual(decided, []);
    assert.equal(ids(open.map(({ item }) => item)), 'D-3 D-9 D-2 D-1 D-4');
    assert.deepEqual(
      open.map(({ moment }) => moment && `${formatDay(moment.day)} ${moment.moves.id}`),
      ['2026-12-01 go-live', '2026-12-15 go-live', undefined, undefined, undefined],
    );
  });

  it('puts what is decided after, the latest first, and what has no date last', () => {
    const { open, decided } = log(`  - { id: D-1, status: accepted }
  - { id: D-2, date: 2026-10-01 }
  - { id: D-3, status: rejected, date: 2026-10-20 }
`);
    assert.deepEqual(open, []);
    assert.deepEqual(
      decided.map((each) => [each.item.id, each.decided === undefined ? undefined : formatDay(each.decided)]),
      [
        ['D-3', '2026-10-20'],
        ['D-2', '2026-10-01'],
        ['D-1', undefined],
      ],
    );
  });

  it('names what waits for a decision, whichever of them says so, and what is overdue', () => {
    const { open } = log(`  - { id: D-9, due: 2026-10-30, blocks: [work, work] }
`);
    assert.deepEqual(
      open.map(({ item, blocks, overdue }) => [item.id, ids(blocks).split(' ').sort().join(' '), overdue]),
      [['D-9', 'go-live work', true]],
    );
  });

  it('tells what replaces what, whichever of them says so, and each once', () => {
    const { decided } = log(`  - { id: D-1, status: superseded, superseded_by: D-2 }
  - { id: D-2, status: superseded, supersedes: [D-1, D-7], superseded_by: D-2 }
  - { id: D-3, status: accepted, supersedes: [D-2] }
`);
    assert.deepEqual(
      decided.map(({ item, supersedes, supersededBy }) => [item.id, ids(supersedes), ids(supersededBy)]),
      [
        ['D-1', '', 'D-2'],
        ['D-2', 'D-1', 'D-3'],
        ['D-3', 'D-2', ''],
      ],
    );
  });

  it('leaves out what a filter does not let pass', () => {
    const snapshot = snapshotOf({
      'a.md': '---\ntype: program\nid: p\ndecisions:\n  - { id: D-1 }\n  - { id: D-2 }\n---\n',
    });
    const { open } = atOnce(decisionLogOf(snapshot, ({ id }) => id === 'D-2'));
    assert.equal(ids(open.map(({ item }) => item)), 'D-2');
  });
});
