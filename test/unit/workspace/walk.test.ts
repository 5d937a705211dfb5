import assert from 'node:assert/strict';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { Slices, UNHURRIED } from '../../../src/workspace/slices.ts';
import { type IgnoreAbove, type Walked, walk } from '../../../src/workspace/walk.ts';

function walked(files: Readonly<Record<string, string>>, above?: readonly IgnoreAbove[]): Promise<Walked> {
  const options = { files: new MemoryFiles(files), slices: new Slices(UNHURRIED), above };
  return walk({ ...options, decodeUtf8: (bytes) => Buffer.from(bytes).toString() }, (_, error) => {
    throw error;
  });
}

describe('a walk', () => {
  const files = { 'a.md': '', 'drafts/x.md': '', 'b/old.md': '', 'b/drafts/y.md': '' };

  it('obeys rules from above, wherever they are anchored', async () => {
    const cases: readonly [text: string, there: readonly string[]][] = [
      ['drafts/', ['a.md', 'b/old.md']],
      ['/plans/sub/drafts', ['a.md', 'b/old.md', 'b/drafts/y.md']],
      ['plans/*/b', ['a.md', 'drafts/x.md']],
      ['/drafts', ['a.md', 'drafts/x.md', 'b/old.md', 'b/drafts/y.md']],
      ['*.md\n!a.md', ['a.md']],
    ];
    for (const [text, there] of cases) {
      const { files: found, leavesOut } = await walked(files, [{ root: 'plans/sub', text }]);
      assert.deepEqual(found, there, text);
      for (const path of Object.keys(files)) assert.equal(leavesOut(path), !there.includes(path), `${text} ${path}`);
    }
  });

  it('lets the nearest rules decide', async () => {
    const above = [
      { root: 'plans/sub', text: '*.md' },
      { root: 'sub', text: '!a.md\n!old.md' },
    ];
    assert.deepEqual((await walked(files, above)).files, ['a.md', 'b/old.md']);
    assert.deepEqual((await walked({ ...files, '.gitignore': 'a.md\n!x.md' }, above)).files, [
      'drafts/x.md',
      'b/old.md',
    ]);
  });

  it('reads a root that is ignored itself', async () => {
    for (const text of ['sub/', '/plans', '*']) {
      const { files: found } = await walked(files, [{ root: 'plans/sub', text }]);
      assert.deepEqual(found, Object.keys(files), text);
    }
  });

  it('tells of the plans below', async () => {
    const { files: found, roots } = await walked({ ...files, 'b/milepost.yaml': '', 'c/d/milepost.yaml': '' });
    assert.deepEqual(found, ['a.md', 'drafts/x.md']);
    assert.deepEqual([...roots], ['b', 'c/d']);
  });
});
