import assert from 'node:assert/strict';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { diffSchema } from './schemas.ts';
import { inProcessWith } from './support.ts';

const plan = (duration: string, more = ''): string => `---
type: program
id: atlas
start: 2026-11-02
goal: launch
milestones:
  - { id: api, title: The API, duration: ${duration} }
  - { id: launch, depends_on: [api] }
${more}---
`;

describe('milepost diff', () => {
  after(removeTemporaryFolders);

  const today = ['--today', '2026-11-02'];
  let repository: TestRepository;
  const diff = (...args: string[]) => inProcessWith(GIT_ENV, repository.folder, 'diff', ...today, ...args);

  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('2026-10-01', { 'plan.md': plan('5d') });
  });

  it('says what is not committed yet: the verdict first, then what was changed, and what that moved', async () => {
    repository.write({ 'plan.md': plan('7d') });
    const { stdout, status } = await diff('HEAD');
    assert.equal(
      stdout,
      `atlas finishes 2 working days later; 2 items are changed or moved.
from ${repository.git('rev-parse', 'HEAD').slice(0, 10)} to the working tree, as of 2026-11-02

Programs
  atlas  finish 2026-11-06 → 2026-11-10  +2d  green

Changed
  changed  atlas/api  duration 5d → 7d  2026-11-06 → 2026-11-10  +2d

Moved by that
  atlas/launch  2026-11-06 → 2026-11-10  +2d  because of api
`,
    );
    assert.equal(status, 0);
  });

  it('says so where nothing has changed, and takes what nobody has added yet', async () => {
    assert.match((await diff('HEAD')).stdout, /^Nothing of the plan has changed\.\n/);
    repository.write({ 'new/risk.md': '---\ntype: risk\nid: R-1\nprobability: low\nimpact: low\n---\n' });
    assert.match((await diff('HEAD')).stdout, /added +atlas\/R-1/);
    repository.write({ '.gitignore': 'new\n' });
    assert.match((await diff('HEAD')).stdout, /^Nothing of the plan has changed\.\n/);
  });

  it('compares branches, tags and hashes, and begins where two parted', async () => {
    repository.git('tag', 'v1');
    repository.git('checkout', '-q', '-b', 'side');
    const side = repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-10-03', { 'other.md': '---\ntype: milestone\nid: other\nprogram: atlas\n---\n' });
    assert.match((await diff('v1', side)).stdout, /^atlas finishes 1 working day later/);
    assert.match((await diff(side, 'v1')).stdout, /^atlas finishes 1 working day earlier/);
    assert.match((await diff('main', 'side')).stdout, /removed +atlas\/other/);
    assert.doesNotMatch((await diff('main', 'side', '--merge-base')).stdout, /other/);
    assert.match((await diff('side', '--merge-base')).stdout, /added +atlas\/other/);
  });

  it('is JSON for programs, as docs/cli.md promises', async () => {
    repository.write({ 'plan.md': plan('7d', 'risks:\n  - { id: R-1, affects: [nowhere] }\n') });
    const { stdout, status } = await diff('HEAD', '--format', 'json');
    const { base, head, programs, items, findings } = diffSchema.parse(JSON.parse(stdout));
    assert.deepEqual([base, head], [repository.git('rev-parse', 'HEAD').trim(), 'worktree']);
    assert.deepEqual(programs, [
      {
        id: 'atlas',
        finish: { base: '2026-11-06', head: '2026-11-10' },
        workingDaysMoved: 2,
        criticalPath: { base: ['atlas/api', 'atlas/launch'], head: ['atlas/api', 'atlas/launch'] },
        health: { base: 'green', head: 'green' },
      },
    ]);
    assert.deepEqual(
      items.map(({ id, change, workingDaysMoved, causes }) => [id, change, workingDaysMoved, causes]),
      [
        ['atlas/api', 'changed', 2, []],
        ['atlas/launch', 'affected', 2, [{ kind: 'item', id: 'atlas/api', path: ['atlas/api', 'atlas/launch'] }]],
        ['atlas/R-1', 'added', null, []],
      ],
    );
    assert.ok(findings.new.some(({ code }) => code === 'unknown-reference'));
    assert.equal(status, 1);
  });

  /** A plan in which hostile names move each other. */
  const hostile = (duration: string): string =>
    plan(
      duration,
      `risks:\n  - { id: R-1, title: ${JSON.stringify(`@maria #12 <img src=x> |\n::error::x [a](b) ${duration}`)}, affects: [nowhere] }\n`,
    );

  it('row 44: is a comment for a pull request, in which text of the plan is text', async () => {
    repository.write({ 'plan.md': hostile('7d') });
    const { stdout } = await diff('HEAD', '--format', 'markdown');
    assert.match(stdout, /^\*\*atlas finishes 2 working days later; 3 items/);
    assert.match(stdout, /\| atlas \| 2026-11-06 → 2026-11-10 \| \*\*\+2d\*\* \| green \| {2}\|/);
    assert.match(
      stdout,
      /\| changed \| `atlas\/api` \| duration 5d → 7d \| 2026-11-06 → 2026-11-10 \| \*\*\+2d\*\* \|/,
    );
    assert.match(stdout, /\| `atlas\/launch` \| 2026-11-06 → 2026-11-10 \| \*\*\+2d\*\* \| api \|/);
    assert.match(stdout, /```mermaid\nflowchart LR\n/);
    assert.doesNotMatch(stdout, /@maria|#12|<img|^::error|\[a\]\(b\)/m);
    for (const line of stdout.split('\n').filter((each) => each.startsWith('|'))) {
      assert.ok([5, 6, 7].includes(line.replace(/\\\|/g, '').split('|').length), line);
    }
  });

  it('row 44: cuts a comment that would be longer than GitHub takes, and says how much is left out', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, n) => `  - { id: item-number-${n}, depends_on: [api], duration: 1d }\n`,
    );
    const large = (duration: string): string =>
      plan(duration)
        .replace('risks:', '')
        .replace(/---\n$/, `${many.join('')}---\n`);
    repository.commit('2026-10-02', { 'plan.md': large('5d') });
    repository.write({ 'plan.md': large('7d') });
    const { stdout } = await diff('HEAD', '--format', 'markdown');
    assert.ok(stdout.length < 65_536, String(stdout.length));
    assert.match(stdout, /… and \d+ more: `milepost diff` lists them all\.\n/);
    assert.match(stdout, /<\/details>\n$/);
  });

  it('row 42: annotates what is new, and what moves others, on their lines', async () => {
    repository.write({ 'plan.md': hostile('7d') });
    const { stdout } = await diff('HEAD', '--format', 'github');
    const lines = stdout.trimEnd().split('\n');
    assert.ok(lines.some((line) => /^::error file=plan\.md,line=10,.*title=unknown-reference::/.test(line)));
    assert.ok(
      lines.includes(
        '::notice file=plan.md,line=7,endLine=7,col=42,endColumn=44,title=milepost diff::atlas/api moves by +2d, and moves 1 other item: atlas/launch +2d',
      ),
      stdout,
    );
    assert.equal(lines.filter((line) => !line.startsWith('::')).length, 1);
  });

  it('fails for new findings and for slips, as somebody asks', async () => {
    repository.commit('2026-10-02', { 'faulty.md': '---\ntype: milestone\nid: faulty\ndepends_on: [nowhere]\n---\n' });
    repository.write({ 'plan.md': plan('7d') });
    // What was wrong before is none of this change.
    assert.equal((await diff('HEAD')).status, 0);
    assert.equal((await diff('HEAD~1')).status, 1);
    assert.equal((await diff('HEAD~1', '--fail-on', 'never')).status, 0);
    assert.equal((await diff('HEAD', '--fail-on-slip', '2')).status, 0);
    assert.equal((await diff('HEAD', '--fail-on-slip', '1')).status, 1);
  });

  it('reads a plan below the top of its repository, and writes nothing', async () => {
    repository = new TestRepository();
    repository.commit('2026-10-01', {
      'plans/atlas/milepost.yaml': '',
      'plans/atlas/plan.md': plan('5d'),
      'x.md': plan('9d'),
    });
    repository.write({ 'plans/atlas/plan.md': plan('6d'), 'x.md': plan('1d') });
    const { stdout } = await inProcessWith(GIT_ENV, join(repository.folder, 'plans/atlas'), 'diff', 'HEAD', ...today);
    assert.match(stdout, /^atlas finishes 1 working day later; 2 items/);
    assert.equal(repository.git('status', '--porcelain'), ' M plans/atlas/plan.md\n M x.md\n');
  });

  it('row 43: takes no revision for an option, and says what is missing in one line', async () => {
    const failed = async (...args: string[]): Promise<string> => {
      const { status, stdout, stderr } = await diff(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^milepost: [^\n]+\n$/);
      return stderr;
    };
    for (const name of ['--output=x', '--upload-pack=touch x', '-x', 'nowhere', 'HEAD\nmain', '']) {
      assert.match(await failed('--', name), /there is no commit/, name);
    }
    assert.match(await failed(), /name what to compare with/);
    assert.match(await failed('HEAD', 'HEAD', 'HEAD'), /is a third/);
    assert.match(await failed('HEAD', '--fail-on-slip', 'two'), /takes a number of working days/);
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('row 47: says what is missing where there is no git, no repository and no commit', async () => {
    const said = async (folder: string, env = GIT_ENV): Promise<string> => {
      const { status, stderr } = await inProcessWith(env, folder, 'diff', 'HEAD');
      assert.equal(status, 2);
      return stderr;
    };
    assert.match(await said(temporaryFolder()), /the plan is in no git repository/);
    assert.match(await said(new TestRepository().folder), /the repository has no commits yet/);
    assert.match(await said(repository.folder, { ...GIT_ENV, PATH: temporaryFolder() }), /there is no git in PATH/);
    const shallow = join(temporaryFolder(), 'clone');
    repository.commit('2026-10-02', { 'plan.md': plan('9d') });
    repository.git(
      '-c',
      'protocol.file.allow=always',
      'clone',
      '-q',
      '--depth=1',
      `file://${repository.folder}`,
      shallow,
    );
    assert.match((await inProcessWith(GIT_ENV, shallow, 'diff', 'HEAD~1')).stderr, /there is no commit "HEAD~1"/);
  });
});
