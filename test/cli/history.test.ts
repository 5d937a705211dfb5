import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/cli/plan/cache-folder.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { inProcess, inProcessWith, milepost } from './support.ts';

const PLAN = `---
type: milestone
id: freeze
owner: maria
status: in-progress
---
`;

describe('a plan in a repository', () => {
  after(removeTemporaryFolders);

  let folder: string;
  const env = { ...GIT_ENV, XDG_CACHE_HOME: temporaryFolder() };
  before(() => {
    const repository = new TestRepository();
    repository.commit('2026-10-05', { 'plan.md': PLAN });
    ({ folder } = repository);
  });

  it('is stale where nobody has changed it for long, and keeps what it took to find out', async () => {
    const { stdout, status } = await inProcessWith(env, folder, 'check');
    assert.match(stdout, /3:5 {2}info {2}nobody has changed freeze since 2026-10-05, 34 working days ago.* stale\n/);
    assert.equal(status, 0);
    assert.match((await inProcessWith(env, folder, 'list', 'stale')).stdout, /^freeze /);
    assert.match((await inProcessWith(env, folder, 'fix')).stdout, /^ +3:5 +Set updated to 2026-11-21 {2}stale$/m);
    assert.match((await inProcessWith(env, folder, 'show', 'freeze')).stdout, /changed +2026-10-05 \(stale\)/);
    assert.equal(readdirSync(join(env.XDG_CACHE_HOME, 'milepost/history')).length, 1);
  });

  it('leaves to a person what git alone shows, when the rest is fixed', async () => {
    const repository = new TestRepository();
    repository.commit('2026-10-05', { 'plan.md': PLAN, 'other.md': PLAN.replaceAll('freeze', 'other') });
    repository.write({ 'other.md': PLAN.replaceAll('freeze', 'other').replace('owner:', 'ownr:') });
    const { stdout } = await inProcessWith(env, repository.folder, 'fix');
    assert.match(stdout, /Change to owner {2}unknown-field/);
    assert.match(stdout, /plan\.md\n +3:5 +.*Set updated to 2026-11-21.* stale\n/);
    const without = await inProcessWith(env, repository.folder, 'fix', '--no-git');
    assert.doesNotMatch(without.stdout, /stale/);
  });

  it('row 47: is as its fields say without git, or where git is not to be asked', async () => {
    for (const { stdout, stderr, status } of [
      await inProcess(folder, 'check'),
      await inProcessWith(env, folder, 'check', '--no-git'),
    ]) {
      assert.match(stdout, /^No findings/i);
      assert.equal(stderr, '');
      assert.equal(status, 0);
    }
    assert.match(
      (await inProcessWith(env, folder, 'list', 'stale', '--no-git')).stderr,
      /1 item in the plan, and none passes/,
    );
    assert.doesNotMatch((await inProcessWith(env, folder, 'fix', '--no-git')).stdout, /stale/);
  });

  it('is not stale while it is being edited', async () => {
    writeFileSync(join(folder, 'plan.md'), `${PLAN}\nNews.\n`);
    assert.match((await inProcessWith(env, folder, 'check')).stdout, /^No findings/i);
    writeFileSync(join(folder, 'plan.md'), PLAN);
  });

  it('row 47: is checked without a word in a repository that has nothing to tell', async () => {
    const empty = new TestRepository();
    empty.write({ 'plan.md': PLAN });
    const shallow = temporaryFolder();
    const repository = new TestRepository(folder);
    repository.commit('2026-11-20', { 'other.md': '' });
    const local = ['-c', 'protocol.file.allow=always'];
    repository.git(...local, 'clone', '-q', '--depth=1', `file://${folder}`, shallow);
    for (const root of [empty.folder, shallow]) {
      const { stdout, stderr, status } = await inProcessWith(env, root, 'check');
      assert.match(stdout, /^No findings in 1 document/i, root);
      assert.equal(stderr, '');
      assert.equal(status, 0);
    }
    repository.git('checkout', '-q', '--detach');
    assert.match((await inProcessWith(env, folder, 'check')).stdout, /nobody has changed freeze since 2026-10-05/);
  });

  it('is checked all the same where git fails, which is said', async () => {
    const broken = temporaryFolder();
    mkdirSync(join(broken, '.git'));
    writeFileSync(join(broken, '.git/HEAD'), 'ref: refs/heads/main\n');
    for (const name of ['objects', 'refs']) mkdirSync(join(broken, '.git', name));
    writeFileSync(join(broken, '.git/config'), '[core\n');
    writeFileSync(join(broken, 'plan.md'), PLAN);
    const { stdout, stderr, status } = await inProcessWith(env, broken, 'check');
    assert.match(stdout, /^No findings/i);
    assert.match(stderr, /^milepost: git failed: bad config line 1 .*: when items were changed is not known\n$/);
    assert.equal(status, 0);
  });

  it('leaves git behind when the command fails', async () => {
    const { status, stderr } = await inProcessWith(env, folder, 'check', '--config', 'nope.yaml');
    assert.equal(status, 2);
    assert.match(stderr, /"nope\.yaml" cannot be read/);
  });

  it('is read by the program as people get it', () => {
    assert.match(milepost(folder, 'check', '--today', '2026-11-21').stdout, /nobody has changed freeze/);
  });
});

describe('the folder for what can be found again', () => {
  it('is where each system has it', () => {
    const of = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform) => cacheFolder({ env }, platform);
    assert.equal(of({ XDG_CACHE_HOME: '/cache', HOME: '/home/maria' }, 'linux'), join('/cache', 'milepost'));
    assert.equal(of({ XDG_CACHE_HOME: 'cache', HOME: '/home/maria' }, 'darwin'), join('/home/maria/.cache/milepost'));
    assert.equal(of({ LOCALAPPDATA: '/local' }, 'win32'), join('/local', 'milepost'));
    assert.equal(of({ HOME: '/home/maria' }, 'win32'), undefined);
    assert.equal(of({}, 'linux'), undefined);
  });
});
