import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hashLines } from '../../../src/git/line-hashes.ts';
import { matchLines } from '../../../src/git/match-lines.ts';

const match = (before: string, now: string): number[] => [
  ...matchLines(hashLines(before).hashes, hashLines(now).hashes),
];
const text = (lines: string): string => [...lines].map((line) => `${line}\n`).join('');

/** Lines of which few are alone of their kind. */
const few = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 24 });

describe('lines', () => {
  it('are counted as git counts them, whatever their ends', () => {
    const { hashes, starts } = hashLines('a\r\nb\n\nc');
    assert.deepEqual([...starts], [0, 3, 5, 6]);
    assert.deepEqual(hashes, hashLines('\ufeffa\nb\r\n\r\nc\n').hashes);
    assert.notDeepEqual(hashes, hashLines('a\nb\n\nc\r').hashes);
    assert.equal(hashLines('').hashes.length, 0);
    assert.equal(hashLines('a\rb').hashes.length, 1);
  });

  it('are found again in an older version', () => {
    for (const [before, now, expected] of [
      ['abc', 'abc', [0, 1, 2]],
      ['abc', 'axc', [0, -1, 2]],
      ['abc', 'xabcx', [-1, 0, 1, 2, -1]],
      ['abcdef', 'acxf', [0, 2, -1, 5]],
      ['', 'a', [-1]],
      ['a', '', []],
      // The second entry of a register is new, with a line in it that stands in others, too.
      ['apbp', 'apcpbp', [0, 1, -1, -1, 2, 3]],
    ] as const) {
      assert.deepEqual(match(text(before), text(now)), expected, `${before} ${now}`);
    }
  });

  it('are matched in their order, with the fewest changes that there are', () => {
    fc.assert(
      fc.property(few, few, (before, now) => {
        const matches = match(text(before), text(now));
        const kept = matches.flatMap((line, newLine) => (line < 0 ? [] : [[line, newLine] as const]));
        for (const [line, newLine] of kept) assert.equal(before[line], now[newLine]);
        for (let i = 1; i < kept.length; i++) assert.ok((kept[i - 1]?.[0] as number) < (kept[i]?.[0] as number));
        assert.equal(kept.length, longestCommon(before, now));
      }),
    );
  });

  it('of long texts are matched quickly, where nearly everything has changed, too', () => {
    const numbered = (count: number, line: (n: number) => string): string =>
      Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');
    const before = numbered(60_000, (n) => (n % 2 === 0 ? 'same' : `line ${n}`));
    const began = performance.now();
    const odd = match(
      before,
      numbered(60_000, (n) => (n % 2 === 0 ? 'same' : n % 3 === 0 ? `line ${n}` : `other ${n}`)),
    );
    assert.equal(odd[9], 9);
    assert.equal(odd[11], -1);
    assert.equal(
      match(
        before,
        numbered(60_000, (n) => `another ${n}`),
      ).filter((line) => line >= 0).length,
      0,
    );
    assert.equal(
      match(
        before,
        numbered(50_000, () => 'same'),
      ).filter((line) => line >= 0).length > 0,
      true,
    );
    // Turned around, any one line is all that can stay.
    assert.ok(
      match(
        before,
        numbered(60_000, (n) => `line ${60_000 - n}`),
      ).filter((line) => line >= 0).length >= 1,
    );
    assert.ok(performance.now() - began < 5000, `${performance.now() - began} ms`);
  });
});

function longestCommon(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) {
      next.push(character === b[j] ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number));
    }
    row = next;
  }
  return row[b.length] as number;
}
