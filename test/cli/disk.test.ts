import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DiskFiles } from '../../src/cli/plan/disk-files.ts';
import { failIfUnreadable, type OpenedPlan } from '../../src/cli/plan/open-plan.ts';
import { Place } from '../../src/cli/plan/place.ts';
import { rootOf } from '../../src/cli/plan/root.ts';
import { writeNew } from '../../src/cli/plan/write-new.ts';
import { folderWith, removeFolders } from './support.ts';

/** Makes a link, or leaves the test out where the system does not let us. */
function link(context: Mocha.Context, target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch {
    context.skip();
  }
}

describe('the disk', () => {
  after(removeFolders);

  describe('files', () => {
    it('are listed and read as they are', async () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x2d, 0x00]);
      const files = new DiskFiles(folderWith({ 'a.md': bytes, 'b/c.md': '' }));
      const entries = [...(await files.list(''))].sort((a, b) => (a.name < b.name ? -1 : 1));
      assert.deepEqual(entries, [
        { name: 'a.md', kind: 'file' },
        { name: 'b', kind: 'folder' },
      ]);
      assert.deepEqual(await files.read('a.md'), bytes);
      assert.deepEqual(await files.list('b'), [{ name: 'c.md', kind: 'file' }]);
    });

    it('that are missing are none, and what cannot be read is an error', async () => {
      const files = new DiskFiles(folderWith({ 'a/b.md': '' }));
      assert.deepEqual(await files.list('nope'), []);
      assert.equal(await files.read('nope.md'), undefined);
      await assert.rejects(files.read('a'), { code: 'EISDIR' });
      await assert.rejects(files.list('a/b.md'), { code: 'ENOTDIR' });
    });

    it('outside of the root are out of reach', async () => {
      const outside = folderWith({ 'plan/a.md': '', 'secret.md': 'x' });
      const files = new DiskFiles(join(outside, 'plan'));
      for (const path of ['../secret.md', 'a/../../secret.md', join(outside, 'secret.md'), './a.md', 'a//b']) {
        await assert.rejects(files.read(path), /not a path below the root/);
        await assert.rejects(files.list(path), /not a path below the root/);
      }
    });

    it('row 38: behind links are neither files nor folders, so that nothing runs in circles', async function () {
      const outside = folderWith({ 'plan/a.md': '', 'secret/s.md': 'x' });
      const files = new DiskFiles(join(outside, 'plan'));
      link(this, join(outside, 'secret'), join(outside, 'plan/b'));
      link(this, join(outside, 'secret/s.md'), join(outside, 'plan/c.md'));
      const kinds = new Map((await files.list('')).map(({ name, kind }) => [name, kind]));
      assert.deepEqual([kinds.get('b'), kinds.get('c.md')], ['other', 'other']);
      await assert.rejects(files.read('c.md'), { code: 'ELOOP' });
    });
  });

  describe('the root of a plan', () => {
    it('is the nearest folder with a configuration, else the top of the repository, else the folder itself', () => {
      const top = folderWith({
        '.git/HEAD': '',
        'a/milepost.yaml': '',
        'a/b/c.md': '',
        'd/e/.git': 'gitdir: x',
        'd/e/f/g.md': '',
      });
      assert.equal(rootOf(join(top, 'a/b')), join(top, 'a'));
      assert.equal(rootOf(join(top, 'd')), top);
      // A linked working tree, or a submodule.
      assert.equal(rootOf(join(top, 'd/e/f')), join(top, 'd/e'));
      const alone = folderWith({ 'a/b.md': '' });
      assert.equal(rootOf(join(alone, 'a')), join(alone, 'a'));
    });
  });

  describe('a place', () => {
    it('writes paths for those who read them', () => {
      const top = folderWith({ '.git/HEAD': '', 'plans/milepost.yaml': '', 'plans/a/b.md': '' });
      const place = new Place(join(top, 'plans/a'));
      assert.equal(place.root, join(top, 'plans'));
      assert.equal(place.fromHere('a/b.md'), 'b.md');
      assert.equal(place.fromHere('c.md'), '../c.md');
      assert.equal(place.fromRepository('a/b.md'), 'plans/a/b.md');
      assert.equal(place.belowRoot('b.md'), 'a/b.md');
      assert.equal(place.belowRoot('..'), '');
      assert.throws(() => place.belowRoot('../..'), { name: 'Failure' });
    });

    it('sees through links that lead to it', function () {
      const top = folderWith({ 'plans/milepost.yaml': '', 'plans/a.md': '' });
      link(this, join(top, 'plans'), join(top, 'here'));
      assert.equal(new Place(join(top, 'here')).belowRoot(join(top, 'plans/a.md')), 'a.md');
      assert.equal(new Place(join(top, 'plans')).belowRoot(join(top, 'here/a.md')), 'a.md');
    });
  });

  describe('new files', () => {
    it('are written with their folders', () => {
      const root = folderWith();
      writeNew(root, [
        { path: 'a.md', text: 'A' },
        { path: 'b/c/d.md', text: 'Ð' },
      ]);
      assert.equal(readFileSync(join(root, 'b/c/d.md'), 'utf8'), 'Ð');
    });

    it('are all written or none', () => {
      const root = folderWith({ 'b.md': 'B', c: 'a file' });
      for (const path of ['b.md', 'B.md', 'c/d.md']) {
        assert.throws(
          () =>
            writeNew(root, [
              { path: 'a.md', text: 'A' },
              { path, text: 'x' },
            ]),
          { name: 'Failure' },
        );
        assert.equal(existsSync(join(root, 'a.md')), false, path);
      }
      assert.equal(readFileSync(join(root, 'b.md'), 'utf8'), 'B');
    });

    it('are never written through a link, nor over one', function () {
      const outside = folderWith({ 'plan/a.md': '' });
      const root = join(outside, 'plan');
      mkdirSync(join(outside, 'elsewhere'));
      link(this, join(outside, 'elsewhere'), join(root, 'risks'));
      link(this, join(outside, 'nowhere.md'), join(root, 'b.md'));
      for (const path of [
        'risks/R-1.md',
        'risks/a/R-1.md',
        'b.md',
        '../c.md',
        '.git/hooks/x',
        '.vscode/settings.json',
      ]) {
        assert.throws(() => writeNew(root, [{ path, text: 'x' }]), { name: 'Failure' }, path);
      }
      assert.deepEqual(readdirSync(join(outside, 'elsewhere')), []);
      assert.equal(existsSync(join(outside, 'nowhere.md')), false);
    });

    it('are never written into a folder of git or the editor, however deep, nor through a link into one', function () {
      const root = folderWith({ '.git/hooks/x': '', 'sub/.vscode/settings.json': '{}', 'sub/a.md': '' });
      link(this, join(root, '.git/hooks'), join(root, 'milestones'));
      link(this, join(root, 'sub/.vscode'), join(root, 'sub/risks'));
      link(this, join(root, '.git'), join(root, 'sub/loop'));
      for (const path of [
        'milestones/a.md',
        'milestones/new/a.md',
        'sub/risks/a.md',
        'sub/loop/hooks/a.md',
        'sub/.vscode/x',
        'sub/.GIT/x',
        'sub/new/.git/x',
        '.git./x',
        'git~1/x',
      ]) {
        assert.throws(
          () => writeNew(root, [{ path, text: 'x' }]),
          { name: 'Failure', message: /a folder of git or of the editor: name a file elsewhere/ },
          path,
        );
      }
      assert.deepEqual(readdirSync(join(root, '.git/hooks')), ['x']);
      assert.deepEqual(readdirSync(join(root, 'sub/.vscode')), ['settings.json']);
      assert.deepEqual(readdirSync(join(root, 'sub')).sort(), ['.vscode', 'a.md', 'loop', 'risks']);
    });
  });

  it('that could not be read makes a run fail', () => {
    const opened = (unreadable: readonly string[]) => ({ unreadable }) as OpenedPlan;
    failIfUnreadable(opened([]));
    assert.throws(() => failIfUnreadable(opened(['a.md (permission denied)'])), {
      message: 'part of the plan could not be read: a.md (permission denied)',
    });
    assert.throws(() => failIfUnreadable(opened(['a', 'b', 'c'])), { message: /: a and 2 more$/ });
  });
});
