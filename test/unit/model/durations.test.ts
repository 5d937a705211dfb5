import assert from 'node:assert/strict';
import { formatDuration } from '../../../src/core/model/values/duration.ts';
import { field } from '../../support/reading.ts';

const duration = (written: string) => field('duration', written);
const interval = (written: string) => field('review_every', written);

describe('durations', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['3d', '3d'],
    ['2w', '2w'],
    ['0.5d', '0.5d'],
    ['.5d', '0.5d'],
    ['0d', '0d'],
    ['10', '10d'],
    ['0', '0d'],
    ['1.5', '1.5d'],
    ['3 weeks', '3w'],
    ['1 week', '1w'],
    ['1 day', '1d'],
    ['20 days', '20d'],
    ['3weeks', '3w'],
    ['3D', '3d'],
    ['3 Weeks', '3w'],
    ['"3d"', '3d'],
    ['" 3d "', '3d'],
    ['10000d', '10000d'],
    ['010d', '10d'],
  ];
  for (const [written, expected] of forms) {
    it(`${written} is ${expected}`, () => {
      const { value, problems } = duration(written);
      assert.deepEqual(problems, []);
      assert.equal(value && formatDuration(value), expected);
    });
  }

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['soon', /write a duration such as 3d, 2w or 0.5d/],
    ['3x', /write a duration/],
    ['3 months', /write a duration/],
    ['1e3', /write a duration/],
    ['3d 4h', /write a duration/],
    ['-3d', /no sign/],
    ['+3d', /no sign/],
    ['10ed', /elapsed time is for lags and reviews/],
    ['2ew', /elapsed time is for lags and reviews/],
    ['10001d', /at most 10,000 days/],
    ['10000.5d', /at most 10,000 days/],
    ['3000w', /at most 10,000 days/],
    ['99999999999999999999999999', /at most 10,000 days/],
    [`${'9'.repeat(400)}d`, /at most 10,000 days/],
    ['.inf', /write a duration/],
    ['NaN', /write a duration/],
  ];
  for (const [written, why] of wrong) {
    it(`${written.slice(0, 30)} is none, and the message says why`, () => {
      const { value, problems, messages } = duration(written);
      assert.equal(value, undefined);
      assert.deepEqual(problems, [`invalid-value ${JSON.stringify(written)}`]);
      assert.match(messages[0] as string, why);
    });
  }

  it('may be not yet known', () => {
    assert.deepEqual(duration('tbd').problems, []);
    assert.equal(duration('TBD').value, undefined);
    assert.deepEqual(interval('tbd').problems, []);
  });
});

describe('elapsed durations', () => {
  for (const [written, expected] of [
    ['10ed', '10ed'],
    ['2ew', '2ew'],
    ['2 EW', '2ew'],
    ['10 elapsed days', '10ed'],
    ['2w', '2w'],
    ['14', '14d'],
  ] as const) {
    it(`${written} is how often something is reviewed: ${expected}`, () => {
      const { value, problems } = interval(written);
      assert.deepEqual(problems, []);
      assert.equal(value && formatDuration(value), expected);
    });
  }

  it('are bounded too', () => {
    for (const written of ['10001ed', '2000ew', '-2ed']) {
      assert.deepEqual(interval(written).problems, [`invalid-value "${written}"`]);
    }
  });

  it('are no working time', () => {
    assert.deepEqual(field('impact_days', '5ed', { type: 'risk' }).problems, ['invalid-value "5ed"']);
    assert.deepEqual(field('estimate', '1ed / 2ed / 3ed').problems, ['invalid-value "1ed / 2ed / 3ed"']);
  });
});

describe('estimates', () => {
  const points = (written: string) => {
    const { value, problems } = field('estimate', written);
    assert.deepEqual(problems, []);
    return value && [value.optimistic, value.likely, value.pessimistic].map(formatDuration).join(' ');
  };

  it('are three durations, on one line or as a mapping', () => {
    assert.equal(points('5d / 8d / 15d'), '5d 8d 15d');
    assert.equal(points('5d/8d/15d'), '5d 8d 15d');
    assert.equal(points('5 / 8 / 15'), '5d 8d 15d');
    assert.equal(points('1w / 8 days / 3 weeks'), '1w 8d 3w');
    assert.equal(points('{ optimistic: 5d, likely: 8d, pessimistic: 15d }'), '5d 8d 15d');
    assert.equal(points('{ pessimistic: 15, likely: 8, optimistic: 5 }'), '5d 8d 15d');
    assert.equal(points('\n  optimistic: 5d\n  likely: 8d\n  pessimistic: 15d'), '5d 8d 15d');
    assert.equal(points('5d / 5d / 5d'), '5d 5d 5d');
    assert.equal(points('tbd'), undefined);
  });

  it('are none where a point is missing, wrong, or out of order', () => {
    for (const written of [
      '5d',
      '5d / 8d',
      '5d / 8d / 15d / 20d',
      '5d / soon / 15d',
      '15d / 8d / 5d',
      '8d / 5d / 15d',
    ]) {
      assert.deepEqual(field('estimate', written).problems, [`invalid-value "${written}"`], written);
    }
    assert.deepEqual(field('estimate', '{ optimistic: 5d, likely: 8d }').problems, [
      'invalid-value "{ optimistic: 5d, likely: 8d }"',
    ]);
    assert.deepEqual(field('estimate', '[5d, 8d, 15d]').problems, ['invalid-value "[5d, 8d, 15d]"']);
  });

  it('have three points and no other', () => {
    const { value, problems, suggestion } = field(
      'estimate',
      '{ optimistic: 5d, likely: 8d, pessimistic: 15d, pesimistic: 20d }',
    );
    assert.ok(value);
    assert.deepEqual(problems, ['invalid-value "pesimistic"']);
    assert.equal(suggestion, 'pessimistic');
  });
});
