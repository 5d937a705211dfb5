import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { dayLabel, fullDayLabel, monthLabel } from '../../../src/core/views/day-label.ts';
import { fileMarks } from '../../../src/core/views/file-marks.ts';
import { countFindings, countsText } from '../../../src/core/views/summary.ts';
import { tallyOf, tallyText } from '../../../src/core/views/tally.ts';
import { run } from '../../support/plan.ts';
import { smallPlan } from './small-plan.ts';

describe('summaries', () => {
  it('count items, without those that were dropped', () => {
    const { plan, state } = smallPlan();
    const milestones = plan.items.filter((item) => item.type.name === 'milestone');
    assert.equal(tallyText(tallyOf(milestones, state)), '3 open · 1 blocked · 1 overdue');
    const closed = milestones.filter((item) => !item.open);
    assert.equal(tallyText(tallyOf(closed, state)), 'done');
    assert.equal(tallyText(tallyOf([], state)), '');
  });

  it('count findings, without what there is none of', () => {
    const { findings } = smallPlan();
    assert.equal(countsText(countFindings(findings)), '1 error, 3 warnings, 1 info');
    assert.equal(countsText(countFindings([])), '');
  });

  it('mark files in which something is blocked, else stale', () => {
    const { plan, state } = smallPlan();
    assert.deepEqual(
      [...run(fileMarks(plan, state))],
      [
        ['milestones/auth.md', { kind: 'blocked', text: 'auth is blocked' }],
        ['milestones/schema.md', { kind: 'stale', text: 'schema is stale' }],
      ],
    );
  });
});

describe('days as people say them', () => {
  const day = (text: string) => parseDay(text) as number;

  it('leave out the year where it is this one', () => {
    assert.equal(dayLabel(day('2026-12-01'), day('2026-11-21')), '1 Dec');
    assert.equal(dayLabel(day('2027-01-15'), day('2026-11-21')), '15 Jan 2027');
    assert.equal(fullDayLabel(day('2026-11-21')), '21 Nov 2026');
    assert.equal(monthLabel(day('2026-11-21')), 'November 2026');
  });
});
