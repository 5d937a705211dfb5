import assert from 'node:assert/strict';
import fc from 'fast-check';
import { metricState } from '../../../src/core/metrics/metric-state.ts';
import { sparkline } from '../../../src/core/metrics/sparkline.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { metricDetails, metricText } from '../../../src/core/views/metrics/metric-words.ts';
import { snapshotOf } from '../../support/plan.ts';

/** How the metric of some fields stands on 21 November 2026. */
function stateOf(lines: string) {
  const snapshot = snapshotOf({ 'm.md': `---\ntype: metric\nid: m\nowner: dana\n${lines}\n---\n` });
  const [item] = snapshot.plan.ofType('metric');
  assert.ok(item);
  const state = metricState(item, snapshot);
  return { state, text: metricText(state), details: metricDetails(state, snapshot.today) };
}

const weekly = (...values: readonly (number | string)[]): string =>
  `samples:\n${values.map((value, at) => `  - { date: ${formatDay(20_778 - (values.length - 1 - at) * 7)}, value: ${value} }`).join('\n')}`;

describe('how a metric stands', () => {
  it('says the latest value, its trend, and when it gets to its target', () => {
    const { state, text, details } = stateOf(`unit: "%"\ntarget: 90\nthreshold: 70\n${weekly(66, 68, 70, 72)}`);
    assert.equal(text, '▁▃▆█ 72 %');
    assert.deepEqual(details, [
      '▁▃▆█ 72 % on 21 Nov',
      'Target: 90 %, threshold: 70 %',
      'Getting better, by 2 a week',
      'Reaches its target 90 % on 23 Jan 2027, if that goes on',
    ]);
    assert.equal(state.isReached, false);
    assert.equal(state.isBeyond, false);
  });

  it('says that it is beyond its threshold, that it gets worse, and that it does not get there', () => {
    const { text, details } = stateOf(
      `unit: defects\ndirection: down\ntarget: 2\nthreshold: 10\n${weekly(4, 6, 9, 13)}`,
    );
    assert.equal(text, '▁▃▅█ 13 defects, beyond its threshold');
    assert.deepEqual(details, [
      '▁▃▅█ 13 defects on 21 Nov',
      'Target: 2 defects, threshold: 10 defects, which it is above',
      'Getting worse, by 3 a week, worse 3 times in a row',
      'Does not get to its target 2 defects if that goes on',
    ]);
  });

  it('says what little there is', () => {
    assert.deepEqual(stateOf('').details, ['No values']);
    assert.equal(stateOf('').text, 'no values');
    assert.deepEqual(stateOf(weekly(5)).details, ['5 on 21 Nov']);
    assert.deepEqual(stateOf(weekly(5, 6, 7)).details, ['▁▅█ 7 on 21 Nov', 'Going up, by 1 a week']);
    assert.deepEqual(stateOf(weekly('1_300', '1_300', '1_300')).details, ['▄▄▄ 1,300 on 21 Nov', 'Steady']);
    assert.deepEqual(stateOf(`target: 5\nthreshold: 3\n${weekly(4, 5)}`).details.at(-1), 'Has reached its target 5');
  });

  it('forecasts no day that has passed: what it did since its last value nobody knows', () => {
    const old =
      'target: 10\ndirection: up\nsamples:\n  - { date: 2026-08-01, value: 1 }\n  - { date: 2026-08-08, value: 4 }\n  - { date: 2026-08-15, value: 7 }';
    assert.equal(stateOf(old).state.targetOn, undefined);
    assert.match(stateOf(old).details.at(-1) as string, /^Would have reached its target .*, and has no value since$/);
  });

  it('is a number whatever is written', () => {
    const digits = fc.oneof(
      fc.constantFrom('1e400', 'NaN', '-0', '9'.repeat(400), '0.0000000001', '999999999999999', '-999999999999999'),
      fc.double({ noNaN: true }).map(String),
    );
    fc.assert(
      fc.property(
        fc.array(digits, { maxLength: 6 }),
        digits,
        fc.constantFrom('up', 'down'),
        (values, target, direction) => {
          const { state, text, details } = stateOf(
            `target: ${target}\nthreshold: ${target}\ndirection: ${direction}\n${weekly(...values)}`,
          );
          const { latest, weekly: change = 0, targetOn = 0 } = state;
          assert.ok([latest?.value ?? 0, change, targetOn].every(Number.isFinite));
          assert.doesNotMatch([text, ...details].join('\n'), /NaN|Infinity|undefined|e[+-]?\d/);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a sparkline', () => {
  it('is the newest values, from the lowest to the highest', () => {
    assert.equal(sparkline([0, 1, 2, 3, 4, 5, 6, 7]), '▁▂▃▄▅▆▇█');
    assert.equal(sparkline([5]), '▄');
    assert.equal(sparkline([]), '');
    assert.equal(sparkline([100, ...Array.from({ length: 12 }, (_, at) => at)]).length, 12);
  });
});
