import assert from 'node:assert/strict';
import { driversText } from '../../../src/cli/schedule/words.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { handedInLate } from '../../../src/core/state/submission.ts';
import { forecastText } from '../../../src/core/views/forecast-label.ts';
import { momentOf, momentText } from '../../../src/core/views/moments.ts';
import { whyOf } from '../../../src/core/views/why/why.ts';
import { snapshotOf } from '../../support/plan.ts';

/** A launch, the work before it, and a review with some fields. The day is Saturday, 21 Nov 2026. */
const planOf = (gate: string, launch = '') =>
  snapshotOf({
    'README.md': `---
type: program
id: atlas
goal: go-live
milestones:
  - { id: build, duration: 5d }
  - { id: go-live, due: 2026-12-11, depends_on: [build]${launch} }
gates:
  - { id: pen-test, for: [go-live]${gate} }
---
`,
  });

function datesOf(gate: string, launch?: string): readonly (string | undefined)[] {
  const { plan, state } = planOf(gate, launch);
  return ['build', 'pen-test', 'go-live'].map((id) => {
    const item = plan.items.find((each) => each.id === id);
    const finish = item && state.schedule.finish(item);
    return finish === undefined ? undefined : formatDay(finish);
  });
}

describe('a gate', () => {
  it('takes its lead time from today on, while its papers are not in, and holds the milestone', () => {
    assert.deepEqual(datesOf(', lead_time: 10d'), ['2026-11-27', '2026-12-04', '2026-12-11']);
    assert.deepEqual(datesOf(', lead_time: 20d'), ['2026-11-27', '2026-12-18', '2026-12-18']);
  });

  it('takes it from the day on which they were handed in', () => {
    assert.deepEqual(datesOf(', lead_time: 20d, submitted: 2026-11-12'), ['2026-11-27', '2026-12-09', '2026-12-11']);
    assert.deepEqual(datesOf(', lead_time: 20d, submitted: 2026-11-19'), ['2026-11-27', '2026-12-16', '2026-12-16']);
    // What should have been over by now is over today at the earliest, though it is a Saturday.
    assert.deepEqual(datesOf(', lead_time: 2d, submitted: 2026-11-12')[1], '2026-11-21');
  });

  it('waits for the items that it needs, but for no file', () => {
    assert.deepEqual(datesOf(', lead_time: 10d, needs: [build, docs/model.md]')[1], '2026-12-11');
  });

  it('has to be handed in again where it was rejected, and holds nothing once it is approved or waived', () => {
    assert.deepEqual(datesOf(', lead_time: 20d, status: rejected')[2], '2026-12-18');
    // On which day it was handed in before is no part of the time that it takes now.
    assert.deepEqual(datesOf(', lead_time: 20d, submitted: 2026-11-12, status: rejected')[2], '2026-12-18');
    assert.deepEqual(datesOf(', lead_time: 20d, approved: 2026-11-20')[2], '2026-12-11');
    assert.deepEqual(datesOf(', lead_time: 20d, status: waived'), ['2026-11-27', undefined, '2026-12-11']);
  });

  it('holds the end of a milestone and not its beginning', () => {
    const plan = planOf(', lead_time: 10d', ', duration: 2d');
    const launch = plan.plan.items.find(({ id }) => id === 'go-live');
    assert.ok(launch);
    assert.equal(formatDay(plan.state.schedule.finish(launch) as number), '2026-12-04');
    assert.deepEqual(
      whyOf(launch, plan)
        .children()
        .map(({ label }) => label)
        .slice(1, 2),
      ['pen-test'],
    );
  });

  it('is forecast in rows and pictures as work is, and driven by its submission', () => {
    const told = (gate: string): readonly string[] => {
      const { plan, state, today } = planOf(gate);
      const [review] = plan.ofType('gate');
      assert.ok(review);
      return [forecastText(review, state, today), driversText(state.schedule.drivers(review), review, 'atlas')];
    };
    assert.deepEqual(told(', lead_time: 20d, submitted: 2026-11-19'), ['forecast 16 Dec', 'its submission']);
    assert.deepEqual(told(', lead_time: 20d'), ['forecast 18 Dec', 'today']);
    // Without a length it is on a date, and says no more than that.
    assert.deepEqual(told(', due: 2026-12-18'), ['', 'its date']);
  });

  it('was handed in late by the working days after its papers were due', () => {
    const late = (gate: string): number | undefined => {
      const { plan, state } = planOf(gate);
      const [review] = plan.ofType('gate');
      assert.ok(review);
      return handedInLate(
        review,
        plan.linksFrom(review).map(({ to }) => to),
        state.calendars,
      );
    };
    // Twenty working days before the end of 11 December begin on Monday, 16 November.
    assert.equal(late(', lead_time: 20d, submitted: 2026-11-19'), 3);
    assert.equal(late(', lead_time: 20d, submitted: 2026-11-16'), undefined);
    assert.equal(late(', lead_time: 20d, submitted: 2026-11-12'), undefined);
    // One day more, and they begin on the Friday before; the Saturday after that is no working day late.
    assert.equal(late(', lead_time: 21d, submitted: 2026-11-14'), undefined);
    assert.equal(late(', lead_time: 20d'), undefined);
    assert.equal(late(', lead_time: 20d, submitted: 2026-11-19, approved: 2026-11-20'), undefined);
    assert.equal(late(', lead_time: 20d, submitted: 2026-11-19, status: rejected'), undefined);
    assert.equal(late(', submitted: 2026-11-19'), undefined);
  });

  it('without a lead time is on its own date, and without that holds nothing', () => {
    assert.deepEqual(datesOf(', due: 2026-12-18'), ['2026-11-27', '2026-12-18', '2026-12-18']);
    assert.deepEqual(datesOf('')[2], '2026-12-11');
  });

  it('has a last moment to hand the papers in', () => {
    const { plan, state, today } = planOf(', lead_time: 5d', ', commitment: firm');
    const moment = momentOf(plan.ofType('gate')[0] as never, state);
    assert.ok(moment);
    assert.equal(momentText(moment, today), 'submit by 7 Dec or go-live moves');
    const submitted = planOf(', lead_time: 5d, submitted: 2026-11-19', ', commitment: firm');
    assert.equal(momentOf(submitted.plan.ofType('gate')[0] as never, submitted.state), undefined);
  });
});
