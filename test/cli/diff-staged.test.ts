import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { diffSchema } from './schemas.ts';
import { CLI, inProcessWith } from './support.ts';

const TODAY = ['--today', '2026-11-02'];

const plan = (api: string, rest = ''): string =>
  `---\ntype: program\nid: atlas\nstart: 2026-11-02\ngoal: launch\nmilestones:\n  - { id: api, duration: ${api} }\n  - { id: launch, depends_on: [api] }\n${rest}---\n`;
const other = (duration: string): string =>
  `---\ntype: milestone\nid: other\nprogram: atlas\nduration: ${duration}\n---\n`;

describe('milepost diff --staged', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  const staged = (folder: string, ...args: string[]) =>
    inProcessWith(GIT_ENV, folder, 'diff', '--staged', ...TODAY, ...args);
  const items = async (...args: string[]): Promise<string[]> => {
    const { stdout, stderr } = await staged(repository.folder, '--format', 'json', ...args);
    assert.equal(stderr, '');
    return diffSchema
      .parse(JSON.parse(stdout))
      .items.map(({ id, change, fields }) =>
        [change, id, ...fields.map(({ field, base, head }) => `${field} ${base} > ${head}`)].join(' '),
      );
  };

  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('2026-10-01', { 'plan.md': plan('5d'), 'other.md': other('1d') });
  });

  it('says what the next commit does, and neither what is in the files nor what nobody has added', async () => {
    repository.write({ 'plan.md': plan('7d'), 'more.md': '---\ntype: milestone\nid: more\nprogram: atlas\n---\n' });
    assert.deepEqual(await items(), []);
    repository.git('add', 'plan.md');
    repository.write({ 'plan.md': plan('9d'), 'other.md': undefined });
    assert.deepEqual(await items(), ['changed atlas/api duration 5d > 7d', 'affected atlas/launch']);
    const { stdout } = await staged(repository.folder);
    assert.match(stdout, /^launch moves from 6 to 10 November \(2 working days later\), through api\.\n/);
    assert.match(stdout, /\nfrom [0-9a-f]{10} to what is staged, as of/);
    // Announced, and not added.
    repository.git('add', '-N', 'more.md');
    assert.equal((await items()).length, 2);
    repository.git('add', '-A');
    assert.deepEqual((await items()).sort(), [
      'added atlas/more',
      'affected atlas/launch',
      'changed atlas/api duration 5d > 9d',
      'removed atlas/other',
    ]);
  });

  it('compares with another revision, and from where that and HEAD parted', async () => {
    repository.git('tag', 'v1');
    repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    repository.write({ 'other.md': other('2d') });
    repository.git('add', '-A');
    assert.deepEqual(await items(), ['changed atlas/other duration 1d > 2d']);
    assert.equal((await items('v1')).length, 3);
    repository.git('checkout', '-q', '-b', 'side', 'v1', '--force');
    repository.commit('2026-10-03', { 'plan.md': plan('9d') });
    repository.write({ 'other.md': other('2d') });
    repository.git('add', '-A');
    assert.deepEqual((await items('main', '--merge-base')).filter((each) => !each.startsWith('affected')).sort(), [
      'changed atlas/api duration 5d > 9d',
      'changed atlas/other duration 1d > 2d',
    ]);
    const { status, stderr } = await staged(repository.folder, 'v1', 'main');
    assert.equal(status, 2);
    assert.match(stderr, /can be compared with one revision, and "main" is another/);
  });

  it('reads the index of a linked working tree, and below the top of a repository', async () => {
    const linked = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', linked, '-b', 'linked');
    writeFileSync(join(linked, 'other.md'), other('4d'));
    new TestRepository(linked).git('add', '-A');
    assert.match((await staged(linked)).stdout, /duration 1d → 4d/);
    assert.match((await staged(repository.folder)).stdout, /^Nothing of the plan has changed/);
    mkdirSync(join(linked, 'plans/b'), { recursive: true });
    const inner = new TestRepository(linked);
    inner.commit('2026-10-04', { 'plans/b/milepost.yaml': '', 'plans/b/plan.md': plan('5d') });
    inner.write({ 'plans/b/plan.md': plan('8d'), 'other.md': other('9d') });
    inner.git('add', '-A');
    const { stdout } = await staged(join(linked, 'plans/b'));
    assert.match(stdout, /duration 5d → 8d/);
    assert.doesNotMatch(stdout, /other/);
  });

  it('says that a conflict has to be solved first', async () => {
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-10-03', { 'plan.md': plan('7d') });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    const { status, stdout, stderr } = await staged(repository.folder);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^milepost: git says: plan\.md is in conflict: solve that first\n$/);
  });

  it('changes nothing: no file, no index', async () => {
    repository.write({ 'plan.md': plan('7d'), 'other.md': other('3d') });
    repository.git('add', 'plan.md');
    const index = readFileSync(join(repository.folder, '.git/index'));
    await items();
    assert.deepEqual(readFileSync(join(repository.folder, '.git/index')), index);
  });

  it('tells a hook of what is about to be committed, be it all, what is staged, or one file', () => {
    const hook = join(repository.folder, '.git/hooks/pre-commit');
    const said = join(temporaryFolder(), 'said');
    mkdirSync(join(repository.folder, '.git/hooks'), { recursive: true });
    const node = JSON.stringify(process.execPath);
    writeFileSync(
      hook,
      `#!/bin/sh\nexec ${node} ${JSON.stringify(CLI)} diff --staged ${TODAY.join(' ')} --fail-on-slip 5 > ${said}\n`,
    );
    chmodSync(hook, 0o755);
    const commit = (...args: string[]): string => {
      repository.git('commit', '-q', '-m', 'x', ...args);
      return readFileSync(said, 'utf8');
    };
    repository.write({ 'plan.md': plan('6d'), 'other.md': other('2d') });
    repository.git('add', 'plan.md');
    const one = commit('other.md');
    assert.match(one, /duration 1d → 2d/);
    assert.doesNotMatch(one, /api/);
    assert.match(commit(), /duration 5d → 6d/);
    repository.write({ 'other.md': other('3d') });
    assert.match(commit('-a'), /duration 2d → 3d/);
    // And the hook holds it up.
    repository.write({ 'plan.md': plan('20d') });
    assert.throws(() => commit('-a'));
    assert.match(readFileSync(said, 'utf8'), /14 working days later/);
    assert.match(repository.git('status', '--porcelain'), /plan\.md/);
  });
});
