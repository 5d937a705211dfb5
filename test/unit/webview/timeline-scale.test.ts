import assert from 'node:assert/strict';
import { dayFrom } from '../../../src/core/model/values/day.ts';
import { CLOSEST, dayAt, FARTHEST, fitted, ticksBetween, unitAt, xOf } from '../../../src/webview/timeline/scale.ts';

const labels = (ticks: readonly { readonly label: string }[]): string => ticks.map(({ label }) => label).join(' | ');

describe('the scale of a timeline', () => {
  it('fits a span into a width, with room at both ends', () => {
    const span = { from: dayFrom(2026, 9, 1), to: dayFrom(2027, 3, 31) };
    const scale = fitted(span, 900);
    assert.ok(xOf(span.from, scale) > 0 && xOf(span.to + 1, scale) < 900);
    assert.ok(xOf(span.to + 1, scale) > 800);
    assert.equal(dayAt(xOf(span.to, scale), scale), span.to);
  });

  it('draws a day no wider than is of use, and centuries no narrower than can be seen', () => {
    assert.equal(fitted({ from: 0, to: 0 }, 900).perDay, CLOSEST);
    assert.equal(fitted({ from: 0, to: 1e9 }, 900).perDay, FARTHEST);
  });

  it('counts days, weeks, months, quarters and years, the shortest that has room', () => {
    assert.deepEqual([30, 20, 19, 7, 6, 1.3, 1.2, 0.4, 0.3, 0.01].map(unitAt), [
      'day',
      'day',
      'week',
      'week',
      'month',
      'month',
      'quarter',
      'quarter',
      'year',
      'year',
    ]);
  });

  it('names days under their month, over the end of a year', () => {
    const { upper, lower } = ticksBetween(dayFrom(2026, 12, 30), dayFrom(2027, 1, 2), 30);
    assert.equal(labels(upper), 'Dec 2026 | Jan 2027');
    assert.equal(labels(lower), '30 | 31 | 1 | 2');
  });

  it('begins weeks on Monday', () => {
    const { lower } = ticksBetween(dayFrom(2026, 11, 4), dayFrom(2026, 11, 17), 10);
    assert.equal(labels(lower), '2 Nov | 9 Nov | 16 Nov');
    assert.equal(labels(ticksBetween(-4, -4, 10).lower), '22 Dec');
  });

  it('names months and quarters under their year', () => {
    const months = ticksBetween(dayFrom(2026, 11, 4), dayFrom(2027, 2, 1), 2);
    assert.deepEqual([labels(months.upper), labels(months.lower)], ['2026 | 2027', 'Nov | Dec | Jan | Feb']);
    const quarters = ticksBetween(dayFrom(2026, 8, 4), dayFrom(2027, 4, 1), 0.5);
    assert.deepEqual([labels(quarters.upper), labels(quarters.lower)], ['2026 | 2027', 'Q3 | Q4 | Q1 | Q2']);
  });

  it('takes years together that have no room side by side', () => {
    assert.equal(labels(ticksBetween(dayFrom(2026, 1, 1), dayFrom(2028, 6, 1), 0.2).lower), '2026 | 2027 | 2028');
    assert.equal(labels(ticksBetween(dayFrom(2026, 1, 1), dayFrom(2071, 1, 1), 0.01).lower), '2020 | 2040 | 2060');
  });

  it('has stretches that touch, and cover what is asked for, at every scale', () => {
    const [first, last] = [dayFrom(2026, 2, 27), dayFrom(2031, 3, 2)];
    for (const perDay of [30, 10, 2, 0.5, 0.2, 0.01]) {
      const { upper, lower } = ticksBetween(first, last, perDay);
      for (const line of [upper, lower].filter(({ length }) => length > 0)) {
        assert.ok((line[0]?.from ?? last) <= first && (line.at(-1)?.to ?? first) > last, String(perDay));
        assert.deepEqual(
          line.slice(1).map(({ from }) => from),
          line.slice(0, -1).map(({ to }) => to),
        );
      }
    }
  });
});
