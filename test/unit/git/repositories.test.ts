import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory } from '../../../src/git/read-history.ts';
import { dayOf, GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

const FILE = 'protocol.file.allow=always';

describe('row 47: repositories of every kind', () => {
  after(removeTemporaryFolders);

  const reasonIn = async (root: string, env = GIT_ENV): Promise<string | undefined> => {
    const { dates, missing } = await readHistory({ root, env });
    assert.equal(dates, undefined);
    return missing?.reason;
  };

  it('say that there is none, or none with a working tree, or no commit in it', async () => {
    assert.equal(await reasonIn(temporaryFolder()), 'no-repository');
    const repository = new TestRepository();
    assert.equal(await reasonIn(repository.folder), 'no-commits');
    assert.equal(await reasonIn(repository.folder, { ...GIT_ENV, PATH: temporaryFolder() }), 'no-git');
    const bare = temporaryFolder();
    repository.git('init', '-q', '--bare', bare);
    assert.equal(await reasonIn(bare), 'no-work-tree');
    assert.equal(await reasonIn(join(repository.folder, '.git')), 'no-work-tree');
    repository.commit('2026-01-05', { 'code.ts': '', 'plan.txt': 'x\n' });
    assert.equal(await reasonIn(repository.folder), 'not-tracked');
  });

  it('are looked for without starting git', async () => {
    const bin = temporaryFolder();
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n: > "${bin}/started"\n`, { mode: 0o755 });
    const env = { ...GIT_ENV, PATH: bin };
    assert.equal(await reasonIn(temporaryFolder(), env), 'no-repository');
    assert.equal(existsSync(join(bin, 'started')), false);
    await readHistory({ root: new TestRepository().folder, env });
    assert.equal(existsSync(join(bin, 'started')), true);
  });

  it('say what git says where it refuses', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'a\n' });
    writeFileSync(join(repository.folder, '.git/config'), '[core\n');
    const { missing } = await repository.history();
    assert.equal(missing?.reason, 'failed');
    assert.match(missing.text, /^git failed: bad config line 1 in file/);
  });

  it('know only what a shallow clone holds', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'one\ntwo\nthree\n', 'old.md': 'old\n' });
    repository.commit('2026-01-12', { 'a.md': 'one\nTWO\nthree\n' });
    repository.commit('2026-01-19', { 'a.md': 'one\nTWO\nTHREE\n' });
    const clone = temporaryFolder();
    repository.git('-c', FILE, 'clone', '-q', '--depth=2', `file://${repository.folder}`, clone);
    const { dates, missing } = await readHistory({ root: clone, env: GIT_ENV });
    assert.equal(missing?.reason, 'shallow');
    const days = (path: string) => [...(dates?.files.get(path)?.days ?? [])].map((day) => day > 0 && day);
    assert.deepEqual(days('a.md'), [false, false, dayOf('2026-01-19')]);
    assert.deepEqual(days('old.md'), [false]);
  });

  it('know nothing where a partial clone lacks what was changed, and fetch none of it', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'a\n' });
    repository.commit('2026-01-12', { 'a.md': 'b\n' });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = temporaryFolder();
    repository.git('-c', FILE, 'clone', '-q', '--filter=blob:none', `file://${repository.folder}`, clone);
    const objects = () => new TestRepository(clone).git('count-objects', '-v');
    const before = objects();
    const env = { ...GIT_ENV, GIT_ALLOW_PROTOCOL: 'file' };
    assert.equal(await reasonIn(clone, env), 'partial');
    assert.equal(objects(), before);
  });

  it('may be linked working trees, with the head detached', async () => {
    const repository = new TestRepository();
    const first = repository.commit('2026-01-05', { 'plan/a.md': 'a\n' });
    repository.commit('2026-01-12', { 'plan/a.md': 'b\n' });
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '--detach', linked, first);
    const { dates, missing } = await readHistory({ root: join(linked, 'plan'), env: GIT_ENV });
    assert.equal(missing, undefined);
    assert.equal(dates?.head, first);
    assert.deepEqual([...(dates?.files.get('a.md')?.days ?? [])], [dayOf('2026-01-05')]);
  });

  it('may be submodules, of which the repository around them knows nothing', async () => {
    const inner = new TestRepository();
    inner.commit('2026-01-05', { 'a.md': 'a\n' });
    const outer = new TestRepository();
    outer.commit('2026-02-02', { 'b.md': 'b\n' });
    outer.git('-c', FILE, 'submodule', '--quiet', 'add', inner.folder, 'plans/inner');
    outer.commit('2026-02-03');
    const { dates } = await outer.history();
    assert.deepEqual([...(dates?.files.keys() ?? [])], ['b.md']);
    assert.deepEqual(dates?.closed, ['plans/inner/']);
    const { dates: within } = await outer.history({ root: join(outer.folder, 'plans/inner') });
    assert.deepEqual([...(within?.files.get('a.md')?.days ?? [])], [dayOf('2026-01-05')]);
  });

  it('are those around the folder, whatever the environment of a hook says', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'a\n' });
    const other = new TestRepository();
    const hook = { ...GIT_ENV, GIT_DIR: join(other.folder, '.git'), GIT_WORK_TREE: other.folder, GIT_PREFIX: 'x/' };
    const { dates } = await readHistory({ root: repository.folder, env: hook });
    assert.deepEqual([...(dates?.files.keys() ?? [])], ['a.md']);
  });
});
