import assert from 'node:assert/strict';
import { field } from '../../support/reading.ts';

const progress = (written: string) => field('progress', written);
const impact = (written: string) => field('impact', written, { type: 'risk' });
const probability = (written: string) => field('probability', written, { type: 'risk' });

describe('percentages', () => {
  for (const [written, percent] of [
    ['40%', 40],
    ['40 %', 40],
    ['40', 40],
    ['0.4', 40],
    ['.4', 40],
    ['0.07', 7],
    ['12.5%', 12.5],
    ['0.5%', 0.5],
    ['1%', 1],
    ['1 %', 1],
    ['1.5', 1.5],
    ['0', 0],
    ['0%', 0],
    ['0.0', 0],
    ['100', 100],
    ['100%', 100],
    ['"40%"', 40],
  ] as const) {
    it(`${written} is ${percent} %`, () => {
      const { value, problems } = progress(written);
      assert.deepEqual(problems, []);
      assert.equal(value, percent);
    });
  }

  for (const written of ['1', '1.0']) {
    it(`a bare ${written} is ambiguous`, () => {
      const { value, problems, messages } = progress(written);
      assert.equal(value, undefined);
      assert.deepEqual(problems, [`invalid-value "${written}"`]);
      assert.match(messages[0] as string, /1% or 100%/);
    });
  }

  for (const written of ['101', '100.5%', '140%', '-5', '-5%', 'half', '1e1', '40 % done', '4/10']) {
    it(`${written} is none`, () => {
      const { value, problems } = progress(written);
      assert.equal(value, undefined);
      assert.deepEqual(problems, [`invalid-value "${written}"`]);
    });
  }

  it('of progress may be the share of ticked boxes', () => {
    assert.equal(progress('checklist').value, 'checklist');
    assert.equal(progress('Checklist').value, 'checklist');
  });
});

describe('levels', () => {
  for (const [written, level] of [
    ['very-low', 1],
    ['low', 2],
    ['medium', 3],
    ['high', 4],
    ['very-high', 5],
    ['Very High', 5],
    ['very_low', 1],
    ['HIGH', 4],
    ['1', 1],
    ['5', 5],
    ['"3"', 3],
  ] as const) {
    it(`${written} is ${level} of five`, () => {
      const { value, problems } = impact(written);
      assert.deepEqual(problems, []);
      assert.equal(value, level);
    });
  }

  for (const written of ['0', '6', '2.5', 'huge', '40%', '-1', 'highest']) {
    it(`${written} is none`, () => {
      assert.equal(impact(written).value, undefined);
      assert.deepEqual(impact(written).problems, [`invalid-value "${written}"`]);
    });
  }
});

describe('probabilities', () => {
  for (const [written, percent, level] of [
    ['very-low', 5, 1],
    ['low', 20, 2],
    ['medium', 40, 3],
    ['high', 60, 4],
    ['very-high', 85, 5],
    ['1', 5, 1],
    ['2', 20, 2],
    ['3', 40, 3],
    ['4', 60, 4],
    ['5', 85, 5],
    ['1%', 1, 1],
    ['5%', 5, 1],
    ['6', 6, 1],
    ['10%', 10, 1],
    ['10.5%', 10.5, 2],
    ['30%', 30, 2],
    ['31%', 31, 3],
    ['50%', 50, 3],
    ['0.51', 51, 4],
    ['70%', 70, 4],
    ['71%', 71, 5],
    ['100', 100, 5],
    ['0', 0, 1],
    ['0.4', 40, 3],
  ] as const) {
    it(`${written} is ${percent} %, and ${level} of five`, () => {
      const { value, problems } = probability(written);
      assert.deepEqual(problems, []);
      assert.deepEqual(value, { percent, level });
    });
  }

  it('are none of these, and the message says what would be one', () => {
    for (const written of ['likely', '101', '-1', '1.0']) {
      assert.equal(probability(written).value, undefined, written);
      assert.deepEqual(probability(written).problems, [`invalid-value "${written}"`]);
    }
    assert.match(probability('likely').messages[0] as string, /40%, very-low, low, medium, high, very-high, or 1 to 5/);
  });

  it('say how sure an owner is of a date', () => {
    assert.deepEqual(field('confidence', '80%').value, { percent: 80, level: 5 });
  });
});
