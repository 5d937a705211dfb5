import assert from 'node:assert/strict';
import type { Entry } from '../../../src/workspace/files.ts';
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

  it('asks for many folders at once, and for not too many', async () => {
    const paths = Array.from({ length: 300 }, (_, i) => `group-${i % 10}/folder-${i}/a.md`);
    const files = new FarFiles(Object.fromEntries(paths.map((path) => [path, ''])));
    const walking = walk({ files, slices: new Slices(UNHURRIED), decodeUtf8: String }, (_, error) => {
      throw error;
    });
    const rounds = await files.answerUntil(walking);
    assert.equal((await walking).files.length, 300);
    // 311 folders, the top and the ten below it by themselves.
    assert.ok(rounds <= 16, `${rounds} times somebody waited for an answer`);
    assert.ok(files.most <= 32, `${files.most} at once`);
  });
});

/** Files on the other side of a network: all that is asked for is answered together, after everybody has asked. */
class FarFiles extends MemoryFiles {
  most = 0;
  #waiting: (() => void)[] = [];

  override async list(folder: string): Promise<readonly Entry[]> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return super.list(folder);
  }

  /** Answers until something is over; says how often. */
  async answerUntil(over: Promise<unknown>): Promise<number> {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    over.then(end, end);
    for (let rounds = 0; ; rounds++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isOver) return rounds;
      this.most = Math.max(this.most, this.#waiting.length);
      for (const answer of this.#waiting.splice(0)) answer();
    }
  }
}
