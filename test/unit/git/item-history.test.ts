import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemHistory } from '../../../src/core/history/item-history.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { type ItemHistoryOptions, type PlanHistory, readItemHistory } from '../../../src/git/item-history.ts';
import { sinceRevision } from '../../../src/git/since-revision.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

const milestone = (due: string, more = ''): string =>
  `---\ntype: milestone\nid: a\ntitle: The API\ndue: ${due}\n${more}---\n`;

async function read(repository: TestRepository, options: Partial<ItemHistoryOptions> = {}): Promise<PlanHistory> {
  const history = await readItemHistory({ root: repository.folder, env: GIT_ENV, ...options });
  return 'reason' in history ? assert.fail(history.text) : history;
}

const reasonOf = async (root: string, env: NodeJS.ProcessEnv = GIT_ENV): Promise<string> => {
  const history = await readItemHistory({ root, env });
  return 'reason' in history ? history.reason : (history.missing?.reason ?? 'complete');
};

/** What became of an item, in lines: the subject of the commit, the merge by which it came, and what it changed. */
const linesOf = ({ entries }: ItemHistory): string[] =>
  entries.map(({ kind, commit, merge, days, words }) => {
    const dates = days.map(({ field, to }) => `${field} ${to === undefined ? 'none' : formatDay(to)}`);
    const said = kind === 'added' ? [] : words.map(({ field, to }) => `${field} ${to ?? 'none'}`);
    const by = merge ? `${commit?.subject} by ${merge.subject}` : commit?.subject;
    return [`${kind} ${by}`, ...dates, ...said].join(', ');
  });

const only = ({ items }: PlanHistory): string[] => {
  assert.equal(items.length, 1, items.map(({ key }) => key).join());
  return linesOf(items[0] as ItemHistory);
};

