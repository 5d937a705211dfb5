import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/line-index.ts';
import { hasInvisible, quoted, visible } from '../../../src/core/text/visible.ts';

describe('lines', () => {
  const text = 'a\nbc\r\nd\re';
  const lines = new LineIndex(text);

  it('end at LF, CR LF or CR', () => {
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => lines.lineStart(line)),
      [0, 2, 6, 8, 9],
    );
    assert.equal(new LineIndex('').lineCount, 1);
    assert.equal(new LineIndex('a\n').lineCount, 2);
  });

  it('give the place of an offset, and the offset of a place', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    }
    assert.deepEqual(lines.positionAt(3), { line: 1, column: 1 });
    assert.deepEqual(lines.positionAt(-5), { line: 0, column: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 3, column: 1 });
    assert.equal(lines.offsetAt({ line: 9, column: 9 }), text.length);
  });
});

describe('text in messages', () => {
  it('hides nothing', () => {
    for (const hidden of [
      '\u0000',
      '\u001b',
      '\u007f',
      '\u009b',
      '\u00ad',
      '\u200b',
      '\u200e',
      '\u202e',
      '\u2028',
      '\u2066',
      '\ufeff',
      '\u{e0041}',
    ]) {
      assert.ok(hasInvisible(`a${hidden}b`));
      assert.equal(visible(`a${hidden}b`), `a\\u{${hidden.codePointAt(0)?.toString(16)}}b`);
    }
    for (const shown of ['é', '日本', '😀', '—', 'e\u0301']) {
      assert.ok(!hasInvisible(shown));
      assert.equal(visible(shown), shown);
    }
  });

  it('is quoted, and cut where it is long, but never within a character', () => {
    assert.equal(quoted('a b'), '"a b"');
    const long = quoted('😀'.repeat(100));
    assert.equal([...long].length, 62);
    assert.ok(long.endsWith('…"'));
  });
});
