import assert from 'node:assert/strict';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { historySchema } from './schemas.ts';
import { inProcessWith } from './support.ts';

const program = (freeze: string, more = ''): string => `---
type: program
id: atlas
title: Atlas
start: 2026-09-01
goal: launch
milestones:
${freeze}  - { id: launch, due: 2026-12-18, depends_on: [api-freeze] }
decisions:
  - { id: D-1, title: Freeze later, status: accepted, date: 2026-10-01, relates_to: [api-freeze] }
${more}---
`;
const entry = (due: string, id = 'api-freeze'): string =>
  `  - { id: ${id}, title: The API is frozen, owner: maria, due: ${due} }\n`;

describe('milepost history', () => {
  after(removeTemporaryFolders);

  const today = ['--today', '2026-11-02'];
  let repository: TestRepository;
  const history = (...args: string[]) => inProcessWith(GIT_ENV, repository.folder, 'history', ...today, ...args);
  const hash = (revision: string): string => repository.git('rev-parse', revision).trim();
  const short = (revision: string): string => hash(revision).slice(0, 10);

  beforeEach(() => {
    repository = new TestRepository(join(temporaryFolder(), 'plan'));
    repository.commit('2026-09-01', { 'plan.md': program(entry('2026-11-20')) });
    repository.git('tag', 'v1');
    repository.commit('2026-10-02', { 'plan.md': program(entry('2026-11-27')) });
    // Another file, another way of writing, another id.
    repository.commit('2026-10-12', {
      'plan.md': program('').replaceAll('api-freeze', 'freeze'),
      'm/freeze.md':
        '---\ntype: milestone\nid: freeze\ntitle: The API is frozen\nowner: maria\ndue: 2026-11-27\n---\n\nProse.\n',
    });
  });

  it('tells every due date of an item, through other ids and files, and why it moved', async () => {
    repository.write({
      'm/freeze.md': '---\ntype: milestone\nid: freeze\ntitle: The API is frozen\nowner: chen\ndue: 2026-12-11\n---\n',
    });
    const { stdout, stderr, status } = await history('freeze');
    assert.equal(
      stdout,
      `The API is frozen
atlas/freeze · m/freeze.md

Due 2026-12-11: moved twice, 15 working days later (+21 days) than 2026-11-20.

Due dates
  2026-09-01   2026-11-20                           Maria  ${short('v1')}  On 2026-09-01
  2026-10-02   2026-11-20 → 2026-11-27  +5d (+7)    Maria  ${short('HEAD~1')}  On 2026-10-02 · decision D-1, Freeze later
  uncommitted  2026-11-27 → 2026-12-11  +10d (+14)

Everything else
  2026-09-01   added; file plan.md; status planned; owner maria                Maria  ${short('v1')}
  2026-10-12   id atlas/api-freeze → atlas/freeze; file plan.md → m/freeze.md  Maria  ${short('HEAD')}
  uncommitted  owner maria → chen
`,
    );
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('is JSON for programs, as docs/cli.md promises', async () => {
    const { stdout } = await history('freeze', '--format', 'json');
    const { items, since, complete, programs } = historySchema.parse(JSON.parse(stdout));
    assert.deepEqual([since, complete, programs], [null, true, []]);
    const [{ id, first, due, timesMoved, workingDaysMoved, calendarDaysMoved, changes } = assert.fail()] = items;
    assert.deepEqual(
      [id, first, due, timesMoved, workingDaysMoved, calendarDaysMoved],
      ['atlas/freeze', '2026-11-20', '2026-11-27', 1, 5, 7],
    );
    assert.deepEqual(
      changes.map(({ change, commit, fields }) => [change, commit?.hash, fields.map(({ field }) => field)]),
      [
        ['added', hash('v1'), ['due', 'type', 'id', 'file', 'title', 'status', 'owner']],
        ['changed', hash('HEAD~1'), ['due']],
        ['changed', hash('HEAD'), ['id', 'file']],
      ],
    );
  });

  it('tells how the finish of programs has wandered, and what has moved most', async () => {
    const { stdout } = await history();
    assert.equal(
      stdout,
      `Atlas
atlas · forecast at 3 commits that changed the plan

Forecast to finish on 2026-12-18, as on 2026-09-01.

Finish
  2026-09-01  2026-12-18  Maria  ${short('v1')}  On 2026-09-01

Moved most
  freeze  2026-11-20 → 2026-11-27  +5d (+7)  moved once  The API is frozen
`,
    );
    repository.write({ 'plan.md': program('').replaceAll('api-freeze', 'freeze').replace('2026-12-18', '2027-01-15') });
    const moved = await history('atlas');
    assert.match(
      moved.stdout,
      /\nForecast to finish on 2027-01-15; on 2026-09-01 it was 2026-12-18: 20 working days later/,
    );
    assert.match(moved.stdout, /\n {2}now +2026-12-18 → 2027-01-15 +\+20d \(\+28\)\n/);
    const { programs, items, samples } = historySchema.parse(
      JSON.parse((await history('atlas', '--format', 'json', '--samples', '2')).stdout),
    );
    assert.deepEqual([samples, items.map(({ id }) => id)], [2, ['atlas']]);
    assert.deepEqual(
      programs.map(({ finish, workingDaysMoved, finishes, milestones }) => [
        finish,
        workingDaysMoved,
        finishes.map((point) => [point.asOf, point.finish]),
        milestones.map(({ id, timesMoved }) => [id, timesMoved]),
      ]),
      [
        [
          '2027-01-15',
          20,
          [
            ['2026-09-01', '2026-12-18'],
            ['2026-10-12', '2026-12-18'],
          ],
          [
            ['atlas/launch', 1],
            ['atlas/freeze', 1],
          ],
        ],
      ],
    );
  });

  it('counts from a revision, a day, or the baseline of the plan', async () => {
    const verdict = async (...args: string[]) => (await history('freeze', ...args)).stdout.split('\n')[3];
    repository.write({
      'm/freeze.md': '---\ntype: milestone\nid: freeze\ntitle: The API is frozen\ndue: 2026-12-11\n---\n',
    });
    assert.match(
      (await verdict('--since', 'HEAD')) ?? '',
      /moved once since HEAD, 10 working days later \(\+14 days\) than 2026-11-27/,
    );
    assert.match((await verdict('--since', '2026-10-05')) ?? '', /moved once since 2026-10-05/);
    assert.match((await verdict('--since', 'v1')) ?? '', /moved twice since v1, 15 working days later/);
    repository.write({ 'milepost.yaml': 'baseline: v1\n' });
    assert.match((await verdict()) ?? '', /moved twice since v1/);
    repository.write({ 'milepost.yaml': 'baseline: v9\n' });
    const { stdout, stderr } = await history('freeze');
    assert.match(stderr, /the baseline "v9" of the plan is no commit here/);
    assert.match(stdout, /: moved twice, 15/);
  });

  it('finds what is gone, and what an item was called before', async () => {
    repository.commit('2026-10-20', { 'm/freeze.md': undefined });
    assert.match((await history('freeze')).stdout, /atlas\/freeze · m\/freeze.md · no longer in the plan\n/);
    assert.match((await history('atlas/api-freeze')).stdout, /^The API is frozen\n/);
    const { stderr, status } = await history('frieze');
    assert.match(stderr, /^milepost: there is no item "frieze", and there was none: did you mean freeze\?\n$/);
    assert.equal(status, 2);
  });

  it('takes no name for an option (row 43), and says in one line what is wrong', async () => {
    for (const [args, why] of [
      [['--since=--output=x'], /--since takes a branch, a tag, a hash or a day, and there is no "--output=x"/],
      [['--since=-n1'], /there is no "-n1"/],
      [['--since=v1\n--all'], /there is no "v1\\u\{a\}--all"/],
      [['--samples', 'x'], /--samples takes a number of commits up to 1000/],
      [['--samples', '1001'], /--samples takes a number/],
      [['a', 'b'], /history takes the id of one item/],
    ] as const) {
      const { stderr, stdout, status } = await history(...args);
      assert.match(stderr, why);
      assert.deepEqual([stderr.split('\n').length, stdout, status], [2, '', 2]);
    }
    const { stderr } = await inProcessWith({}, repository.folder, 'history');
    assert.equal(stderr, 'milepost: there is no history to tell: there is no git in PATH\n');
  });

  it('shows what a terminal would act on (row 45)', async () => {
    const env = {
      GIT_AUTHOR_NAME: 'Ma\u001b[31mria\u202e',
      GIT_AUTHOR_DATE: '2026-10-20T12:00:00Z',
      GIT_COMMITTER_DATE: '2026-10-20T12:00:00Z',
    };
    repository.write({ 'm/freeze.md': '---\ntype: milestone\nid: freeze\ntitle: "T\\e[0m"\ndue: 2026-12-11\n---\n' });
    repository.git('add', '-A');
    repository.gitWith({ env }, 'commit', '-q', '-m', 'It \u001b]8;;http://x\u0007moved\u0008');
    for (const args of [['freeze'], [], ['freeze', '--format', 'json']]) {
      const { stdout } = await history(...args);
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
    }
    assert.match((await history('freeze')).stdout, /Ma\\u\{1b\}\[31mria\\u\{202e\}/);
  });
});
