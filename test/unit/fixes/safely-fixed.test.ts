import assert from 'node:assert/strict';
import { doubtfulMessage } from '../../../src/vscode/fixes/doubtful.ts';
import { safelyFixed } from '../../../src/vscode/fixes/safely-fixed.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const item = (id: string, more = ''): string => `---\ntype: milestone\nid: ${id}\nownr: m\n---\n${more}`;

describe('a document with the character that stands for bytes that are not UTF-8', () => {
  const files = {
    'a.md': item('a'),
    'b.md': item('b', 'What \ufffd is.\n'),
    'c.md': item('c').replace('ownr', 'owner'),
  };
  const { documents, doubtful } = run(safelyFixed(snapshotOf(files), () => true));

  it('is not fixed without asking, and named', () => {
    assert.deepEqual(
      documents.map(({ path }) => path),
      ['a.md'],
    );
    assert.deepEqual(doubtful, ['b.md']);
  });

  it('is told of, where it has something to fix', () => {
    assert.match(
      doubtfulMessage(doubtful) ?? '',
      /^Milepost: b\.md is left as it was\. It holds the character U\+FFFD/,
    );
    assert.match(doubtfulMessage(['b.md', 'd.md', 'e.md']) ?? '', /b\.md \(and 2 more\) is left/);
    assert.equal(doubtfulMessage([]), undefined);
  });
});
