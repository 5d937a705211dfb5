import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProcessWith } from '../cli/support.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';

/** How many histories are made up. More by the environment, for a long run. */
const { MILEPOST_DIFFS } = process.env;
const RUNS = Number(MILEPOST_DIFFS ?? 12);
const COMMITS = 5;

type Files = Record<string, string | undefined>;

/** The next commit: documents written anew, broken, moved, gone; or lines of theirs changed. */
function nextFiles(chance: Chance, now: ReadonlyMap<string, string>): Files {
  const changed: Files = {};
  for (const [path, text] of now) {
    if (chance.is(0.08)) changed[path] = undefined;
    else if (chance.is(0.09))
      Object.assign(changed, { [path]: undefined, [`moved/${path.replace(/^moved\//, '')}`]: text });
    else if (chance.is(0.5)) changed[path] = withOtherLines(chance, text);
  }
  if (chance.is(0.3)) Object.assign(changed, aPlan(chance));
  if (chance.is(0.2)) changed['milepost.yaml'] = `calendar: { holidays: [2026-12-0${1 + chance.below(8)}] }\n`;
  return changed;
}

const withOtherLines = (chance: Chance, text: string): string =>
  text
    .replace(/(duration: )\d+/g, (_, key) => `${key}${1 + chance.below(20)}`)
    .replace(/(due: )2\d{3}-\d\d-\d\d/g, (line, key) =>
      chance.is(0.3) ? `${key}2027-0${1 + chance.below(9)}-11` : line,
    )
    .replace(/\bledger\b/g, (id) => (chance.is(0.05) ? 'ledger-v2' : id))
    .replace(/\n---/, (end) => (chance.is(0.04) ? '' : end));

/** A history with branches and merges, in a folder named `plan`: the commits, in order. */
function history(seed: number): { readonly repository: TestRepository; readonly commits: readonly string[] } {
  const chance = new Chance(seed);
  const folder = join(temporaryFolder(), 'plan');
  mkdirSync(folder);
  const repository = new TestRepository(folder);
  const commits = [repository.commit('2026-10-01')];
  const now = new Map<string, string>();
  for (let at = 0; at < COMMITS; at++) {
    const files = at === 0 ? { ...aPlan(chance), 'milepost.yaml': '' } : nextFiles(chance, now);
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) now.delete(path);
      else now.set(path, text);
    }
    if (at === 2) repository.git('checkout', '-q', '-b', 'side');
    commits.push(repository.commit(`2026-10-1${at}`, files));
    if (at === 3) {
      repository.git('checkout', '-q', 'main');
      commits.push(repository.commit('2026-10-20', { 'meanwhile.md': '---\ntype: milestone\ndue: 2026-12-01\n---\n' }));
      repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
      commits.push(repository.git('rev-parse', 'HEAD').trim());
    }
  }
  return { repository, commits };
}

/** What the plan says of itself at a revision, checked out in a folder of the same name. */
async function apart(repository: TestRepository, commit: string) {
  const folder = join(temporaryFolder(), 'plan');
  repository.git('worktree', 'add', '-q', '--detach', folder, commit);
  const asked = async (command: string) => {
    const { stdout, stderr } = await inProcessWith({}, folder, command, '--no-git', '--format', 'json');
    return stdout === '' ? assert.fail(stderr) : JSON.parse(stdout);
  };
  return { ...(await asked('schedule')), findings: (await asked('check')).findings, all: (await asked('list')).items };
}

type Apart = Awaited<ReturnType<typeof apart>>;

