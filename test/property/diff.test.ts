import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { typeNamed } from '../../src/core/model/registry.ts';
import { isClosed } from '../../src/core/model/status.ts';
import { inProcessWith } from '../cli/support.ts';
import { filesIn } from '../support/folder.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';

/** How many histories are made up. More by the environment, for a long run. */
const { MILEPOST_DIFFS } = process.env;
const RUNS = Number(MILEPOST_DIFFS ?? 12);
/** Of so many commits each; with this many histories or more, every pair of them is compared. */
const COMMITS = 5;
const EVERY_PAIR = 50;

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

interface History {
  readonly repository: TestRepository;
  /** In order; the first of a made-up one has nothing in it. */
  readonly commits: readonly string[];
}

/** A history with branches and merges, in a folder named `plan`: the commits, in order. */
function history(seed: number): History {
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

/**
 * The same of a plan with prose, lists, several programs and broken documents, as the bench makes them: its own history of
 * dates and statuses, and then documents that are moved, renamed in, broken and gone, on a branch that is merged.
 */
function madeHistory(seed: number): History {
  const folder = join(temporaryFolder(), 'plan');
  const args = ['--items', '60', '--per-program', '30', '--history', '3', '--faults', '1', '--seed', String(seed)];
  execFileSync(process.execPath, [MAKE_PLAN, folder, ...args], {
    env: GIT_ENV,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const repository = new TestRepository(folder);
  const chance = new Chance(seed);
  const commits = repository.git('rev-list', '--reverse', 'HEAD').trimEnd().split('\n');
  repository.git('checkout', '-q', '-b', 'side');
  const now = new Map(Object.entries(filesIn(pathToFileURL(`${folder}/`))));
  for (let at = 0; at < 2; at++) {
    const files = nextFiles(chance, now);
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) now.delete(path);
      else now.set(path, text);
    }
    commits.push(repository.commit(`2027-01-1${at}`, files));
  }
  repository.git('checkout', '-q', 'main');
  commits.push(repository.commit('2027-01-20', { 'meanwhile.md': '---\ntype: milestone\ndue: 2027-12-01\n---\n' }));
  repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  commits.push(repository.git('rev-parse', 'HEAD').trim());
  return { repository, commits };
}

const MAKE_PLAN = fileURLToPath(new URL('../../bench/make-plan.mjs', import.meta.url));

/** What the plan says of itself at a revision, checked out in a folder of the same name. */
async function scheduledApart(repository: TestRepository, commit: string) {
  const folder = join(temporaryFolder(), 'plan');
  repository.git('worktree', 'add', '-q', '--detach', folder, commit);
  const asked = async (command: string) => {
    const { stdout, stderr } = await inProcessWith({}, folder, command, '--no-git', '--format', 'json');
    return stdout === '' ? assert.fail(stderr) : JSON.parse(stdout);
  };
  return { ...(await asked('schedule')), findings: (await asked('check')).findings, all: (await asked('list')).items };
}

type Apart = Awaited<ReturnType<typeof scheduledApart>>;

/** The same, once for each commit. */
function apart(repository: TestRepository, commit: string): Promise<Apart> {
  const name = `${repository.folder} ${commit}`;
  const known = scheduled.get(name) ?? scheduledApart(repository, commit);
  scheduled.set(name, known);
  return known;
}

const scheduled = new Map<string, Promise<Apart>>();

const countOf = (all: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** What is told of an item that was opened or closed. */
interface Told {
  readonly id: string;
  readonly event: string;
  readonly status: object;
}

/** How the items stand that begin and end, by id. */
function standing({ all }: Apart): ReadonlyMap<string, { status: string; open: boolean } | 'doubled'> {
  const found = new Map<string, { status: string; open: boolean } | 'doubled'>();
  for (const { id, type, status } of all as { id: string; type: string; status: string }[]) {
    const itemType = typeNamed(type);
    if (!itemType || type === 'program' || type === 'workstream') continue;
    found.set(id, found.has(id) ? 'doubled' : { status, open: !isClosed(itemType, status) });
  }
  for (const { id, type } of all as { id: string; type: string }[])
    if (type === 'program' || type === 'workstream') found.set(id, 'doubled');
  return found;
}

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

  for (const [name, make, runs] of [
    ['made-up plans', history, RUNS],
    ['plans as the bench makes them', madeHistory, Math.ceil(RUNS / 6)],
  ] as const) {
    it(`says what scheduling both apart says, of ${name}`, async () => {
      let pairs = 0;
      for (let seed = 1; seed <= runs; seed++) {
        const { repository, commits } = make(seed);
        for (const [a, b] of pairsOf(commits, new Chance(seed + 1000))) {
          await check(repository, a, b, `seed ${seed}`);
          pairs++;
        }
        // What is in the files, and what is staged, is what a commit of it has.
        const [last, before] = [commits.at(-1), commits.at(-2)] as [string, string];
        await check(repository, before, last, `seed ${seed}, in the files`, []);
        repository.git('checkout', '-q', '--force', '--detach', commits[1] as string);
        repository.write({ 'unstaged.md': '---\ntype: milestone\n---\n' });
        repository.git('read-tree', last);
        await check(repository, before, last, `seed ${seed}, staged`, ['--staged']);
        pairs += 2;
        scheduled.clear();
        removeTemporaryFolders();
      }
      assert.ok(pairs >= 5 * runs);
    });
  }

  /** From nothing to the end and back, and some by chance; or all there are. */
  function pairsOf(commits: readonly string[], chance: Chance): readonly (readonly [string, string])[] {
    if (RUNS >= EVERY_PAIR) return commits.flatMap((a) => commits.map((b) => [a, b] as const));
    const [first, last] = [commits[0], commits.at(-1)] as [string, string];
    return [
      [first, last],
      [last, first],
      [chance.of(commits), chance.of(commits)],
    ];
  }

  /** @param more in place of naming the second: it is what is in the files, or staged */
  async function check(repository: TestRepository, a: string, b: string, name: string, more?: string[]): Promise<void> {
    const revisions = more ? [a, ...more] : [a, b];
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
    checkLifecycle(diff, base, head, name);
    // Of findings, those of the head are those of the base, less what is resolved, and what is new.
    const { new: added, resolved } = diff.findings;
    assert.equal(head.findings.length, base.findings.length - resolved.length + added.length, name);
    const has = (side: Apart, finding: object): boolean =>
      side.findings.some((each: object) => JSON.stringify(each) === JSON.stringify(finding));
    for (const finding of added) assert.ok(has(head, finding), `${name}: ${JSON.stringify(finding)}`);
    for (const finding of resolved) assert.ok(has(base, finding), `${name}: ${JSON.stringify(finding)}`);
  }

  /** Of what has an id of its own: whatever was closed, opened again, or is there for the first time is told, and nothing else. */
  function checkLifecycle(
    diff: { lifecycle: Told[]; items: { id: string; from?: string }[] },
    base: Apart,
    head: Apart,
    name: string,
  ): void {
    const [before, now] = [standing(base), standing(head)];
    const renamed = new Set(diff.items.flatMap(({ id, from }) => (from === undefined ? [] : [id, from])));
    const told = new Map(diff.lifecycle.map((each) => [each.id, each]));
    for (const id of new Set([...before.keys(), ...now.keys()])) {
      const [was, is] = [before.get(id), now.get(id)];
      // What is doubled on a side can be told of either.
      if (renamed.has(id) || was === 'doubled' || is === 'doubled') continue;
      const event = told.get(id)?.event;
      if (!was) assert.match(event ?? '', is?.open ? /^opened$/ : /^(?:closed|decided|cancelled)$/, `${name}: ${id}`);
      else if (!is) assert.equal(event, was.open ? 'removed' : undefined, `${name}: ${id}`);
      else if (is.open) assert.equal(event, was.open ? undefined : 'reopened', `${name}: ${id}`);
      else if (was.open || was.status !== is.status)
        assert.match(event ?? '', /^(?:closed|decided|cancelled)$/, `${name}: ${id}`);
      else assert.equal(event, undefined, `${name}: ${id}`);
      if (event && was && is)
        assert.deepEqual(told.get(id)?.status, { base: was.status, head: is.status }, `${name}: ${id}`);
    }
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
