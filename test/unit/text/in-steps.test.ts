import assert from 'node:assert/strict';
import { inSteps } from '../../../src/core/text/in-steps.ts';
import { amount } from '../../../src/core/text/words.ts';

describe('things that are made in steps', () => {
  it('are those of all things in their order, with a pause after so many', () => {
    const steps = inSteps([5, 6, 7, 8, 9], (thing, at) => `${at}: ${thing}`, 2);
    assert.deepEqual([steps.next().done, steps.next().done], [false, false]);
    assert.deepEqual(steps.next(), { done: true, value: ['0: 5', '1: 6', '2: 7', '3: 8', '4: 9'] });
    assert.deepEqual(inSteps([], String).next(), { done: true, value: [] });
  });
});

describe('an amount', () => {
  it('is written as in English', () => {
    for (const count of [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890]) {
      assert.equal(amount(count), count.toLocaleString('en'));
    }
  });
});
