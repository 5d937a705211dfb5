import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sparkShape } from '../../../src/webview/dashboard/sparkline.ts';

const shape = (values: readonly number[], bounds: { threshold?: number; target?: number } = {}) =>
  sparkShape({
    item: { id: 'n0', name: 'm', title: 'm' },
    latest: '',
    detail: '',
    isBeyond: false,
    isWorse: false,
    series: values.map((value, n) => ({ day: 20_000 + n * 7, value })),
    target: bounds.target,
    threshold: bounds.threshold,
  });

describe('the sparkline of a metric', () => {
  it('is a line from the first value to the last, the highest on top', () => {
    assert.equal(shape([1, 3, 2])?.line, 'M3.5 26.5L54 3.5L104.5 15');
    assert.deepEqual(shape([1, 3, 2])?.end, { x: 104.5, y: 15 });
  });

  it('is level where nothing changes, and no line at all of one value', () => {
    assert.equal(shape([4, 4])?.line, 'M3.5 15L104.5 15');
    assert.equal(shape([4]), undefined);
    assert.equal(shape([]), undefined);
  });

  it('has a bound that is near, and leaves out one that would press it flat', () => {
    assert.equal(shape([41, 43, 49, 58], { threshold: 60 })?.threshold, 3.5);
    assert.equal(shape([41, 43, 49, 58], { target: 0 })?.target, undefined);
    assert.equal(shape([41, 43, 49, 58], { target: 0 })?.line, shape([41, 43, 49, 58])?.line);
  });

  it('is made of numbers, whatever the values are', () => {
    for (const values of [
      [1e308, -1e308],
      [0, 0],
      [-5, 5e-324],
      [1e-320, 2e-320],
    ]) {
      assert.doesNotMatch(shape(values)?.line ?? '', /NaN|Infinity/, String(values));
    }
  });
});
