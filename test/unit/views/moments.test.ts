import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Item } from '../../../src/core/plan/item.ts';
import { momentOf, momentText } from '../../../src/core/views/moments.ts';
import { snapshotOf } from '../../support/plan.ts';

/** D-1 is followed by cutover, freeze and go-live, as of Monday 2 November 2026. */
function textOf(dates: { cutover?: string; freeze?: string; goLive?: string }, id = 'D-1'): string {
  const { plan, state, today } = snapshotOf(
    {
      'a.md': `---
type: program
id: p
goal: go-live
milestones:
  - { id: cutover, duration: 5d, ${dates.cutover ?? ''} }
  - { id: freeze, depends_on: [cutover FF], ${dates.freeze ?? ''} }
  - { id: go-live, depends_on: [cutover], ${dates.goLive ?? ''} }
decisions:
  - { id: D-1, blocks: [cutover] }
  - { id: D-2, blocks: [cutover], status: accepted }
  - { id: D-3 }
dependencies:
  - { id: vendor, from: Vendor }
---
`.replace('cutover FF]', 'cutover FF, vendor]'),
    },
    { today: '2026-11-02' },
  );
  const moment = momentOf(plan.lookup.member('p', id) as Item, state);
  return moment ? momentText(moment, today) : '';
}

const FIRM = 'due: 2026-11-20, commitment: firm';

describe('the last responsible moment', () => {
  it('is that of the goal, at once where it is driven', () => {
    assert.equal(textOf({}), 'decide today or go-live moves');
  });

  it('is that of a firm date that comes before', () => {
    assert.equal(textOf({ cutover: FIRM, goLive: 'due: 2027-01-29' }), 'decide by 13 Nov or cutover moves');
  });

  it('names of several dates on the way the nearest, unless the goal is among them', () => {
    assert.equal(
      textOf({ cutover: FIRM, freeze: FIRM, goLive: 'due: 2027-01-29' }),
      'decide by 13 Nov or cutover moves',
    );
    assert.equal(textOf({ freeze: FIRM, goLive: 'due: 2027-01-29' }), 'decide by 13 Nov or freeze moves');
    assert.equal(textOf({ cutover: 'due: 2026-11-06, commitment: firm' }), 'decide today or go-live moves');
  });

  it('of a dependency says by when it is needed', () => {
    assert.equal(textOf({ freeze: FIRM }, 'vendor'), 'needed by 20 Nov or freeze moves');
  });

  it('is none of what is settled, holds nothing up, or is another type of item', () => {
    for (const id of ['D-2', 'D-3', 'cutover']) assert.equal(textOf({}, id), '', id);
  });
});
