import assert from 'node:assert/strict';
import { join } from 'node:path';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { dayOfCommit } from '../../../src/git/commit-day.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { openRevisions, type Revisions } from '../../../src/git/revisions.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

const FILE = 'protocol.file.allow=always';

describe('revisions of a plan', () => {
  after(removeTemporaryFolders);

  async function open(root: string, env = GIT_ENV): Promise<Revisions> {
    const revisions = await openRevisions(root, env);
    assert.ok(!('reason' in revisions), 'text' in revisions ? revisions.text : '');
    return revisions;
  }

  const missingIn = async (root: string, env = GIT_ENV): Promise<string | undefined> => {
    const found = await openRevisions(root, env);
    return 'reason' in found ? found.reason : undefined;
  };

  it('row 47: say what is missing', async () => {
    assert.equal(await missingIn(temporaryFolder()), 'no-repository');
    const repository = new TestRepository();
    assert.equal(await missingIn(repository.folder), 'no-commits');
    assert.equal(await missingIn(repository.folder, { ...GIT_ENV, PATH: temporaryFolder() }), 'no-git');
  });

  it('row 13: tell their days whatever encoding people have their logs in', async () => {
    const repository = new TestRepository();
    const first = repository.commit('2026-01-05', { 'a.md': 'one\n' });
    repository.git('config', 'i18n.logOutputEncoding', 'UTF-16');
    const opened = await openRepository(repository.folder, GIT_ENV);
    assert.ok(!('reason' in opened));
    const day = await dayOfCommit(opened, first);
    assert.equal(day === undefined ? undefined : formatDay(day), '2026-01-05');
  });

  it('have names, and a trunk: what the remote calls its own, else what is followed, else main', async () => {
    const repository = new TestRepository();
    const first = repository.commit('2026-01-05', { 'a.md': 'one\n' });
    repository.git('tag', '-a', 'v1', '-m', 'The first');
    repository.git('switch', '-q', '-c', 'feature/x');
    const second = repository.commit('2026-01-12', { 'a.md': 'two\n' });
    const { all, trunk } = await (await open(repository.folder)).names();
    assert.deepEqual(
      all
        .map(({ kind, name, commit, subject, isCurrent }) => ({ kind, name, commit, subject, isCurrent }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      [
        { kind: 'branch', name: 'feature/x', commit: second, subject: 'On 2026-01-12', isCurrent: true },
        { kind: 'branch', name: 'main', commit: first, subject: 'On 2026-01-05', isCurrent: false },
        { kind: 'tag', name: 'v1', commit: first, subject: 'The first', isCurrent: false },
      ],
    );
    assert.equal(trunk?.name, 'main');
    const clone = temporaryFolder();
    repository.git('switch', '-q', 'main');
    repository.git('branch', '-m', 'main', 'develop');
    repository.git('-c', FILE, 'clone', '-q', `file://${repository.folder}`, clone);
    const cloned = new TestRepository(clone);
    assert.equal((await (await open(clone)).names()).trunk?.name, 'origin/develop');
    cloned.git('remote', 'set-head', 'origin', '--delete');
    cloned.git('switch', '-q', '-c', 'mine', '--track', 'origin/feature/x');
    assert.equal((await (await open(clone)).names()).trunk?.name, 'origin/feature/x');
    cloned.git('switch', '-q', '--detach');
    assert.equal((await (await open(clone)).names()).trunk, undefined);
  });

  it('do not take a branch as it was pushed for the one that it is made for', async () => {
    const remote = new TestRepository(undefined, '--bare');
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'one\n' });
    // Unlike a clone, this does not learn what the remote calls its own.
    repository.git('remote', 'add', 'origin', remote.folder);
    const trunk = async () => (await (await open(repository.folder)).names()).trunk?.ref;
    for (const [branch, ref] of [
      ['main', 'refs/remotes/origin/main'],
      ['feature/x', 'refs/remotes/origin/main'],
    ] as const) {
      if (branch !== 'main') repository.git('switch', '-q', '-c', branch);
      repository.git('-c', 'protocol.file.allow=always', 'push', '-q', '-u', 'origin', branch);
      repository.git('remote', 'set-head', 'origin', '--delete');
      assert.equal(await trunk(), ref, branch);
    }
    repository.git('update-ref', '-d', 'refs/remotes/origin/main');
    assert.equal(await trunk(), 'refs/heads/main');
  });

  it('row 43: a name is never an option, whatever it looks like', async () => {
    const repository = new TestRepository();
    const commit = repository.commit('2026-01-05', { 'a.md': 'one\n' });
    const revisions = await open(repository.folder);
    for (const name of [
      '--output=x',
      '--upload-pack=x',
      '-x',
      '',
      'main\nmain',
      'gone',
      'HEAD:a.md',
      `${commit} commit x`,
    ])
      assert.equal(await revisions.resolve(name), undefined, name);
    for (const name of ['main', 'HEAD', commit, commit.slice(0, 8)])
      assert.equal(await revisions.resolve(name), commit);
    assert.equal(await revisions.textAt('--output=x', 'a.md'), undefined);
  });

  it('say where branches parted, or why nobody can', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'one\n' });
    const parted = repository.commit('2026-01-06', { 'a.md': 'two\n' });
    repository.git('switch', '-q', '-c', 'feature');
    repository.commit('2026-01-12', { 'a.md': 'three\n' });
    repository.git('switch', '-q', 'main');
    const main = repository.commit('2026-01-13', { 'b.md': 'one\n' });
    repository.git('switch', '-q', 'feature');
    assert.equal(await (await open(repository.folder)).mergeBase(main), parted);
    const clone = temporaryFolder();
    repository.git('-c', FILE, 'clone', '-q', '--depth=1', '--no-single-branch', `file://${repository.folder}`, clone);
    const shallow = await (await open(clone)).mergeBase(main);
    assert.equal(typeof shallow === 'object' && shallow.reason, 'shallow-base');
    repository.git('switch', '-q', '--orphan', 'other');
    repository.commit('2026-01-14', { 'c.md': 'one\n' });
    const none = await (await open(repository.folder)).mergeBase(main);
    assert.equal(typeof none === 'object' && none.reason, 'no-base');
  });

  it('have the texts of files as they were, below the root of the plan, in a worktree and with any name', async () => {
    const repository = new TestRepository();
    const odd = 'plans/ö $(x) `y`.md';
    const first = repository.commit('2026-01-05', { [odd]: 'one\n', 'a.md': 'top\n' });
    const second = repository.commit('2026-01-06', { [odd]: 'two\n' });
    const worktree = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '--detach', worktree, first);
    for (const folder of [repository.folder, worktree]) {
      const plans = await open(join(folder, 'plans'));
      assert.equal(await plans.textAt(first, odd.slice('plans/'.length)), 'one\n');
      assert.equal(await plans.textAt(second, odd.slice('plans/'.length)), 'two\n');
      assert.equal(await plans.textAt(first, 'a.md'), undefined);
      assert.equal(await plans.textAt(first, '../a.md'), undefined);
      assert.equal(await plans.textAt(first, 'gone.md'), undefined);
    }
    const differing = await (await open(worktree)).filesAt(second);
    assert.deepEqual(
      [...differing].map(([path, content]) => [path, content?.toString()]),
      [[odd, 'two\n']],
    );
  });

  it('leave out of a commit what a sparse checkout leaves out, which the plan does not have now', async () => {
    const repository = new TestRepository();
    const first = repository.commit('2026-01-05', { 'far/a.md': 'one\n', 'b.md': 'one\n' });
    repository.commit('2026-01-06', { 'far/a.md': 'two\n', 'b.md': 'two\n' });
    repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!far');
    const differing = await (await open(repository.folder)).filesAt(first);
    assert.deepEqual([...differing].map(([path, content]) => [path, content?.toString()]).sort(), [
      ['b.md', 'one\n'],
      ['far/a.md', undefined],
    ]);
  });
});
