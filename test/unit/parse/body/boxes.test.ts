import assert from 'node:assert/strict';
import { scanBody } from '../../../../src/core/parse/body/scan.ts';

const boxes = (text: string) =>
  scanBody(text, 0).boxes.map(({ checked, range }) => `${text.slice(range.start, range.end)} ${checked}`);

describe('task boxes of a body', () => {
  it('finds those of list items', () => {
    assert.deepEqual(boxes('- [x] a\n* [X] b\n+ [ ] c\n1. [ ] d\n2) [x] e\n  - [\t] f'), [
      '[x] true',
      '[X] true',
      '[ ] false',
      '[ ] false',
      '[x] true',
      '[\t] false',
    ]);
  });

  it('finds them nested, quoted and in long items', () => {
    assert.deepEqual(boxes('- - [x] a\n> - [ ] b\n>   more\n\n1. [x]\n   next line'), [
      '[x] true',
      '[ ] false',
      '[x] true',
    ]);
    assert.deepEqual(boxes('- [a]: b.md\n  [x] after a definition'), ['[x] true']);
  });

  it('knows what is none', () => {
    assert.deepEqual(boxes('[x] no item\n\n- [x]\n- [y] a\n- [x]a\n- \\[x] a\n- a [x] b\n- [x](y)\n- [] a'), []);
    assert.deepEqual(boxes('- a\n\n  [x] second paragraph\n- # [x] heading\n-     [x] code\n- > [x] quoted'), []);
    assert.deepEqual(boxes('- [x] heading\n  ---\n```\n- [x] a\n```\n<!--\n- [x] a\n-->'), []);
  });
});
