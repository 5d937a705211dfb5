import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { readEarlier } from '../../../src/git/earlier-files.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

describe('files as they were on a day', () => {
  after(removeTemporaryFolders);

  const read = async (root: string, day: string, ...paths: string[]): Promise<[string, string][] | undefined> => {
    const found = await readEarlier({ root, env: GIT_ENV, day: parseDay(day) as number, paths });
    return found && [...found];
  };

  it('are those of the last commit by then, under the names that they have today', async () => {
    const repository = new TestRepository();
    const long = 'the same words as before\n'.repeat(20);
    repository.commit('2026-01-05', { 'plan/a.md': 'first\n', 'plan/old näme.md': long, 'b.md': 'outside\n' });
    repository.commit('2026-02-05', { 'plan/a.md': 'second\n', 'plan/new.md': 'new\n' });
    repository.commit('2026-03-05', { 'plan/a.md': 'third\n', 'plan/old näme.md': undefined, 'plan/renamed.md': long });
    const root = join(repository.folder, 'plan');
    assert.deepEqual(await read(root, '2026-01-31', 'a.md', 'renamed.md', 'new.md'), [
      ['a.md', 'first\n'],
      ['renamed.md', long],
    ]);
    assert.deepEqual(await read(root, '2026-02-05', 'a.md', 'new.md', '../b.md'), [
      ['a.md', 'second\n'],
      ['new.md', 'new\n'],
    ]);
    // What is in the working tree, and in no commit, changes nothing.
    repository.write({ 'plan/a.md': 'not committed\n' });
    assert.deepEqual(await read(root, '2026-12-31', 'a.md'), [['a.md', 'third\n']]);
  });

  it('follow the branch that is checked out, not what was merged into it later', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'first\n' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('2026-01-10', { 'a.md': 'on the side\n' });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-01-08', { 'b.md': 'b\n' });
    const env = { GIT_AUTHOR_DATE: '2026-02-05T12:00:00Z', GIT_COMMITTER_DATE: '2026-02-05T12:00:00Z' };
    repository.gitWith({ env }, 'merge', '-q', '--no-ff', '-m', 'merge', 'side');
    assert.deepEqual(await read(repository.folder, '2026-01-31', 'a.md'), [['a.md', 'first\n']]);
    assert.deepEqual(await read(repository.folder, '2026-02-05', 'a.md'), [['a.md', 'on the side\n']]);
  });

  it('are not known where there is no repository, no git, or no commit as old', async () => {
    assert.equal(await read(temporaryFolder(), '2026-01-31', 'a.md'), undefined);
    const repository = new TestRepository();
    assert.equal(await read(repository.folder, '2026-01-31', 'a.md'), undefined);
    repository.commit('2026-02-05', { 'a.md': 'first\n' });
    assert.equal(await read(repository.folder, '2026-01-31', 'a.md'), undefined);
    const env = { ...GIT_ENV, PATH: temporaryFolder() };
    assert.equal(await readEarlier({ root: repository.folder, env, day: 20_600, paths: ['a.md'] }), undefined);
  });

  it('are not known where a partial clone has left them behind', async () => {
    const repository = new TestRepository();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.commit('2026-01-05', { 'a.md': 'first\n' });
    repository.commit('2026-02-05', { 'a.md': 'second\n' });
    const folder = join(temporaryFolder(), 'clone');
    const from = `file://${repository.folder}`;
    repository.git('-c', 'protocol.file.allow=always', 'clone', '-q', '--filter=blob:none', from, folder);
    assert.equal(await read(folder, '2026-01-31', 'a.md'), undefined);
    assert.deepEqual(await read(folder, '2026-02-05', 'a.md'), [['a.md', 'second\n']]);
  });
});
