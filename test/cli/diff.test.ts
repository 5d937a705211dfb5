import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXAMPLE_CHANGES } from '../../scripts/generate/atlas-changes.ts';
import { filesIn } from '../support/folder.ts';
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

  it('says in the same breath that dates may be wrong where a document is broken', async () => {
    repository.write({ 'plan.md': plan('7d').replace('id: api,', 'id: [api,') });
    const [verdict] = (await diff('HEAD')).stdout.split('\n');
    assert.match(verdict as string, /^(?:launch|atlas) [^;]*; \w+ new errors?, so these dates may be wrong/);
  });

  it('says where a clone is shallow, and what is missing may only not have been fetched', async () => {
    repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    repository.git('branch', 'old', 'HEAD~1');
    const clone = join(temporaryFolder(), 'clone');
    repository.git('clone', '-q', '--depth', '1', '--no-single-branch', pathToFileURL(repository.folder).href, clone);
    for (const [name, why] of [
      ['v1', 'there is no commit "v1": write a branch, a tag or a hash; the clone is shallow'],
      ['origin/old', '"origin/old" and "HEAD": the clone is shallow, and where the two parted is not in it'],
    ] as const) {
      const { status, stderr } = await inProcessWith(GIT_ENV, clone, 'diff', '--merge-base', name, ...today);
      assert.deepEqual([status, stderr], [2, `milepost: ${why}: fetch more of the history\n`]);
    }
  });

  it('says of a firm date that was missed what became of it, and never that it is kept where it is gone', async () => {
    const firm = (launch: string, duration = '7d') =>
      plan(duration)
        .replace('{ id: launch,', `{ ${launch}, title: Launch, due: 2026-11-06,`)
        .replace('goal: launch\n', '');
    const base = repository.commit('2026-10-02', { 'plan.md': firm('id: launch, commitment: firm') });
    const verdictOf = async (text: string) => {
      repository.write({ 'plan.md': text });
      return (await diff(base)).stdout.split('\n')[0] as string;
    };
    const kept = await verdictOf(firm('id: launch, commitment: firm', '5d'));
    assert.match(kept, /launch no longer misses its firm date of 6 November/);
    const renamed = await verdictOf(firm('id: go-live, commitment: firm'));
    assert.doesNotMatch(renamed, /firm date/);
    const softened = await verdictOf(firm('id: launch, commitment: target'));
    assert.match(softened, /launch no longer promises its firm date of 6 November/);
    for (const text of [
      firm('id: launch, commitment: firm, status: cancelled'),
      plan('7d').replace(/.*id: launch,.*\n/, ''),
    ])
      assert.doesNotMatch(await verdictOf(text), /firm date/);
    const closed = await verdictOf(firm('id: launch, commitment: firm, status: done, completed: 2026-11-02'));
    assert.doesNotMatch(closed, /firm date/);
  });

  it('names the plans below where neither side has one here', async () => {
    const none = new TestRepository();
    none.commit('2026-10-01', { 'README.md': '# Not a plan\n' });
    const first = none.commit('2026-10-02', { 'docs/plan/milepost.yaml': '', 'docs/plan/plan.md': plan('5d') });
    const { stdout, stderr, status } = await inProcessWith(GIT_ENV, none.folder, 'diff', first, ...today);
    assert.deepEqual([status, stdout.split('\n')[0]], [0, 'Nothing of the plan has changed.']);
    assert.equal(stderr, 'milepost: "docs/plan" is a plan of its own: go there, or add --cwd docs/plan\n');
    // A plan that came here, or went, is the one that is meant.
    none.write({ 'plan.md': plan('5d') });
    assert.equal((await inProcessWith(GIT_ENV, none.folder, 'diff', first, ...today)).stderr, '');
  });

  it('says what is not committed yet: the verdict first, then what was changed, and what that moved', async () => {
    repository.write({ 'plan.md': plan('7d') });
    const { stdout, status } = await diff('HEAD');
    assert.equal(
      stdout,
      `launch moves from 6 to 10 November (2 working days later), through api.
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

  it('takes what a sparse checkout leaves out for what is committed, not for deleted', async () => {
    const api = (due: string) => ({ 'far/milestone.md': `---\ntype: milestone\nid: far\ndue: ${due}\n---\n` });
    repository.commit('2026-10-02', api('2027-01-04'));
    repository.commit('2026-10-03', api('2027-01-11'));
    repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!far');
    assert.ok(!existsSync(join(repository.folder, 'far')));
    const moved = / {2}changed +atlas\/far +due 2027-01-04 → 2027-01-11/;
    assert.match((await diff('HEAD~1', 'HEAD')).stdout, moved);
    assert.match((await diff('HEAD~1')).stdout, moved);
    assert.match((await diff('--staged', 'HEAD~1')).stdout, moved);
    assert.match((await diff('HEAD')).stdout, /^Nothing of the plan has changed\.\n/);
    assert.match((await diff('HEAD~2', 'HEAD')).stdout, /added +atlas\/far/);
  });

  it('sees what is changed in a file that git was told not to look at', async () => {
    repository.git('update-index', '--assume-unchanged', 'plan.md');
    repository.write({ 'plan.md': plan('6d') });
    assert.match((await diff('HEAD')).stdout, /duration 5d → 6d/);
  });

  it('compares branches, tags and hashes, and begins where two parted', async () => {
    repository.git('tag', 'v1');
    repository.git('checkout', '-q', '-b', 'side');
    const side = repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-10-03', { 'other.md': '---\ntype: milestone\nid: other\nprogram: atlas\n---\n' });
    assert.match(
      (await diff('v1', side)).stdout,
      /^launch moves from 6 to 9 November \(1 working day later\), through api\.\n/,
    );
    assert.match(
      (await diff(side, 'v1')).stdout,
      /^launch moves from 9 to 6 November \(1 working day earlier\), through api\.\n/,
    );
    assert.match((await diff('main', 'side')).stdout, /removed +atlas\/other/);
    assert.doesNotMatch((await diff('main', 'side', '--merge-base')).stdout, /other/);
    assert.match((await diff('side', '--merge-base')).stdout, /added +atlas\/other/);
  });

  it('does not say of a shallow clone that two have no commit in common, which may not be in it', async () => {
    const second = repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    const shallow = new TestRepository();
    const allowed = ['-c', 'protocol.file.allow=always'];
    repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    for (const commit of [second, repository.git('rev-parse', 'HEAD~1').trim()])
      shallow.git(...allowed, 'fetch', '-q', '--depth=1', `file://${repository.folder}`, commit);
    shallow.git('checkout', '-q', second);
    const asked = inProcessWith(GIT_ENV, shallow.folder, 'diff', '--merge-base', 'FETCH_HEAD', 'HEAD');
    const { stderr, status } = await asked;
    assert.match(stderr, /: the clone is shallow, and where the two parted is not in it: fetch more of the history\n$/);
    assert.equal(status, 2);
    repository.git('checkout', '-q', '--orphan', 'alone');
    repository.git('commit', '-q', '-m', 'Alone');
    assert.match(
      (await diff('--merge-base', 'main', 'alone')).stderr,
      /"main" and "alone" have no commit in common\n$/,
    );
  });

  it('is JSON for programs, as docs/cli.md promises', async () => {
    repository.write({ 'plan.md': plan('7d', 'risks:\n  - { id: R-1, affects: [nowhere] }\n') });
    const { stdout, status } = await diff('HEAD', '--format', 'json');
    const { base, head, verdict, programs, items, lifecycle, findings } = diffSchema.parse(JSON.parse(stdout));
    assert.deepEqual([base, head], [repository.git('rev-parse', 'HEAD').trim(), 'worktree']);
    assert.deepEqual(programs, [
      {
        id: 'atlas',
        finish: { base: '2026-11-06', head: '2026-11-10' },
        workingDaysMoved: 2,
        criticalPath: { base: ['atlas/api', 'atlas/launch'], head: ['atlas/api', 'atlas/launch'] },
        health: { base: 'green', head: 'green' },
        firmDatesMissed: { base: [], head: [] },
      },
    ]);
    assert.equal(
      verdict,
      'launch moves from 6 to 10 November (2 working days later), through api; one new error, so these dates may be wrong; new risk R-1; two new warnings.',
    );
    assert.deepEqual(lifecycle, [
      { id: 'atlas/R-1', type: 'risk', title: 'R-1', event: 'opened', status: { base: null, head: 'open' } },
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
    assert.match(
      stdout,
      /^\*\*launch moves from 6 to 10 November \(2 working days later\), through api\*\*; one new error, so these dates may be wrong; new risk R-1; two new warnings\.\n/,
    );
    assert.match(stdout, /\| `atlas` \| 6\u00a0→\u00a010\u00a0Nov \*\*\+2d\*\* \| 🟢 green \|/);
    assert.match(stdout, /\| `api` The API \| duration 5d → 7d \| 6\u00a0→\u00a010\u00a0Nov \*\*\+2d\*\* \|/);
    assert.match(stdout, /\| `launch` \| 6\u00a0→\u00a010\u00a0Nov \*\*\+2d\*\* \|/);
    assert.match(stdout, /```mermaid\nflowchart LR\n/);
    assert.doesNotMatch(stdout, /@maria|#12|<img|^::error|\[a\]\(b\)/m);
    for (const line of stdout.split('\n').filter((each) => each.startsWith('|'))) {
      assert.ok([4, 5, 6, 7].includes(line.replace(/\\\|/g, '').split('|').length), line);
    }
  });

  it('row 44: a title means nothing to GitHub or GitLab, wherever it stands', async () => {
    const titles = [
      '@maria',
      '@org/team',
      'maria@example.org',
      '#12',
      'closes #12',
      'Fixes GH-12',
      'resolves GL-3',
      'owner/repo#12',
      '!7',
      '%3',
      '%"v1"',
      '&5',
      'https://evil.example/x',
      'www.evil.example',
      'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
      'a5c3785',
      '1234567',
      ':tada:',
      '$a$',
      '~bug',
      '<!-- milepost -->',
      '<img src=x onerror=alert(1)>',
      '<details>',
      '&lt;b&gt;',
      '| a | b |',
      '**b**',
      '_i_',
      '`c`',
      '```',
      '[a](b)',
      '![a](b)',
      '[^1]',
      '# x',
      '- x',
      '1. x',
      '/close',
      '> x',
      '    code',
      '\\',
      '\u202ex',
      '::error::x',
      '--> x',
    ];
    const risks = titles
      .map((title, n) => `  - { id: X-${n}, title: ${JSON.stringify(title)}, affects: [api] }\n`)
      .join('');
    repository.write({
      'plan.md': plan('7d', `risks:\n${risks}`).replace('title: The API', `title: ${JSON.stringify(titles.join(' '))}`),
    });
    const { stdout } = await diff('HEAD', '--format', 'markdown');
    const text = stdout.replace(/```mermaid\n[\s\S]*?```\n/g, '').replace(/From [0-9a-f]{10}/, '');
    const active: readonly RegExp[] = [
      /@\w/,
      /#\d/,
      /G[HL]-\d/i,
      /!\d/,
      /(?<!\w)%["\w]/,
      /:\/\//,
      /www\./i,
      /\b[0-9a-f]{7,40}\b/,
      /:tada:/,
      /(?<!\\)\$/,
      /(?<!\\)~/,
      /<(?!\/?(?:details|summary|sub|br)>)/,
      /(?<!\\)\[/,
      /(?<!\\)`(?![\w./-]+`|[ ,|])/,
      /\u202e/,
    ];
    for (const pattern of active) assert.doesNotMatch(text, pattern);
    // No line begins with what somebody wrote: no heading, no list, no quick action, no workflow command.
    for (const line of text.split('\n'))
      assert.match(line, /^(?:$|\||\*\*\d|\*\*launch moves |\*\*Risks, |<\/?(?:details|sub)>)/, line);
    assert.equal(text.split('<details>').length, text.split('</details>').length);
    for (const line of text.split('\n').filter((each) => each.startsWith('| new risk')))
      assert.equal(line.replace(/\\\|/g, '').split('|').length, 5, line);
    // Mermaid draws a title as text: nothing of it ends the fence, the label or the line.
    const [, source = ''] = /```mermaid\n([\s\S]*?)```\n/.exec(stdout) ?? [];
    assert.match(source, /^flowchart LR\n( {2}.*\n)+$/);
    assert.doesNotMatch(source, /<(?!br\/>)|`|https:\/\/|\*\*/);
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
    assert.match(stdout, /… and 2,9\d\d more: `milepost diff` lists them all\.\n/);
    assert.match(stdout, /<\/sub>\n$/);
    const long = Array.from({ length: 400 }, (_, n) => `  - { id: R-${n}, title: "${'word '.repeat(100)}" }\n`);
    repository.write({ 'plan.md': plan('7d', `risks:\n${long.join('')}`) });
    const cut = (await diff('HEAD', '--format', 'markdown')).stdout;
    assert.ok(cut.length < 65_536 && cut.length > 40_000, String(cut.length));
    assert.match(cut, /… and 3\d\d more/);
    assert.equal(cut.split('<details>').length, cut.split('</details>').length);
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
    assert.deepEqual(
      lines.filter((line) => !line.startsWith('::')).map((line) => line.slice(0, 11)),
      ['Plan: launc'],
    );
  });

  for (const change of EXAMPLE_CHANGES) {
    it(`says of the example, ${change.name}, what its page in docs/pull-requests shows`, async () => {
      const files = filesIn(new URL('../../examples/atlas/', import.meta.url));
      repository = new TestRepository();
      repository.commit('2026-11-20', files);
      repository.commit('2026-11-21', change.apply(files));
      const { stdout } = await diff('HEAD~1', 'HEAD', '--format', 'markdown', '--today', '2026-11-21');
      const page = readFileSync(new URL(`../../docs/pull-requests/${change.name}.md`, import.meta.url), 'utf8');
      const [, shown = ''] = page.split('\n---\n\n');
      const plain = (text: string): string => text.replace(/From [0-9a-f]{10} to [0-9a-f]{10}/, 'From … to …');
      assert.equal(plain(stdout), plain(shown));
      const list = readFileSync(new URL('../../docs/pull-requests.md', import.meta.url), 'utf8');
      const [, verdict = '?'] =
        new RegExp(`\\(pull-requests/${change.name}\\.md\\)[^|]*\\| (.*?)…? \\|`).exec(list) ?? [];
      assert.ok(stdout.replaceAll('**', '').startsWith(verdict), verdict);
    });
  }

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
    assert.match(stdout, /^launch moves from 6 to 9 November \(1 working day later\), through api\.\n/);
    assert.equal(repository.git('status', '--porcelain'), ' M plans/atlas/plan.md\n M x.md\n');
  });

  it('suggests the branch or the tag that was probably meant, and the same way from it', async () => {
    repository.commit('2026-10-02', { 'plan.md': plan('6d') });
    repository.git('tag', 'v1-plan');
    repository.git('branch', 'release/autumn');
    for (const [args, near] of [
      [['v1-plam'], 'v1-plan'],
      [['mian', '--merge-base'], 'main'],
      [['HEAD', 'releas/autumn'], 'release/autumn'],
      [['v1-plam~1'], 'v1-plan~1'],
    ] as const) {
      const { status, stderr } = await diff(...args);
      assert.equal(status, 2);
      assert.match(
        stderr,
        new RegExp(`^milepost: there is no commit "[^"]+": did you mean "${near}"\\?\n$`),
        args.join(' '),
      );
    }
    for (const name of ['v1-plan~9', 'v1-plam~9', 'v2-plan', '--output=x', '~1'])
      assert.match((await diff('--', name)).stderr, /: write a branch, a tag or a hash\n$/, name);
    const command = (...args: string[]) => inProcessWith(GIT_ENV, repository.folder, ...args, ...today);
    assert.match((await command('report', '--since', 'mian')).stderr, /there is no "mian": did you mean "main"\?\n$/);
    assert.match((await command('history', '--since', 'mian')).stderr, /there is no "mian": did you mean "main"\?\n$/);
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