describe('the history of an item', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository(join(temporaryFolder(), 'plan'));
    repository.commit('2026-01-05', { 'a.md': milestone('2026-06-01') });
  });

  it('goes on under another id, in another file, in a list, and where its program has another name', async () => {
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08').replace('id: a', 'id: b') });
    repository.commit('2026-01-07', { 'a.md': undefined, 'm/b.md': milestone('2026-06-08').replace('id: a', 'id: b') });
    repository.commit('2026-01-08', {
      'm/b.md': undefined,
      'list.md': '---\ntype: register\nmilestones:\n  - { id: b, title: The API, due: 2026-06-08 }\n---\n',
    });
    repository.commit('2026-01-09', { 'README.md': '---\ntype: program\nid: atlas\n---\n' });
    repository.commit('2026-01-10', { 'README.md': '---\ntype: program\nid: titan\n---\n' });
    const history = await read(repository);
    const item = history.items.find(({ facts }) => facts.type === 'milestone') ?? assert.fail();
    assert.deepEqual(linesOf(item), [
      'added On 2026-01-05, due 2026-06-01',
      'changed On 2026-01-06, due 2026-06-08, id plan/b',
      'changed On 2026-01-07, file m/b.md',
      'changed On 2026-01-08, file list.md',
      'changed On 2026-01-09, id atlas/b',
      'changed On 2026-01-10, id titan/b',
    ]);
    assert.deepEqual([item.key, item.path, item.isGone], ['titan/b', 'list.md', false]);
  });

  it('goes on where it comes back, and tells what is different from when it went', async () => {
    repository.commit('2026-01-06', { 'a.md': undefined });
    repository.commit('2026-01-07', { 'b.md': milestone('2026-06-08') });
    assert.deepEqual(only(await read(repository)), [
      'added On 2026-01-05, due 2026-06-01',
      'removed On 2026-01-06',
      'added On 2026-01-07, due 2026-06-08',
    ]);
  });

  it('tells who wrote what a merge brought, as the branch has it', async () => {
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    repository.commit('2026-01-07', { 'a.md': milestone('2026-06-15') });
    repository.commit('2026-01-08', { 'a.md': milestone('2026-06-15', 'owner: chen\n') });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-01-09', { 'other.md': 'No plan.\n' });
    repository.gitWith(
      { env: { GIT_AUTHOR_DATE: '2026-01-10T12:00:00Z', GIT_COMMITTER_DATE: '2026-01-10T12:00:00Z' } },
      ...['merge', '-q', '--no-ff', '-m', 'Merge side', 'side'],
    );
    // What was never on the branch, the date in between, is not told.
    assert.deepEqual(only(await read(repository)), [
      'added On 2026-01-05, due 2026-06-01',
      'changed On 2026-01-07 by Merge side, due 2026-06-15',
      'changed On 2026-01-08 by Merge side, owner chen',
    ]);
  });

  it('says that the merge itself did what neither side had', async () => {
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-01-07', { 'a.md': milestone('2026-06-15') });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    repository.commit('2026-01-08', { 'a.md': milestone('2026-06-22') });
    assert.deepEqual(only(await read(repository)).at(-1), 'changed On 2026-01-08, due 2026-06-22');
  });

  it('gives an item without an owner that of its workstream', async () => {
    const stream = (owner: string): string => `---\ntype: workstream\nid: core\nowner: ${owner}\n---\n`;
    repository.commit('2026-01-06', {
      'core.md': stream('chen'),
      'a.md': milestone('2026-06-01', 'workstream: core\n'),
    });
    repository.commit('2026-01-07', { 'core.md': stream('dana') });
    const { items } = await read(repository);
    const item = items.find(({ facts }) => facts.id === 'a') ?? assert.fail();
    assert.deepEqual(linesOf(item).slice(1), [
      'changed On 2026-01-06, owner chen',
      'changed On 2026-01-07, owner dana',
    ]);
  });

  it('is that of the folder of a plan, in a repository that has more', async () => {
    repository.commit('2026-01-06', { 'deep/x/a.md': milestone('2026-07-01'), 'deep/milepost.yaml': '' });
    repository.commit('2026-01-07', { 'a.md': milestone('2026-06-08'), 'deep/x/a.md': milestone('2026-07-08') });
    const below = await read(repository, { root: join(repository.folder, 'deep') });
    assert.deepEqual(
      [only(below), below.items[0]?.path],
      [['added On 2026-01-06, due 2026-07-01', 'changed On 2026-01-07, due 2026-07-08'], 'x/a.md'],
    );
    assert.equal(only(await read(repository)).length, 2);
  });

  it('counts from a revision, whatever was merged since', async () => {
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    repository.git('checkout', '-q', 'main');
    repository.git('tag', 'v1');
    repository.git('merge', '-q', '--no-ff', '-m', 'Merge side', 'side');
    const history = await read(repository);
    const { entries } = history.items[0] as ItemHistory;
    const since = (await sinceRevision(history.repository, 'v1')) ?? assert.fail();
    assert.deepEqual(entries.map(since.includes), [false, true]);
    repository.git('tag', '-f', 'v1', 'HEAD');
    const later = (await sinceRevision(history.repository, 'v1')) ?? assert.fail();
    assert.deepEqual(entries.map(later.includes), [false, false]);
    const commits = [since, later].map(({ commit }) => commit);
    assert.deepEqual(
      commits,
      ['HEAD^1', 'HEAD'].map((name) => repository.git('rev-parse', name).trim()),
    );
    for (const name of ['v2', '--all', '-n1', 'v1:a.md', 'a\nb', '']) {
      assert.equal(await sinceRevision(history.repository, name), undefined, name);
    }
  });

  it('is found again in a file that is whole, and anew where that is cut off, altered or of another version', async () => {
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    const cacheFolder = temporaryFolder();
    const plain = ({ items, finishes }: PlanHistory) => JSON.stringify([items, finishes.map((at) => [...at.finishes])]);
    const first = plain(await read(repository, { cacheFolder, samples: 5 }));
    const [name = ''] = readdirSync(cacheFolder);
    const kept = readFileSync(join(cacheFolder, name));
    const text = kept.toString('utf8');
    const broken = [
      kept.subarray(0, kept.length >> 1),
      Buffer.alloc(0),
      Buffer.from('not even JSON\n{}'),
      Buffer.from(text.replace(/"version":\d+/, '"version":0')),
      // The days that it keeps; the sum says that they are not what was written.
      Buffer.from(text.replace(/"due":\d+/g, '"due":1')),
    ];
    for (const content of broken) {
      writeFileSync(join(cacheFolder, name), content);
      assert.equal(plain(await read(repository, { cacheFolder, samples: 5 })), first);
      assert.equal(readFileSync(join(cacheFolder, name), 'utf8'), text);
    }
    assert.deepEqual(readdirSync(cacheFolder), [name]);
  });

  it('says what is missing (row 47)', async () => {
    assert.equal(await reasonOf(temporaryFolder()), 'no-repository');
    assert.equal(await reasonOf(repository.folder, {}), 'no-git');
    const fresh = new TestRepository();
    assert.equal(await reasonOf(fresh.folder), 'no-commits');
    fresh.commit('2026-01-05', { 'code.ts': '' });
    assert.equal(await reasonOf(fresh.folder), 'not-tracked');
    assert.equal(await reasonOf(join(repository.folder, '.git')), 'no-work-tree');
    const bare = temporaryFolder();
    repository.git('clone', '-q', '--bare', repository.folder, bare);
    assert.equal(await reasonOf(bare), 'no-work-tree');
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    const shallow = new TestRepository();
    shallow.git('fetch', '-q', '--depth=1', `file://${repository.folder}`, 'main');
    shallow.git('checkout', '-q', 'FETCH_HEAD');
    assert.equal(await reasonOf(shallow.folder), 'shallow');
    // What it has is told all the same.
    assert.deepEqual(only(await read(shallow)), ['added On 2026-01-06, due 2026-06-08']);
  });

  it('is told of a head that is detached, a linked working tree and a submodule', async () => {
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    const whole = only(await read(repository));
    repository.git('checkout', '-q', '--detach');
    assert.deepEqual(only(await read(repository)), whole);
    const linked = join(temporaryFolder(), 'plan');
    repository.git('worktree', 'add', '-q', linked);
    assert.deepEqual(only(await read(new TestRepository(linked))), whole);
    const outer = new TestRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', repository.folder, 'inner');
    outer.commit('2026-01-07', { 'b.md': milestone('2026-07-01').replace('id: a', 'id: b') });
    assert.deepEqual(only(await read(outer)), ['added On 2026-01-07, due 2026-07-01']);
    assert.deepEqual(only(await read(new TestRepository(join(outer.folder, 'inner')))), whole);
  });

  it('is read again where a shallow clone was deepened, which ends at as many commits as before', async () => {
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    repository.commit('2026-01-07', { 'a.md': milestone('2026-06-15') });
    const shallow = new TestRepository();
    const fetch = (...options: string[]) =>
      shallow.git('-c', 'protocol.file.allow=always', 'fetch', '-q', ...options, `file://${repository.folder}`, 'main');
    fetch('--depth=1');
    shallow.git('checkout', '-q', 'FETCH_HEAD');
    const earlier = await read(shallow);
    assert.equal(await read(shallow, { earlier }), earlier);
    fetch('--deepen=1');
    const deeper = await read(shallow, { earlier });
    assert.deepEqual([earlier.commits.length, deeper.commits.length], [1, 2]);
  });

  it('begins with the merge that brought a plan from another repository into a folder', async () => {
    const other = new TestRepository();
    other.commit('2026-01-02', { 'code.ts': '' });
    const plan = join(other.folder, 'plan');
    other.git('-c', 'protocol.file.allow=always', 'fetch', '-q', repository.folder, 'main');
    other.git('merge', '-q', '-s', 'ours', '--no-commit', '--allow-unrelated-histories', 'FETCH_HEAD');
    other.git('read-tree', '--prefix=plan/', '-u', 'FETCH_HEAD');
    const merge = other.commit('2026-01-07', { 'plan/milepost.yaml': '' });
    const history = await read(other, { root: plan });
    assert.deepEqual(only(history), ['added On 2026-01-07, due 2026-06-01']);
    assert.deepEqual(
      history.commits.map(({ hash }) => hash),
      [merge],
    );
  });

  it('says that a partial clone does not have what older commits had', async () => {
    repository.commit('2026-01-06', { 'a.md': milestone('2026-06-08') });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const partial = temporaryFolder();
    repository.git('clone', '-q', '--filter=blob:none', `file://${repository.folder}`, partial);
    assert.equal(await reasonOf(partial), 'partial');
    // A remote that is gone makes no difference: nobody asks it.
    renameSync(repository.folder, `${repository.folder}-gone`);
    assert.equal(await reasonOf(partial), 'partial');
  });
});