const countOf = (all: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** The forecasts of the items whose ids are not doubled, by id. */
function forecasts({ items, all }: Apart): ReadonlyMap<string, string> {
  const counts = countOf(
    all.map(({ id, type }: { id: string; type: string }) => (type === 'program' ? `program ${id}` : id)),
  );
  return new Map(
    items
      .filter(({ id }: { id: string }) => counts.get(id) === 1)
      .map(({ id, finish }: { id: string; finish: string }) => [id, finish]),
  );
}

describe('milepost diff, between any two revisions', function () {
  this.timeout(0);
  after(removeTemporaryFolders);

  it('says what scheduling both apart says', async () => {
    let pairs = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const { repository, commits } = history(seed);
      const chance = new Chance(seed + 1000);
      for (const [a, b] of [
        [commits[0], commits.at(-1)],
        [chance.of(commits), chance.of(commits)],
        [commits.at(-2), undefined],
      ]) {
        await check(repository, a as string, b ?? (commits.at(-1) as string), b === undefined, `seed ${seed}`);
        pairs++;
      }
    }
    assert.equal(pairs, 3 * RUNS);
  });

  async function check(repository: TestRepository, a: string, b: string, inTree: boolean, name: string): Promise<void> {
    const revisions = inTree ? [a] : [a, b];
    const { stdout, stderr } = await inProcessWith(
      GIT_ENV,
      repository.folder,
      'diff',
      ...revisions,
      '--format',
      'json',
    );
    assert.notEqual(stdout, '', `${name}: ${stderr}`);
    const diff = JSON.parse(stdout);
    const [base, head] = [await apart(repository, a), await apart(repository, b)];
    const finishes = ({ programs }: Apart): Record<string, string> =>
      Object.fromEntries(programs.map(({ id, finish }: { id: string; finish: string }) => [id, finish]));
    const [was, is] = [finishes(base), finishes(head)];
    for (const { id, finish, criticalPath } of diff.programs) {
      assert.deepEqual(finish, { base: was[id] ?? null, head: is[id] ?? null }, `${name}: ${id}`);
      for (const [side, said] of [
        [base, criticalPath.base],
        [head, criticalPath.head],
      ] as const) {
        assert.deepEqual(said, side.programs.find((program: { id: string }) => program.id === id)?.criticalPath ?? []);
      }
    }
    assert.deepEqual(
      diff.programs.map(({ id }: { id: string }) => id),
      [...new Set([...Object.keys(was), ...Object.keys(is)])].sort(),
    );
    // Whatever moved is told, with both dates; whatever did not is told with none, or not at all.
    const [before, now] = [forecasts(base), forecasts(head)];
    const told = new Map<
      string,
      { change: string; from?: string; forecast: { base: string | null; head: string | null } }
    >(diff.items.map((item: { id: string }) => [item.id, item]));
    for (const [id, finish] of now) {
      const one = told.get(id);
      if (one?.change === 'renamed') continue;
      if (before.has(id) && before.get(id) !== finish)
        assert.deepEqual(one?.forecast, { base: before.get(id), head: finish }, `${name}: ${id}`);
      else if (before.has(id) && one) assert.equal(one.forecast.base, one.forecast.head, `${name}: ${id}`);
    }
    const ids = ({ all }: Apart): Set<string> => new Set(all.map(({ id }: { id: string }) => id));
    const [old, current] = [ids(base), ids(head)];
    for (const { id, change, from } of diff.items) {
      if (change === 'added' || change === 'renamed') assert.ok(current.has(id), `${name}: ${id}`);
      if (change === 'removed') assert.ok(old.has(id), `${name}: ${id}`);
      if (change === 'renamed') assert.ok(old.has(from) && !old.has(id), `${name}: ${from} > ${id}`);
    }
    for (const id of current)
      if (!old.has(id)) assert.match(told.get(id)?.change ?? '', /^(?:added|renamed)$/, `${name}: ${id}`);
    // Of findings, those of the head are those of the base, less what is resolved, and what is new.
    const { new: added, resolved } = diff.findings;
    assert.equal(head.findings.length, base.findings.length - resolved.length + added.length, name);
    const has = (side: Apart, finding: object): boolean =>
      side.findings.some((each: object) => JSON.stringify(each) === JSON.stringify(finding));
    for (const finding of added) assert.ok(has(head, finding), `${name}: ${JSON.stringify(finding)}`);
    for (const finding of resolved) assert.ok(has(base, finding), `${name}: ${JSON.stringify(finding)}`);
  }

  it('says nothing between a revision and itself', async () => {
    const { repository, commits } = history(99);
    for (const commit of commits.slice(1)) {
      const { stdout, status } = await inProcessWith(GIT_ENV, repository.folder, 'diff', commit, commit);
      assert.match(stdout, /^Nothing of the plan has changed\.\n/);
      assert.equal(status, 0);
    }
  });
});
