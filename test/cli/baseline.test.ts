import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { scheduleSchema, showSchema } from './schemas.ts';
import { inProcessWith } from './support.ts';

const plan = (duration: string): string => `---
type: program
id: atlas
owner: maria
start: 2026-11-02
goal: launch
milestones:
  - { id: api, owner: maria, duration: ${duration} }
  - { id: launch, owner: maria, depends_on: [api] }
---
`;

describe('a baseline', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  let env: NodeJS.ProcessEnv;
  const run = (...args: string[]) => inProcessWith(env, repository.folder, ...args, '--today', '2026-11-02');

  beforeEach(() => {
    env = { ...GIT_ENV, XDG_CACHE_HOME: temporaryFolder() };
    repository = new TestRepository(join(temporaryFolder(), 'plan'));
    repository.commit('2026-11-02', { 'plan.md': plan('5d'), 'milepost.yaml': '' });
    repository.git('tag', 'v1-plan');
    repository.commit('2026-11-02', { 'plan.md': plan('8d'), 'milepost.yaml': 'baseline: v1-plan\n' });
  });

  it('gives the drift of items and programs, as text', async () => {
    const schedule = await run('schedule');
    assert.match(schedule.stdout, /, 8 working days, 3 working days later than at v1-plan \(2026-11-06\)\n/);
    assert.match(
      schedule.stdout,
      /id +start +finish +due +slip +drift +float +margin +driven by\n +\* +api .* \+3d +0d/,
    );
    assert.match((await run('show', 'api')).stdout, /\n {2}baseline +2026-11-06 \(\+3d since v1-plan\)\n/);
    const without = await run('schedule', '--no-git');
    assert.doesNotMatch(without.stdout, /drift|v1-plan/);
  });

  it('has a column of its own in a report, and a sentence', async () => {
    const { stdout } = await run('report');
    assert.match(stdout, /The baseline v1-plan has 6 November, 3 working days earlier\./);
    assert.match(stdout, /^\| Milestone \| Baseline v1-plan \| Due \| Forecast \| Slip \|$/m);
    assert.match(stdout, /^\| \[launch\]\(plan\.md\) \(maria\) \| 6 November \| \| 11 November \| \|$/m);
    assert.match((await run('report', '--format', 'html')).stdout, /class="baseline"/);
  });

  it('gives it as JSON, as docs/cli.md promises', async () => {
    const schedule = scheduleSchema.parse(JSON.parse((await run('schedule', '--format', 'json')).stdout));
    const [program = assert.fail()] = schedule.programs;
    assert.deepEqual([program.baseline, program.drift, program.driftCalendarDays], ['2026-11-06', 3, 5]);
    assert.deepEqual(
      schedule.items.map(({ id, baseline, drift }) => [id, baseline, drift]),
      [
        ['atlas/api', '2026-11-06', 3],
        ['atlas/launch', '2026-11-06', 3],
      ],
    );
    const show = showSchema.parse(JSON.parse((await run('show', 'api', '--format', 'json')).stdout));
    assert.equal(show.items[0]?.schedule?.drift, 3);
  });

  it('is read once, and found again; a file that is cut off or altered does not count', async () => {
    const first = (await run('schedule', '--format', 'json')).stdout;
    const folder = join(env['XDG_CACHE_HOME'] as string, 'milepost', 'history');
    const file = () => join(folder, readdirSync(folder).find((name) => name.endsWith('.baseline')) ?? assert.fail());
    const kept = readFileSync(file());
    assert.equal((await run('schedule', '--format', 'json')).stdout, first);
    for (const content of [kept.subarray(0, kept.length - 9), Buffer.from('{}\n'), kept.map((byte) => byte ^ 1)]) {
      writeFileSync(file(), content);
      assert.equal((await run('schedule', '--format', 'json')).stdout, first);
      assert.deepEqual(readFileSync(file()), kept);
    }
    // What the tag names now is another commit.
    repository.git('tag', '-f', 'v1-plan', 'HEAD');
    assert.match((await run('schedule')).stdout, /, as at v1-plan\n/);
  });

  it('is a finding where there is no such revision, and no word where there is no git', async () => {
    repository.write({ 'milepost.yaml': 'baseline: v2\n' });
    const { stdout, status } = await run('check');
    assert.match(
      stdout,
      /milepost\.yaml\n +1:11 +warning +the baseline "v2" cannot be measured against: there is no such/,
    );
    assert.equal(status, 0);
    for (const name of ['--output=x', '-x', '"a\\nb"', '"v1-plan:plan.md"']) {
      repository.write({ 'milepost.yaml': `baseline: ${name}\n` });
      assert.match((await run('check')).stdout, /unknown-baseline/, name);
    }
    repository.write({ 'milepost.yaml': 'baseline: v2\n' });
    env = { XDG_CACHE_HOME: temporaryFolder() };
    assert.doesNotMatch((await run('check')).stdout, /unknown-baseline/);
  });

  it('says that a shallow clone does not have it', async () => {
    const clone = new TestRepository(temporaryFolder());
    clone.git('fetch', '-q', '--depth=1', `file://${repository.folder}`, 'main');
    clone.git('checkout', '-q', 'FETCH_HEAD');
    const { stdout } = await inProcessWith(env, clone.folder, 'check', '--today', '2026-11-02');
    assert.match(stdout, /this clone is shallow, and there is no such branch, tag or commit in it: fetch it/);
  });
});
