import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tagAction } from '../../scripts/release/tag-action.ts';
import { GithubServer } from '../support/github-server.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const TOKEN = 'ghs_0123456789';

/** A plan whose dates do not depend on the day on which this runs. */
const plan = (duration: string, more = ''): string =>
  `---\ntype: program\nid: atlas\nstart: 2030-11-04\ngoal: launch\nmilestones:\n  - { id: api, duration: ${duration} }\n  - { id: launch, depends_on: [api] }\n${more}---\n`;

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  readonly output: string;
}

/** The action as a workflow has it: action.yml, and the one file that it names. */
function releasedAction(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dist'));
  for (const file of ['action.yml', 'dist/action.cjs']) copyFileSync(root(file), join(folder, file));
  return folder;
}

describe('the GitHub Action', () => {
  let action: string;
  let github: GithubServer;
  let repository: TestRepository;
  let base: string;
  let head: string;

  before(() => {
    action = releasedAction();
  });
  beforeEach(async () => {
    github = new GithubServer();
    await github.start();
    repository = new TestRepository();
    base = repository.commit('2026-10-01', { 'plan.md': plan('5d') });
    repository.git('checkout', '-q', '-b', 'side');
    head = repository.commit('2026-10-02', { 'plan.md': plan('7d') });
    repository.git('checkout', '-q', 'main');
    // What others did meanwhile is none of the pull request.
    repository.commit('2026-10-03', { 'other.md': '---\ntype: milestone\nid: other\nprogram: atlas\n---\n' });
    repository.git('merge', '-q', '--no-ff', '-m', 'as GitHub checks it out', 'side');
  });
  afterEach(() => github.stop());
  after(removeTemporaryFolders);

  /** Runs the action on a recorded event, with inputs of its own, as a runner does: by its environment. */
  function run(event: string, inputs: Record<string, string> = {}, more: NodeJS.ProcessEnv = {}): Promise<Run> {
    const folder = temporaryFolder();
    const file = (name: string): string => join(folder, name);
    const recorded = readFileSync(root(`test/fixtures/github/${event}.json`), 'utf8');
    writeFileSync(file('event.json'), recorded.replaceAll('BASE_SHA', base).replaceAll('HEAD_SHA', head));
    for (const name of ['summary', 'output']) writeFileSync(file(name), '');
    const given = { token: TOKEN, comment: 'true', 'fail-on': 'error', 'working-directory': '.', base: '', ...inputs };
    const names = event === 'workflow-run' || event === 'push' ? event.replace('-', '_') : 'pull_request';
    const env = {
      ...GIT_ENV,
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'fjordpay/program',
      GITHUB_RUN_ID: '4711',
      GITHUB_WORKSPACE: repository.folder,
      GITHUB_EVENT_NAME: names,
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_SHA: repository.git('rev-parse', 'HEAD').trim(),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_OUTPUT: file('output'),
      ...more,
    };
    const [, main] = /^ {2}main: (.+)$/m.exec(readFileSync(join(action, 'action.yml'), 'utf8')) as string[];
    const child = spawn(process.execPath, [join(action, main as string)], { cwd: repository.folder, env });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
      });
    }
    return new Promise((resolve) => {
      child.on('close', (status) =>
        resolve({
          status,
          ...said,
          summary: readFileSync(file('summary'), 'utf8'),
          output: readFileSync(file('output'), 'utf8'),
        }),
      );
    });
  }

  const VERDICT = 'launch moves from 8 to 12 November 2030 (2 working days later), through api';

  it('comments on a pull request, writes the summary, annotates, and hands on the verdict', async () => {
    const { status, stdout, stderr, summary, output } = await run('opened');
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(github.written, ['POST /api/v3/repos/fjordpay/program/issues/214/comments']);
    const [comment] = github.comments;
    assert.match(
      comment?.body ?? '',
      /^<!-- milepost -->\n\*\*launch moves from 8 to 12 November 2030 \(2 working days later\), through api\*\*\.\n/,
    );
    assert.equal(summary.trimEnd(), comment?.body.replace('<!-- milepost -->\n', '').trimEnd());
    assert.match(stdout, /^::notice file=plan\.md,line=7,.*title=milepost diff::atlas\/api moves by \+2d/m);
    assert.match(output, new RegExp(`^verdict<<(end-[0-9a-f-]+)\\n${VERDICT.replace(/[()]/g, '\\$&')}\\.\\n\\1\\n`));
    assert.match(output, /working-days-moved<<(end-[0-9a-f-]+)\n2\n\1\n$/);
    // What others did on main meanwhile is not told.
    assert.doesNotMatch(summary, /other/);
    assert.ok(github.asked.every(({ authorization }) => authorization === `Bearer ${TOKEN}`));
    assert.doesNotMatch(stdout + summary + output, new RegExp(TOKEN));
  });

  it('updates its own comment, wherever it stands, and no other', async () => {
    for (let n = 0; n < 130; n++) github.comment(`Comment ${n}`);
    const forged = github.comment('<!-- milepost -->\nlaunch moves nowhere.', 'mallory', 'User');
    const quoting = github.comment('As it says:\n<!-- milepost -->', 'helper[bot]', 'Bot');
    const own = github.comment('<!-- milepost -->\nIt was otherwise.', 'github-actions[bot]', 'Bot');
    assert.equal((await run('synchronize')).status, 0);
    assert.deepEqual(github.written, [`PATCH /api/v3/repos/fjordpay/program/issues/comments/${own.id}`]);
    assert.match(own.body, /^<!-- milepost -->\n\*\*launch moves/);
    assert.equal(forged.body, '<!-- milepost -->\nlaunch moves nowhere.');
    assert.equal(quoting.body, 'As it says:\n<!-- milepost -->');
    assert.deepEqual(
      github.asked.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/.*\?/, '')),
      ['per_page=100&page=1', 'per_page=100&page=2'],
    );
    // Nothing new to say is not said again.
    const before = github.asked.length;
    await run('synchronize');
    assert.deepEqual(
      github.asked.slice(before).map(({ method }) => method),
      ['GET', 'GET'],
    );
  });

  it('says nothing where the plan is the same, unless it has said something before', async () => {
    head = base;
    await run('opened');
    assert.deepEqual(github.written, []);
    const own = github.comment('<!-- milepost -->\nIt was otherwise.', 'github-actions[bot]', 'Bot');
    await run('synchronize');
    assert.match(own.body, /^<!-- milepost -->\nNothing of the plan has changed\.\n/);
  });

  it('begins a new comment where somebody has deleted it meanwhile', async () => {
    github.comment('<!-- milepost -->\nIt was otherwise.', 'github-actions[bot]', 'Bot');
    github.refuse = { PATCH: 404 };
    const { status } = await run('synchronize');
    assert.equal(status, 0);
    assert.deepEqual(
      github.written.map((each) => each.slice(0, 5)),
      ['PATCH', 'POST '],
    );
  });

  it('works for a pull request from a fork, whose token may not write: the summary says it all', async () => {
    github.refuse = { POST: 403 };
    const { status, stdout, summary } = await run('fork');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^::notice title=Milepost::no comment: the token may not write one, as for a pull request from a fork\./m,
    );
    assert.match(summary, /^\*\*launch moves/);
    // Without a token nobody is asked.
    const before = github.asked.length;
    assert.equal((await run('fork', { token: '' })).status, 0);
    assert.equal((await run('opened', { comment: 'false' })).status, 0);
    assert.equal(github.asked.length, before);
  });

  it('finds the pull request of a run, by its branch and commit, and reads no more than its commits', async () => {
    const pull = { number: 214, base: { sha: base }, head: { sha: head } };
    github.pulls = [{ number: 7, base: { sha: base }, head: { sha: base } }, pull];
    assert.equal((await run('workflow-run')).status, 0);
    assert.equal(
      github.asked[0]?.path,
      '/api/v3/repos/fjordpay/program/pulls?per_page=100&state=open&head=mallory%3Adates',
    );
    assert.deepEqual(github.written, ['POST /api/v3/repos/fjordpay/program/issues/214/comments']);
    // Who has pushed again is told by the next run.
    github.pulls = [{ ...pull, head: { sha: base } }];
    const { status, stdout } = await run('workflow-run');
    assert.equal(status, 0);
    assert.match(stdout, /^::notice title=Milepost::the run was for no open pull request/);
    assert.equal(github.written.length, 1);
  });

  it('row 46: takes nothing from a title or a branch, and lets nothing in a plan become a command', async () => {
    const title =
      'x"\n::error::owned\n::set-output name=verdict::fine $(touch owned) `touch owned` {{ secrets.TOKEN }} <!-- milepost --> @everyone';
    repository.git('checkout', '-q', '-b', 'x";touch$IFS@owned;#', base);
    head = repository.commit('2026-10-04', {
      'plan.md': plan('8d', `risks:\n  - { id: R-1, title: ${JSON.stringify(title)}, affects: [nowhere] }\n`).replace(
        'id: api,',
        `id: api, title: ${JSON.stringify(title)},`,
      ),
      '$(touch owned).md': '---\ntype: milestone\nid: other\nprogram: atlas\ndepends_on: [nowhere]\n---\n',
      '%0A::error::owned.md': '---\ntype: milestone\nid: another\nprogram: atlas\ndepends_on: [nowhere]\n---\n',
    });
    const { status, stdout, summary, output } = await run('hostile');
    assert.equal(status, 1, 'its references are faulty');
    const [comment] = github.comments;
    assert.deepEqual(github.written, ['POST /api/v3/repos/fjordpay/program/issues/214/comments']);
    // Neither the title nor the branch of the pull request is in anything that was said, asked or written.
    for (const text of [stdout, summary, output, JSON.stringify(github.asked)]) assert.doesNotMatch(text, /curl|evil/);
    // A line is a command of ours, or the verdict.
    for (const line of stdout.trimEnd().split('\n'))
      assert.match(line, /^(?:::(?:error|warning|notice) (?:file=|title=Milepost)|Plan: )/);
    assert.doesNotMatch(stdout, /^::(?:error::|set-output)/m);
    assert.equal(output.match(/^[\w-]+<</gm)?.length, 2);
    assert.equal((comment?.body ?? '').split('<!--').length, 2, 'one comment in HTML, which is the marker');
    assert.doesNotMatch(comment?.body ?? '', /@everyone/);
    assert.deepEqual(
      readdirSync(repository.folder).filter((name) => name === 'owned'),
      [],
    );
  });

  it('fails where it is asked to, with the comment written, and says what it could not do', async () => {
    assert.equal((await run('opened', { 'fail-on-slip': '1' })).status, 1);
    assert.equal(github.comments.length, 1);
    assert.equal((await run('opened', { 'fail-on-slip': '2' })).status, 0);
    for (const [inputs, said] of [
      [{ base: '--output=x' }, /there is no commit "--output=x"/],
      [{ base: 'nowhere' }, /there is no commit "nowhere".*fetch-depth: 0/],
      [{ 'fail-on': 'loud' }, /fail-on/],
      [{ 'fail-on-slip': '1; touch owned' }, /takes a number of working days/],
      [{ comment: 'perhaps' }, /the input comment is true or false/],
      [{ 'working-directory': 'nowhere' }, /nowhere/],
    ] as const) {
      const { status, stdout, stderr } = await run('opened', inputs);
      assert.equal(status, 1);
      assert.match(stdout, said);
      assert.match(stdout, /^::error title=Milepost::[^\n]+\n$/);
      assert.equal(stderr, '');
    }
  });

  it('compares what was pushed, and names what is missing on other events', async () => {
    const { status, summary } = await run('push');
    assert.equal(status, 0);
    assert.match(summary, /^\*\*launch moves/);
    assert.deepEqual(github.asked, []);
    base = '0'.repeat(40);
    assert.match((await run('push')).stdout, /nothing to compare with: name a branch in the input base/);
    assert.equal((await run('push', { base: 'main' })).status, 0);
  });

  it('does not fail because GitHub does, and is led nowhere else', async () => {
    github.refuse = { GET: 502 };
    const { status, stdout } = await run('opened');
    assert.equal(status, 0);
    assert.match(stdout, /^::warning title=Milepost::no comment: GitHub answers 502 to GET\./m);
    github.refuse = {};
    const other = new GithubServer();
    await other.start();
    github.redirect = other.url;
    assert.match((await run('opened')).stdout, /^::warning title=Milepost::no comment: GitHub does not answer/m);
    assert.deepEqual(other.asked, []);
    await other.stop();
  });

  it('row 44: cuts a comment that is too long, and links to the whole', async () => {
    const risks = Array.from({ length: 400 }, (_, n) => `  - { id: R-${n}, title: "${'word '.repeat(60)}${n}" }\n`);
    repository.git('checkout', '-q', '-b', 'long', base);
    head = repository.commit('2026-10-04', { 'plan.md': plan('8d', `risks:\n${risks.join('')}`) });
    const { summary } = await run('opened');
    const [comment] = github.comments;
    assert.ok((comment?.body.length ?? 0) < 65_536);
    assert.match(
      comment?.body ?? '',
      /\[the summary of the check\]\(https:\/\/github\.example\/fjordpay\/program\/actions\/runs\/4711\) has all of it/,
    );
    assert.match(summary, /R-399/);
    assert.ok(Buffer.byteLength(summary) < 1 << 20);
  });

  it('is released as a commit that holds what a workflow needs, and nothing else', () => {
    assert.deepEqual(tagAction(repository.folder, 'v1.2.3'), ['v1.2.3', 'v1']);
    const files = repository.git('ls-tree', '-r', '--name-only', 'v1').trimEnd().split('\n');
    assert.deepEqual(files, ['LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.txt', 'action.yml', 'dist/action.cjs']);
    assert.equal(repository.git('show', 'v1:dist/action.cjs'), readFileSync(root('dist/action.cjs'), 'utf8'));
    assert.throws(() => tagAction(repository.folder, 'v1.2.3'), /is there already/);
    assert.throws(() => tagAction(repository.folder, '--force'), /a version is v1\.2\.3/);
    tagAction(repository.folder, 'v1.3.0');
    assert.equal(repository.git('rev-parse', 'v1'), repository.git('rev-parse', 'v1.3.0'));
  });

  it('names a plan in another folder where there is none in its own', async () => {
    repository.git('checkout', '-q', '--orphan', 'below');
    repository.git('rm', '-rqf', '.');
    base = repository.commit('2026-10-04', { 'docs/a/milepost.yaml': '', 'docs/a/plan.md': plan('5d') });
    head = repository.commit('2026-10-05', { 'docs/a/plan.md': plan('9d') });
    const { status, stdout } = await run('opened');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^::warning title=Milepost::there is no plan here, but one in "docs\/a": name .*working-directory$/m,
    );
    assert.doesNotMatch((await run('opened', { 'working-directory': 'docs/a' })).stdout, /no plan here/);
  });

  it('has a comment of its own for each plan of a repository', async () => {
    repository.git('checkout', '-q', '-b', 'two', base);
    base = repository.commit('2026-10-04', { 'plans/b/milepost.yaml': '', 'plans/b/plan.md': plan('5d') });
    head = repository.commit('2026-10-05', { 'plans/b/plan.md': plan('9d') });
    await run('opened', { 'working-directory': 'plans/b' });
    assert.match(github.comments[0]?.body ?? '', /^<!-- milepost plans%2Fb -->\n/);
    await run('synchronize', { 'working-directory': 'plans/b' });
    assert.equal(github.comments.length, 1);
  });
});
