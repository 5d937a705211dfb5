import assert from 'node:assert/strict';
import { EXAMPLE_CHANGES } from '../../scripts/generate/atlas-changes.ts';
import { filesIn } from '../support/folder.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository } from '../support/repository.ts';
import { compareSchema } from './schemas.ts';
import { inProcessWith } from './support.ts';

describe('milepost compare', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  const compare = (...args: string[]) =>
    inProcessWith(GIT_ENV, repository.folder, 'compare', '--today', '2026-11-21', ...args);

  /** The example, with a branch for each change to it. */
  before(() => {
    const files = filesIn(new URL('../../examples/atlas/', import.meta.url));
    repository = new TestRepository();
    repository.commit('2026-11-20', files);
    for (const change of EXAMPLE_CHANGES) {
      repository.git('checkout', '-q', '-b', change.name, 'main');
      repository.commit('2026-11-21', change.apply(files));
    }
    repository.git('checkout', '-q', 'slip');
    // What is not committed belongs to no option.
    repository.write({ 'milestones/schema-v2.md': undefined, 'extra.md': '---\ntype: milestone\nid: extra\n---\n' });
  });

  it('lays what branches make of a plan beside each other', async () => {
    const { stdout, stderr, status } = await compare('main', 'slip', 're-plan');
    assert.deepEqual([status, stderr], [0, '']);
    const hash = (name: string): string => repository.git('rev-parse', name).slice(0, 10);
    assert.equal(
      stdout,
      `atlas                   main                       slip                       re-plan
Finish                  17 Mar 2027                25 Mar 2027 (+6d)          16 Apr 2027 (+20d)
Goal is due             12 Mar 2027                12 Mar 2027                16 Apr 2027
Health                  red                        red                        red
Firm dates missed       2: go-live, api-launch     2: go-live, api-launch     3: pci-evidence, api-freeze, api-launch
Scope cancelled                                    none                       1: fraud-signals
Critical path           6 items, 139 working days  6 items, 145 working days  5 items, 159 working days
Exposure of open risks  23d                        23d                        23d
Decisions needed        3: D-7, D-8, D-9           3: D-7, D-8, D-9           2: D-8, D-9

Critical path
  main: schema-v2 → ledger-backfill → ledger-reconciled → payments-dual-run → merchant-cutover → go-live
  slip: schema-v2 → ledger-backfill → ledger-reconciled → payments-dual-run → merchant-cutover → go-live
  re-plan: auth-cutover → merchant-pilot → payments-dual-run → merchant-cutover → go-live

as of 2026-11-21: main is ${hash('main')}, slip is ${hash('slip')}, re-plan is ${hash('re-plan')}
`,
    );
    assert.match(repository.git('status', '--porcelain'), /^ D milestones\/schema-v2\.md\n\?\? extra\.md\n$/);
  });

  it('says of each option what scheduling it apart says', async () => {
    const names = EXAMPLE_CHANGES.map(({ name }) => name);
    const { stdout } = await compare('main', ...names, '--format', 'json');
    const { base, options, programs } = compareSchema.parse(JSON.parse(stdout));
    assert.deepEqual(
      options.map(({ name }) => name),
      names,
    );
    assert.equal(base.commit, repository.git('rev-parse', 'main').trim());
    const [atlas] = programs;
    assert.equal(programs.length, 1);
    for (const [at, { commit }] of [base, ...options].entries()) {
      const apart = repository.copy();
      apart.git('checkout', '-q', '--force', commit);
      apart.git('clean', '-fdq');
      const { stdout: said } = await inProcessWith(
        {},
        apart.folder,
        'schedule',
        '--no-git',
        '--today',
        '2026-11-21',
        '--format',
        'json',
      );
      const [{ finish, workingDays, criticalPath, health }] = JSON.parse(said).programs;
      const figures = at === 0 ? atlas?.base : atlas?.options[at - 1];
      assert.deepEqual(
        [figures?.finish, figures?.workingDays, figures?.criticalPath, figures?.health],
        [finish, workingDays, criticalPath, health.value],
      );
    }
    const risk = atlas?.options[names.indexOf('new-risk')];
    assert.equal(risk?.exposure, 30.5);
    assert.deepEqual(risk?.decisionsOpen, ['atlas/D-7', 'atlas/D-8', 'atlas/D-10', 'atlas/D-9']);
    assert.deepEqual(atlas?.options[names.indexOf('re-plan')]?.scopeCancelled, ['atlas/fraud-signals']);
  });

  it('is a table for a document, in which names of branches are text', async () => {
    repository.git('branch', '-f', 'a|b<img>@maria', 'slip');
    const { stdout } = await compare('main', 'a|b<img>@maria', '--format', 'markdown');
    assert.match(
      stdout,
      /^\| \*\*atlas\*\* \| `main` \| a\\\|b&lt;img&gt;@\u200bmaria \|\n\| --- \| --- \| --- \|\n\| Finish \| 17 Mar 2027 \| 25 Mar 2027 \(\+6d\) \|\n/,
    );
    for (const line of stdout.split('\n').filter((each) => each.startsWith('|')))
      assert.equal(line.replace(/\\\|/g, '').split('|').length, 5, line);
  });

  it('shows the programs that an option changes, or the one that is named', async () => {
    const two = new TestRepository();
    const program = (id: string, duration: string): string =>
      `---\ntype: program\nid: ${id}\nstart: 2026-11-23\nmilestones:\n  - { id: ${id}-1, duration: ${duration} }\n---\n`;
    two.commit('2026-10-01', { 'a/README.md': program('a', '5d'), 'b/README.md': program('b', '5d') });
    two.git('checkout', '-q', '-b', 'x');
    two.commit('2026-10-02', { 'b/README.md': program('b', '3d') });
    const said = async (...args: string[]) =>
      inProcessWith(GIT_ENV, two.folder, 'compare', '--today', '2026-11-21', ...args);
    assert.match((await said('main', 'x')).stdout, /^b +main +x\nFinish +27 Nov +25 Nov \(−2d\)\n/);
    assert.match((await said('main', 'x', '--program', 'a')).stdout, /^a +main +x\nFinish +27 Nov +27 Nov\n/);
    assert.equal((await said('main', 'main')).stdout.match(/^Finish/gm)?.length, 2);
    const { status, stderr } = await said('main', 'x', '--program', 'c');
    assert.equal(status, 2);
    assert.match(stderr, /no side has a program "c": write \S+/);
    // A program that only one side has is compared with nothing.
    two.commit('2026-10-03', { 'c/README.md': program('c', '2d') });
    assert.match((await said('main', 'x', '--program', 'c')).stdout, /^c +main +x\nFinish +– +24 Nov\n/);
  });

  it('row 43: takes no revision for an option, and says what is missing', async () => {
    for (const [args, said] of [
      [[], /name a base and the options/],
      [['main'], /name a base and the options/],
      [['main', 'nowhere'], /there is no commit "nowhere"/],
      [['--', 'main', '--output=x'], /there is no commit "--output=x"/],
    ] as const) {
      const { status, stdout, stderr } = await compare(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, said);
    }
  });
});
