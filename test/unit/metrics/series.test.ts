import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  directionOf,
  isBeyond,
  type Sample,
  seriesOf,
  targetReached,
  trendOf,
  worseInARow,
} from '../../../src/core/metrics/series.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

/** The metric of some fields, and its series. */
function metric(lines: string) {
  const { plan } = snapshotOf({ 'm.md': `---\ntype: metric\nid: m\nowner: dana\n${lines}\n---\n` });
  const [item] = plan.ofType('metric');
  assert.ok(item);
  return { item, series: seriesOf(item, undefined) };
}

const samples = (...values: readonly number[]): readonly Sample[] =>
  values.map((value, at) => ({ day: 20_000 + at * 7, value, range: { start: 0, end: 0 } }));

describe('the values of a metric', () => {
  it('are in the order of their days, and of two on one day the later one counts', () => {
    const { series } = metric(
      'samples:\n  - { date: 2026-11-20, value: "1,300" }\n  - { date: 2026-11-06, value: 8 }\n  - { date: 2026-11-20, value: 12.5 }',
    );
    assert.deepEqual(
      series.map(({ day, value }) => `${formatDay(day)} ${value}`),
      ['2026-11-06 8', '2026-11-20 12.5'],
    );
  });

  it('have been counted: one of a day to come is a slip of the hand', () => {
    const samples = '[{ date: 2026-11-20, value: 8 }, { date: 2062-11-20, value: 9 }]';
    assert.deepEqual(findingsOf({ 'm.md': `---\ntype: metric\nid: m\nowner: dana\nsamples: ${samples}\n---\n` }), [
      'date-in-future m.md:5:51 "2062-11-20"',
    ]);
  });

  it('get better towards the target, or as the metric says', () => {
    const direction = (lines: string) => {
      const { item, series } = metric(lines);
      return directionOf(item, series);
    };
    assert.equal(direction('direction: down\ntarget: 90'), 'down');
    assert.equal(direction('target: 90\nthreshold: 70'), 'up');
    assert.equal(direction('target: 2\nsamples: [{ date: 2026-11-06, value: 8 }]'), 'down');
    assert.equal(direction('target: 8\nsamples: [{ date: 2026-11-06, value: 8 }]'), undefined);
    assert.equal(direction('threshold: 8'), undefined);
  });

  it('are worse so many times in a row, up to the last', () => {
    assert.equal(worseInARow(samples(40, 44, 41, 37, 34), 'up'), 3);
    assert.equal(worseInARow(samples(40, 44, 41, 37, 37), 'up'), 0);
    assert.equal(worseInARow(samples(1, 2, 3, 4), 'down'), 3);
    assert.equal(worseInARow(samples(1), 'down'), 0);
    assert.ok(isBeyond(69, 70, 'up') && !isBeyond(70, 70, 'up') && isBeyond(11, 10, 'down'));
  });

  it('have a trend by least squares, and reach the target if that goes on', () => {
    assert.equal(trendOf(samples(10, 17, 24)), 1);
    assert.equal(trendOf(samples(10, 17)), undefined);
    const series = samples(10, 17, 24);
    assert.equal(targetReached(series, 30, 'up'), (series[2]?.day ?? 0) + 6);
    assert.equal(targetReached(series, 20, 'up'), series[2]?.day);
    assert.equal(targetReached(series, 2, 'down'), undefined);
    assert.equal(targetReached([], 2, 'down'), undefined);
  });

  it('lie on their trend where they are on a line', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 3, max: 12 }), (slope, count) => {
        const trend = trendOf(samples(...Array.from({ length: count }, (_, at) => 100 + slope * 7 * at)));
        assert.ok(trend !== undefined && Math.abs(trend - slope) < 1e-9, `${trend}`);
      }),
    );
  });
});
