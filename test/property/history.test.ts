import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DayField } from '../../src/core/history/facts.ts';
import type { ItemHistory, WordField } from '../../src/core/history/item-history.ts';
import { formatDay } from '../../src/core/model/values/day.ts';
import { type ItemHistoryOptions, type PlanHistory, readItemHistory } from '../../src/git/item-history.ts';
import { inProcessWith } from '../cli/support.ts';
import { GIT_ENV, removeTemporaryFolders, type TestRepository, temporaryFolder } from '../support/repository.ts';
import { madeHistory } from './made-history.ts';

/** How many histories are made up. More by the environment, for a long run. */
const { MILEPOST_HISTORIES } = process.env;
const RUNS = Number(MILEPOST_HISTORIES ?? 8);
const COMMITS = 9;

/** What a history says that an item was like. */
type Said = Partial<Record<DayField | WordField, string>>;

/** Lays what became of items over each other, up to a commit: what there is then, in no order. */
function replayed({ items, commits }: PlanHistory, until: number): string[] {
  const places = new Map(commits.map(({ hash }, index) => [hash, index]));
  const placeOf = ({ merge, commit }: ItemHistory['entries'][number]): number =>
    places.get((merge ?? commit)?.hash ?? '') ?? assert.fail('a commit that is not of the branch');
  return items
    .flatMap(({ entries }) => {
      // What comes back is told by what is different from when it went.
      const said: Said = {};
      let isThere = false;
      for (const entry of entries) {
        if (placeOf(entry) > until) break;
        isThere = entry.kind !== 'removed';
        for (const { field, to } of entry.words) said[field] = to as string;
        for (const { field, to } of entry.days) said[field] = (to === undefined ? undefined : formatDay(to)) as string;
      }
      return isThere ? [described(said)] : [];
    })
    .sort();
}

/** What is needed by some day is due then only in a history. */
const described = ({ type, id, file, status, owner, due, title }: Said): string =>
  [type, id, file, status, owner ?? '', type === 'dependency' ? '' : (due ?? ''), title ?? ''].join(' | ');

/** What the plan says of its items at a commit, checked out in a folder of the same name. */
async function apart(repository: TestRepository, commit: string, command: string, ...more: string[]) {
  const folder = join(temporaryFolder(), 'plan');
  mkdirSync(folder);
  repository.git('worktree', 'add', '-q', '--detach', '-f', folder, commit);
  const { stdout, stderr } = await inProcessWith({}, folder, command, '--no-git', '--format', 'json', ...more);
  return stdout === '' ? assert.fail(stderr) : JSON.parse(stdout);
}

interface ListedItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly file: string;
  readonly status: string;
  readonly owner: string | null;
  readonly due: string | null;
}

async function listedAt(repository: TestRepository, commit: string): Promise<string[]> {
  const { items } = (await apart(repository, commit, 'list')) as { items: ListedItem[] };
  return items
    .map(({ title, owner, due, ...item }) =>
      described({ ...item, title, ...(owner === null ? {} : { owner }), ...(due === null ? {} : { due }) }),
    )
    .sort();
}

async function read(repository: TestRepository, options: Partial<ItemHistoryOptions> = {}): Promise<PlanHistory> {
  const history = await readItemHistory({ root: repository.folder, env: GIT_ENV, ...options });
  return 'reason' in history ? assert.fail(history.text) : history;
}

/** A title is followed as it is written; listed, an item without one is called by its id. */
const withTitles = (lines: readonly string[]): string[] =>
  lines
    .map((line) => {
      const parts = line.split(' | ');
      if (parts[6] === '') parts[6] = (parts[1] as string).replace(/^.*\//, '');
      return parts.join(' | ');
    })
    .sort();

describe('the history of items', function () {
  this.timeout(0);
  after(removeTemporaryFolders);

  it('comes to what each commit says, checked out apart; and the finishes to its schedule', async () => {
    let compared = 0;
    let merges = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const { repository, line } = madeHistory(seed, COMMITS);
      const history = await read(repository, { samples: 1000 });
      const forecast = new Map(history.finishes.map(({ commit, finishes }) => [commit.hash, { commit, finishes }]));
      merges += history.items.flatMap(({ entries }) => entries).filter(({ merge }) => merge).length;
      let at = -1;
      for (const hash of line) {
        // A commit that has changed no file of the plan is not among those that are told.
        if (history.commits[at + 1]?.hash === hash) at++;
        const said = withTitles(replayed(history, at));
        assert.deepEqual(said, await listedAt(repository, hash), `seed ${seed}, ${hash}`);
        compared++;
        const sample = forecast.get(hash);
        if (!sample || sample.commit.committed === undefined) continue;
        const today = formatDay(sample.commit.committed);
        const { programs } = await apart(repository, hash, 'schedule', '--today', today);
        assert.deepEqual(
          [...sample.finishes].map(([id, day]) => [id, formatDay(day)]),
          programs.flatMap(({ id, finish }: { id: string; finish: string | null }) =>
            finish === null ? [] : [[id, finish]],
          ),
          `seed ${seed}, ${hash}`,
        );
      }
      assert.equal(at, history.commits.length - 1);
    }
    assert.ok(compared > RUNS * 3 && merges > 0, `${compared} commits, ${merges} changes by merges`);
  });

  it('is the same whether it was read before, at an older commit or on another branch', async () => {
    for (let seed = 101; seed < 101 + RUNS; seed++) {
      const { repository } = madeHistory(seed, COMMITS);
      const cacheFolder = join(temporaryFolder(), 'cache');
      const whole = await read(repository, { samples: 5 });
      for (const revision of ['HEAD~1', 'one', 'two', 'main', 'HEAD']) {
        const commit = repository.git('rev-parse', revision).trim();
        const here = repository.git('rev-parse', 'HEAD').trim();
        repository.git('checkout', '-q', '--detach', commit);
        const fresh = await read(repository, { samples: 5 });
        for (let again = 0; again < 2; again++) {
          const kept = await read(repository, { samples: 5, cacheFolder });
          assert.deepEqual(plain(kept), plain(fresh), `seed ${seed}, ${revision}`);
        }
        repository.git('checkout', '-q', '--detach', here);
      }
      assert.deepEqual(plain(await read(repository, { samples: 5, cacheFolder })), plain(whole));
    }
  });
});

const plain = ({ items, commits, finishes }: PlanHistory): unknown =>
  JSON.parse(
    JSON.stringify({ items, commits: commits.map(({ hash }) => hash), finishes: finishes.map((f) => [...f.finishes]) }),
  );
