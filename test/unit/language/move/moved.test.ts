import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/fixes/edit/apply.ts';
import { movedFiles } from '../../../../src/language/move/moved.ts';
import { pathAfter } from '../../../../src/language/move/moved-path.ts';
import { AS_IT_IS, told } from '../../../property/rename/told.ts';
import { run, snapshotOf } from '../../../support/plan.ts';

const doc = (type: string, more: string, body = ''): string => `---\ntype: ${type}\n${more}---\n${body}`;

/** The files after some have moved: those that are new, or changed. Holds the plan to what it said before. */
function movedTo(files: Record<string, string>, from: string, to: string): Record<string, string> {
  const moves = [{ from, to }];
  const before = snapshotOf(files);
  const { edits, left } = run(movedFiles(moves, before.plan, () => true));
  assert.deepEqual(left, []);
  const moved = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      pathAfter(path, moves),
      applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
  const path = (one: string): string => pathAfter(one, moves);
  assert.deepEqual(told(snapshotOf(moved), AS_IT_IS), told(before, { ...AS_IT_IS, path }));
  return Object.fromEntries(Object.entries(moved).filter(([one, text]) => files[one] !== text));
}

describe('files that move', () => {
  it('keep an id that their name or folder gave them, and one that is written as it is', () => {
    const files = {
      'a.md': doc('milestone', 'depends_on: [b]\n'),
      'b.md': doc('milestone', 'id: b\n'),
      'p/README.md': doc('program', 'milestones: [{ id: x }]\n'),
      'p/y.md': doc('milestone', 'id: y\n'),
    };
    assert.deepEqual(movedTo(files, 'a.md', 'c.md'), { 'c.md': doc('milestone', 'id: a\ndepends_on: [b]\n') });
    assert.deepEqual(movedTo(files, 'b.md', 'c.md'), { 'c.md': files['b.md'] });
    assert.deepEqual(movedTo(files, 'p', 'q/r'), {
      'q/r/README.md': doc('program', 'id: p\nmilestones: [{ id: x }]\n'),
      'q/r/y.md': files['p/y.md'],
    });
  });

  it('keep the program that their folder gave them, as do the files that their program leaves', () => {
    const files = {
      'a/README.md': doc('program', 'id: a\n'),
      'a/x.md': doc('milestone', 'id: x\ndepends_on: [a/y]\n'),
      'a/r.md': doc('register', 'milestones: [{ id: y }]\n'),
      'b/README.md': doc('program', 'id: b\nmilestones: [{ id: z, depends_on: [x] }]\n'),
    };
    assert.deepEqual(movedTo(files, 'a/x.md', 'b/x.md'), {
      'b/x.md': doc('milestone', 'id: x\nprogram: a\ndepends_on: [a/y]\n'),
    });
    assert.deepEqual(movedTo(files, 'a/r.md', 'b/r.md'), {
      'b/r.md': doc('register', 'program: a\nmilestones: [{ id: y }]\n'),
    });
    assert.deepEqual(movedTo(files, 'a/README.md', 'c/README.md'), {
      'a/x.md': doc('milestone', 'id: x\nprogram: a\ndepends_on: [a/y]\n'),
      'a/r.md': doc('register', 'program: a\nmilestones: [{ id: y }]\n'),
      'c/README.md': files['a/README.md'],
    });
  });

  it('keep the links from them and to them, written as they were', () => {
    const text =
      '[a](../x.md#top), [b](<./y.md>), [c](y.md "y.md"), [d](https://x.org/y.md), [e](#z), [f](/m/y.md), [g](g%20h.txt)\n';
    const files = {
      'm/a.md': doc('milestone', 'id: a\n', text),
      'm/y.md': doc('milestone', 'id: y\n', '[a](a.md) [a](/m/a.md)\n\n# Top\n'),
      'x.md': doc('milestone', 'id: x\n', '[a](m/a.md#z) [m](m/) `[a](m/a.md)`\n\n# Top\n'),
    };
    assert.deepEqual(movedTo(files, 'm/a.md', 'n/deep/b.md'), {
      'n/deep/b.md': doc(
        'milestone',
        'id: a\n',
        '[a](../../x.md#top), [b](<../../m/y.md>), [c](../../m/y.md "y.md"), [d](https://x.org/y.md), [e](#z), [f](/m/y.md), [g](../../m/g%20h.txt)\n',
      ),
      'm/y.md': doc('milestone', 'id: y\n', '[a](../n/deep/b.md) [a](/n/deep/b.md)\n\n# Top\n'),
      'x.md': doc('milestone', 'id: x\n', '[a](n/deep/b.md#z) [m](m/) `[a](m/a.md)`\n\n# Top\n'),
    });
    assert.deepEqual(movedTo(files, 'm', 'new folder'), {
      'new folder/a.md': files['m/a.md'].replace('/m/y.md', '/new%20folder/y.md'),
      'new folder/y.md': files['m/y.md'].replace('/m/a.md', '/new%20folder/a.md'),
      'x.md': files['x.md'].replace('(m/a.md#z) [m](m/)', '(new%20folder/a.md#z) [m](new%20folder/)'),
    });
  });

  it('keep the papers of reviews, in the way in which each is written', () => {
    const gate = (needs: string): string => doc('gate', `id: g\nneeds: ${needs}\n`);
    const files = {
      'g/a.md': gate('[b.md, "../x y.md#top", ./LICENSE, /g/b.md, https://x.org/b.md, m] # all'),
      'g/b.md': doc('milestone', 'id: m\n'),
      'other.md': gate('g/b.md').replace('id: g', 'id: h'),
    };
    assert.deepEqual(movedTo(files, 'g/a.md', 'a.md'), {
      'a.md': gate('[g/b.md, "x y.md#top", ./g/LICENSE, /g/b.md, https://x.org/b.md, m] # all'),
    });
    assert.deepEqual(movedTo(files, 'g/b.md', 'g/new one.md'), {
      'g/a.md': gate('[new one.md, "../x y.md#top", ./LICENSE, "/g/new one.md", https://x.org/b.md, m] # all'),
      'g/new one.md': files['g/b.md'],
      'other.md': gate('g/new one.md').replace('id: g', 'id: h'),
    });
    assert.deepEqual(movedTo(files, 'g', 'deep/g'), {
      'deep/g/a.md': gate('[b.md, "../../x y.md#top", ./LICENSE, /deep/g/b.md, https://x.org/b.md, m] # all'),
      'deep/g/b.md': files['g/b.md'],
      'other.md': gate('deep/g/b.md').replace('id: g', 'id: h'),
    });
    // What does not look like a path would be an id.
    const { plan } = snapshotOf({ 'g/a.md': gate('../LICENSE') });
    const { edits } = run(movedFiles([{ from: 'g/a.md', to: 'a.md' }], plan, () => true));
    assert.deepEqual(
      edits.map(({ text }) => text),
      ['./LICENSE'],
    );
  });

  it('keep the files that metrics have their values in', () => {
    const metric = (source: string): string => doc('metric', `id: m\nsource: ${source}\n`);
    const files = { 'm/a.md': metric('{ file: data/v.csv, value: x }'), 'm/data/v.csv': 'x' };
    assert.deepEqual(movedTo(files, 'm/a.md', 'a.md'), { 'a.md': metric('{ file: m/data/v.csv, value: x }') });
    assert.deepEqual(movedTo(files, 'm/data/v.csv', 'new one/v.csv'), {
      'm/a.md': metric('{ file: "../new one/v.csv", value: x }'),
      'new one/v.csv': 'x',
    });
    assert.deepEqual(movedTo({ ...files, 'm/a.md': metric('/m/data/v.csv') }, 'm', 'n'), {
      'n/a.md': metric('/n/data/v.csv'),
      'n/data/v.csv': 'x',
    });
  });

  it('leave a document as it is that cannot be written without harm, and say which', () => {
    const { plan } = snapshotOf({ 'a.md': doc('milestone', '', '\ufffd\n') });
    assert.deepEqual(run(movedFiles([{ from: 'a.md', to: 'b.md' }], plan, () => true)), { edits: [], left: ['a.md'] });
  });
});
