import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Item } from '../../../src/core/plan/item.ts';
import { itemDetails, itemLabel } from '../../../src/core/views/item-label.ts';
import { snapshotOf } from '../../support/plan.ts';
import { smallPlan } from './small-plan.ts';

function label(id: string) {
  const { plan, state, today } = smallPlan();
  const item = plan.lookup.member('atlas', id);
  assert.ok(item);
  return { ...itemLabel(item, { plan, state, today }), details: itemDetails(item, { plan, state, today }) };
}

describe('the label of an item', () => {
  for (const [id, standing, description] of [
    ['kickoff', 'done', 'done 4 Sep'],
    ['mobile', 'dropped', 'cancelled'],
    ['auth', 'blocked', 'due 11 Dec · blocked by D-1 · planned'],
    ['schema', 'overdue', 'due 18 Nov · overdue 3 days · stale 15 working days · in progress'],
    ['launch', 'held-up', 'due 12 Mar 2027 · critical · held up by D-1 · planned'],
    ['D-1', 'overdue', 'due 13 Nov · overdue 8 days · proposed'],
    ['R-1', 'open', 'open'],
  ] as const) {
    it(`says of ${id}: ${description}`, () => {
      const found = label(id);
      assert.equal(found.description, description);
      assert.equal(found.standing, standing);
    });
  }

  for (const [fields, description] of [
    ['duration: 20d, due: 2026-12-11', '18 Dec (+5d) · critical · planned'],
    ['duration: 5d, due: 2026-12-11', '27 Nov (−10d) · critical · planned'],
    ['duration: 15d, due: 2026-12-11', 'due 11 Dec · critical · planned'],
    ['duration: 40d, due: 2027-01-29', '15 Jan (−10d) · critical · planned'],
    ['duration: 5d', 'forecast 27 Nov · critical · planned'],
    ['due: 2026-12-11', 'due 11 Dec · critical · planned'],
    ['duration: 5d, due: 2026-12-11, status: done', 'done'],
  ] as const) {
    it(`says of a milestone with ${fields}: ${description}`, () => {
      const { plan, state, today } = snapshotOf({
        'a.md': `---\ntype: register\nmilestones: [{ id: a, ${fields} }]\n---\n`,
      });
      assert.equal(itemLabel(plan.items[0] as Item, { plan, state, today }).description, description);
    });
  }

  it('does not say that a slip moves a goal which waits for its date', () => {
    const { plan, state, today } = snapshotOf({
      'a.md':
        '---\ntype: program\nid: p\ngoal: c\nmilestones:\n  - { id: a, duration: 2d }\n  - { id: c, due: 2026-12-18, depends_on: [a] }\n---\n',
    });
    const details = itemDetails(plan.lookup.member('p', 'a') as Item, { plan, state, today }).join('\n');
    assert.match(
      details,
      /^Critical: on the longest way to c, which waits for its date: a slip moves it after \d+ working days · Margin to due dates: \d+ working days$/m,
    );
  });

  it('has the forecast in its details, with what it can slip and what drives it', () => {
    const { plan, state, today } = snapshotOf({
      'a.md': `---
type: program
id: p
goal: c
milestones:
  - { id: a, duration: 20d }
  - { id: b, duration: 5d }
  - { id: c, duration: 2d, due: 2026-12-18, depends_on: [a, b] }
decisions:
  - { id: D-1, blocks: [a] }
---
`,
    });
    const details = (id: string) => itemDetails(plan.lookup.member('p', id) as Item, { plan, state, today });
    assert.deepEqual(details('c').slice(5), [
      'Forecast: 21 Dec to 22 Dec 2026, 2 working days late',
      'Critical: it is the goal of its program · Margin to due dates: −2 working days',
      'Driven by a',
    ]);
    assert.deepEqual(details('b').slice(4), [
      'Forecast: 23 Nov to 27 Nov 2026',
      'Total float: 15 working days · Margin to due dates: 13 working days',
    ]);
    assert.ok(details('D-1').includes('Decide today or c moves'), details('D-1').join('\n'));
  });

  it('has details with everything in words', () => {
    assert.deepEqual(label('auth').details, [
      'Auth cut over',
      'milestone atlas/auth',
      'Status: planned',
      'Owner: chen',
      'Due: 11 Dec 2026',
      'Forecast: 11 Dec 2026, on time',
      'Total float: 65 working days · Margin to due dates: 15 working days',
      'Blocked by D-1',
    ]);
  });
});
