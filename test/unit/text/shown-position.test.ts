import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/line-index.ts';
import { shownPosition } from '../../../src/core/text/shown-position.ts';

describe('a position as editors show it', () => {
  const at = (text: string, offset: number): string => {
    const { line, column } = shownPosition({ path: 'a.md', text, lines: new LineIndex(text) }, offset);
    return `${line}:${column}`;
  };

  it('counts no byte order mark, which stands in the first line', () => {
    assert.deepEqual(
      [0, 1, 4, 5].map((offset) => at('\ufeff---\na', offset)),
      ['0:0', '0:0', '0:3', '1:0'],
    );
    assert.deepEqual(
      [0, 1, 4].map((offset) => at('---\na', offset)),
      ['0:0', '0:1', '1:0'],
    );
  });

  it('counts such a mark anywhere else', () => {
    assert.equal(at('a\n\ufeffb', 3), '1:1');
  });
});
