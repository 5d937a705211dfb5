import assert from 'node:assert/strict';
import { join } from 'node:path';
import { NO_DAY } from '../../../src/git/line-dates.ts';
import type { History } from '../../../src/git/read-history.ts';
import { removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

/** The days of a file's lines, as `MM-DD`. */
function days({ dates }: History, path: string): (string | undefined)[] {
  const file = dates?.files.get(path);
  assert.ok(file, `${path} is not among ${[...(dates?.files.keys() ?? [])]}`);
  return [...file.days].map((day) =>
    day === NO_DAY ? undefined : new Date(day * 86_400_000).toISOString().slice(5, 10),
  );
}

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `line ${n}\n`).join('');

describe('the day of a line', () => {
  after(removeTemporaryFolders);

  it('is that of its author, on the calendar of the author', async () => {
    const repository = new TestRepository();
    const at = (date: string, text: string) => {
      repository.write({ 'a.md': text });
      repository.git('add', '.');
      const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2026-05-05T12:00:00Z' };
      repository.gitWith({ env }, 'commit', '-qm', 'x');
    };
    at('2026-01-05T23:30:00-1100', 'a\n');
    at('2026-01-06T00:30:00+1300', 'a\nb\n');
    assert.deepEqual(days(await repository.history(), 'a.md'), ['01-05', '01-06']);
  });

  it('is found whatever the names of files and folders', async () => {
    const names = [
      'with space.md',
      'quo"te\\d.md',
      'tab\there.md',
      'new\nline.md',
      'größe.md',
      '日本/計画.md',
      'a*[b]?.MD',
      '-x.md',
    ];
    const repository = new TestRepository();
    const plan = (text: string) => Object.fromEntries(names.map((name) => [`a "b\n[ü]*/${name}`, text]));
    repository.commit('2026-01-05', plan('one\ntwo\n'));
    repository.commit('2026-01-12', { ...plan('one\nTWO\n'), 'elsewhere.md': 'x\n' });
    const history = await repository.history({ root: join(repository.folder, 'a "b\n[ü]*') });
    assert.deepEqual([...(history.dates?.files.keys() ?? [])].sort(), [...names].sort());
    for (const name of names) assert.deepEqual(days(history, name), ['01-05', '01-12'], name);
  });

  it('is found in files whose names are no text', async () => {
    const repository = new TestRepository();
    // Not every file system takes such names, but git does.
    const commit = (date: string, text: string) => {
      const at = `Maria <maria@example.org> ${Date.parse(date) / 1000} +0000`;
      const files = ['"gr\\366\\337e.md"', '"\\344/gr\\366\\337e.md"'].map(
        (name) => `M 100644 inline ${name}\ndata ${text.length}\n${text}\n`,
      );
      return `commit refs/heads/main\nauthor ${at}\ncommitter ${at}\ndata 0\n${files.join('')}\n`;
    };
    const input = `${commit('2026-01-05', 'one\ntwo\n')}${commit('2026-01-12', 'one\nTWO\n')}`;
    repository.gitWith({ input }, 'fast-import', '--quiet');
    const history = await repository.history();
    // As Node names them, for want of their bytes.
    for (const name of ['gr\ufffd\ufffde.md', '\ufffd/gr\ufffd\ufffde.md']) {
      assert.deepEqual(days(history, name), ['01-05', '01-12'], name);
    }
  });

  it('is the same whatever ends it, as long as that is committed with it', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'one\r\ntwo\r\n', 'b.md': 'one\rtwo\r\nthree' });
    repository.commit('2026-01-12', { 'a.md': 'one\r\nTWO\r\n', 'b.md': 'one\rtwo\r\nthree\n' });
    const history = await repository.history();
    assert.deepEqual(days(history, 'a.md'), ['01-05', '01-12']);
    // That the last line has an end now changes it, as git sees it.
    assert.deepEqual(days(history, 'b.md'), ['01-05', '01-12']);
  });

  it('stays when a file gets another name', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a b.md': lines(6) });
    repository.commit('2026-01-12', { 'a b.md': undefined, 'größe "x".md': `${lines(6)}new\n` });
    const history = await repository.history();
    assert.deepEqual(days(history, 'größe "x".md'), [...Array(6).fill('01-05'), '01-12']);
  });

  it('stays when many files get other names at once, whatever limit is set', async () => {
    const repository = new TestRepository();
    const text = (name: string) => `${name}\n`.repeat(6);
    repository.commit('2026-01-05', { 'a.md': text('a'), 'b.md': text('b') });
    repository.commit('2026-01-12', {
      ...{ 'a.md': undefined, 'b.md': undefined },
      ...{ 'x.md': `${text('a')}x\n`, 'y.md': `${text('b')}y\n` },
    });
    repository.git('config', 'diff.renameLimit', '1');
    const history = await repository.history();
    for (const name of ['x.md', 'y.md']) assert.deepEqual(days(history, name), [...Array(6).fill('01-05'), '01-12']);
  });

  it('stays when a plan is moved into its folder, even twice', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': lines(6), 'b.md': 'b\n' });
    repository.commit('2026-01-06', { 'a.md': undefined, 'docs/[x]/a.md': lines(6) });
    repository.commit('2026-01-07', { 'docs/[x]/a.md': lines(7) });
    repository.commit('2026-01-12', {
      'docs/[x]/a.md': undefined,
      'plans/deep/c.md': lines(7),
      'plans/new.md': 'new\n',
    });
    const options = { root: join(repository.folder, 'plans'), cacheFolder: join(repository.folder, '.git/cache') };
    const expected = [...Array(6).fill('01-05'), '01-07'];
    assert.deepEqual(days(await repository.history(options), 'deep/c.md'), expected);
    repository.commit('2026-01-13', { 'plans/new.md': 'newer\n' });
    repository.commit('2026-01-14', { 'b.md': undefined, 'plans/b.md': 'b\n' });
    const later = await repository.history(options);
    assert.deepEqual(days(later, 'deep/c.md'), expected);
    assert.deepEqual([...days(later, 'new.md'), ...days(later, 'b.md')], ['01-13', '01-05']);
  });

  it('is not that of a commit that does not count', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'one\ntwo\nthree\n' });
    const format = repository.commit('2026-01-12', { 'a.md': '1\n2\n2b\nthree\n', 'b.md': 'new\n' });
    repository.commit('2026-01-19', { '.git-blame-ignore-revs': `# looks\n  ${format}  # all of it\nnonsense\n` });
    const history = await repository.history();
    assert.deepEqual(days(history, 'a.md'), ['01-05', '01-05', '01-05', '01-05']);
    assert.deepEqual(days(history, 'b.md'), [undefined]);
  });

  it('is the one that git finds whatever attributes and settings say of diffs', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'one\ntwo\n', '.gitattributes': '*.md -diff -text binary\n' });
    repository.commit('2026-01-12', { 'a.md': 'one\n\u0000TWO\n' });
    for (const [key, value] of [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['diff.context', '9'],
      ['diff.interHunkContext', '9'],
      ['diff.renames', 'copies'],
      ['diff.relative', 'true'],
      ['diff.orderFile', 'nothing'],
      ['color.ui', 'always'],
      ['core.quotePath', 'true'],
      ['log.follow', 'true'],
      ['format.pretty', 'oneline'],
    ] as const) {
      repository.git('config', key, value);
    }
    assert.deepEqual(days(await repository.history(), 'a.md'), ['01-05', '01-12']);
  });

  it('is the same in a repository with longer hashes', async () => {
    const long = new TestRepository(temporaryFolder(), '--object-format=sha256');
    long.commit('2026-01-05', { 'a.md': 'one\n' });
    long.commit('2026-01-12', { 'a.md': 'one\ntwo\n' });
    assert.deepEqual(days(await long.history(), 'a.md'), ['01-05', '01-12']);
  });

  it('is found in histories without a common beginning, and in files without lines', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'a\n', 'empty.md': '' });
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.commit('2026-01-06', { 'b.md': 'b\n', 'a.md': undefined, 'empty.md': undefined });
    const env = { GIT_AUTHOR_DATE: '2026-01-12T12:00:00Z' };
    repository.gitWith({ env }, 'merge', '-q', '--allow-unrelated-histories', '-m', 'x', 'main');
    const history = await repository.history();
    assert.deepEqual(
      [...days(history, 'a.md'), ...days(history, 'b.md'), ...days(history, 'empty.md')],
      ['01-05', '01-06'],
    );
  });
});
