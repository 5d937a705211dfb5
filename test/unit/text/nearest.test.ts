import assert from 'node:assert/strict';
import { editDistance, nearest } from '../../../src/core/text/nearest.ts';

describe('the distance of two words', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'abcd', 1],
    ['abc', 'acb', 1],
    ['milestone', 'milestoen', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['abc', 'xyz', 3],
  ] as const) {
    it(`${a} and ${b} is ${distance}`, () => {
      assert.equal(editDistance(a, b, 5), distance);
      assert.equal(editDistance(b, a, 5), distance);
    });
  }

  it('is one beyond the limit where it is larger', () => {
    assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3);
    assert.equal(editDistance('a', 'abcdef', 2), 3);
  });
});

describe('the nearest word', () => {
  for (const [word, candidates, expected] of [
    ['titel', ['title', 'tags'], 'title'],
    ['Title', ['title', 'tilte'], 'title'],
    ['depends on', ['depends_on'], 'depends_on'],
    ['R1', ['R-1'], 'R-1'],
    ['R-1', ['R-2'], undefined],
    ['v1.2', ['v1.3'], undefined],
    ['ab', ['ac', 'ad'], undefined],
    ['abc', ['abd', 'abe'], undefined],
    ['abcd', ['abcx', 'abcd-'], 'abcd-'],
    ['constructor', [], undefined],
    ['', ['a'], undefined],
  ] as const) {
    it(`to ${word || 'nothing'} of ${candidates.join(', ') || 'none'} is ${expected}`, () => {
      assert.equal(nearest(word, candidates), expected);
    });
  }
});
