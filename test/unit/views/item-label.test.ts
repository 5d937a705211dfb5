import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { itemDetails, itemLabel } from '../../../src/core/views/item-label.ts';
import { smallPlan } from './small-plan.ts';

function label(id: string) {
  const { plan, state, today } = smallPlan();
  const item = plan.lookup.member('atlas', id);
  assert.ok(item);
  return { ...itemLabel(item, state, today), details: itemDetails(item, state, today) };
}

describe('the label of an item', () => {
  for (const [id, standing, description] of [
    ['kickoff', 'done', 'done 4 Sep'],
    ['mobile', 'dropped', 'cancelled'],
    ['auth', 'blocked', 'planned · due 11 Dec · blocked by D-1'],
    ['schema', 'overdue', 'in progress · due 18 Nov · overdue 3 days · stale 22 days'],
    ['launch', 'held-up', 'planned · due 12 Mar 2027 · held up by D-1'],
    ['D-1', 'overdue', 'proposed · due 13 Nov · overdue 8 days'],
    ['R-1', 'open', 'open'],
  ] as const) {
    it(`says of ${id}: ${description}`, () => {
      const found = label(id);
      assert.equal(found.description, description);
      assert.equal(found.standing, standing);
    });
  }

  it('has details with everything in words', () => {
    assert.deepEqual(label('auth').details, [
      'Auth cut over',
      'milestone atlas/auth',
      'Status: planned',
      'Owner: chen',
      'Due: 11 Dec 2026',
      'Blocked by D-1',
    ]);
  });
});
