import assert from 'node:assert/strict';
import { constants } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Cache } from '../../../src/git/cache.ts';
import { findGit } from '../../../src/git/find-git.ts';
import { KeptFile } from '../../../src/git/kept-file.ts';
import { readHistory } from '../../../src/git/read-history.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

describe('what was found in a history', () => {
  after(removeTemporaryFolders);

  let made: TestRepository;
  let first: string;
  before(() => {
    made = new TestRepository();
    first = made.commit('2026-01-05', { 'a.md': 'one\ntwo\n', 'b.md': 'b\n' });
    made.commit('2026-01-06', { 'a.md': 'one\nTWO\n' });
    made.commit('2026-01-07', { 'a.md': 'one\nTWO\nthree\n' });
  });

  /** A repository with three commits, and what was found in it kept in a folder. */
  async function kept() {
    const repository = made.copy();
    const cacheFolder = join(temporaryFolder(), 'made/when/needed');
    const read = () => repository.history({ cacheFolder });
    const { dates, commits } = await read();
    assert.equal(commits, 3);
    const file = () => join(cacheFolder, readdirSync(cacheFolder)[0] as string);
    return { repository, cacheFolder, read, dates, file };
  }

  it('is kept beside its commit, and read from there', async () => {
    const { cacheFolder, read, dates } = await kept();
    assert.deepEqual(await read().then(({ dates, commits }) => [dates, commits]), [dates, 0]);
    assert.equal(readdirSync(cacheFolder).length, 1);
  });

  it('is brought forward by reading only what is new', async () => {
    const { repository, read } = await kept();
    repository.commit('2026-01-08', { 'code.ts': '' });
    assert.equal((await read()).commits, 0);
    repository.commit('2026-01-09', { 'a.md': 'zero\none\nTWO\nthree\n', 'b.md': undefined, 'c.md': 'b\n' });
    const forward = await read();
    assert.equal(forward.commits, 1);
    assert.deepEqual(forward.dates, (await repository.history()).dates);
  });

  it('is brought forward through the merge of an older branch', async () => {
    const { repository, read } = await kept();
    repository.git('checkout', '-q', '-b', 'branch', first);
    repository.commit('2026-01-10', { 'b.md': 'b\nmore\n', 'a.md': 'zero\none\ntwo\n' });
    repository.git('checkout', '-q', 'main');
    repository.gitWith({ env: { GIT_AUTHOR_DATE: '2026-01-11T12:00:00Z' } }, 'merge', '-q', '-m', 'x', 'branch');
    const forward = await read();
    assert.equal(forward.commits, 2);
    assert.deepEqual(forward.dates, (await repository.history()).dates);
  });

  it('is found anew on another branch, and where other revisions are ignored', async () => {
    const { repository, read } = await kept();
    repository.git('checkout', '-q', '-b', 'branch', first);
    const branched = repository.commit('2026-01-10', { 'b.md': 'B\n' });
    assert.deepEqual(await read().then(({ dates, commits }) => [dates?.head, commits]), [branched, 2]);
    repository.write({ '.git-blame-ignore-revs': `${branched}\n` });
    const { dates, commits } = await read();
    assert.equal(commits, 2);
    assert.deepEqual(dates?.files.get('b.md')?.days, (await repository.history()).dates?.files.get('b.md')?.days);
    assert.equal((await read()).commits, 0);
  });

  it('is found anew where its file is broken, or not ours', async () => {
    const { read, dates, file } = await kept();
    const whole = readFileSync(file());
    const flipped = Buffer.from(whole);
    flipped[whole.length - 3] = (whole[whole.length - 3] as number) ^ 1;
    const other = Buffer.from(whole.toString('latin1').replace('"version":1', '"version":0'), 'latin1');
    for (const content of [
      whole.subarray(0, -4),
      flipped,
      other,
      Buffer.alloc(0),
      Buffer.from('{}\n'),
      Buffer.from('x'),
    ]) {
      writeFileSync(file(), content);
      assert.deepEqual(await read().then(({ dates, commits }) => [dates, commits]), [dates, 3]);
      assert.deepEqual(readFileSync(file()), whole);
    }
  });

  it('is neither read nor written through a link, and can be read by its owner alone', async () => {
    const { read, dates, file } = await kept();
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    const path = file();
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
    const before = readFileSync(elsewhere);
    assert.deepEqual(await read().then(({ dates, commits }) => [dates, commits]), [dates, 3]);
    assert.deepEqual(readFileSync(elsewhere), before);
    const stat = lstatSync(path);
    assert.ok(stat.isFile());
    assert.equal(stat.mode & 0o077, 0);
  });

  it('is found anew where its file is a pipe, which nobody ends', async () => {
    const { read, dates, file } = await kept();
    const path = file();
    rmSync(path);
    execFileSync('mkfifo', [path]);
    assert.deepEqual(await read().then(({ dates, commits }) => [dates, commits]), [dates, 3]);
    assert.equal((await read()).commits, 0);
  });

  it('may be kept by many at once: nobody sees half of it, and nothing is left over', async () => {
    const { repository, cacheFolder, file } = await kept();
    const heads = [1, 2, 3].map((n) => repository.commit(`2026-02-0${n}`, { 'a.md': lines(n * 2000) }));
    const opened = await openRepository(repository.folder, GIT_ENV);
    assert.ok(!('reason' in opened));
    const cache = new Cache(cacheFolder, opened);
    const { dates } = await repository.history();
    assert.ok(dates);
    const versions = heads.map((head) => ({ dates: { ...dates, head }, folders: new Set<string>() }));
    const writing = Array.from({ length: 30 }, (_, n) => cache.write(versions[n % 3] as (typeof versions)[0]));
    const read = await Promise.all(Array.from({ length: 30 }, () => cache.read()));
    await Promise.all(writing);
    for (const cached of [...read, await cache.read()]) {
      assert.ok(cached);
      if (heads.includes(cached.dates.head)) assert.deepEqual(cached.dates.files, dates.files);
    }
    assert.deepEqual(readdirSync(cacheFolder), [basename(file())]);
  });

  it('is not kept where it is too large for a text: what was kept before stays, and nobody is stopped', async () => {
    const folder = temporaryFolder();
    const file = new KeptFile(folder, 'a'.repeat(32), 'items');
    await file.write(() => Buffer.from('before'));
    await file.write(() => Buffer.from('x'.repeat(constants.MAX_STRING_LENGTH + 1)));
    assert.equal(await file.read((content) => content.toString()), 'before');
    assert.deepEqual(readdirSync(folder), [`${'a'.repeat(32)}.items`]);
  });

  it('is forgotten when nothing has come to it for long', async () => {
    const { repository, read, cacheFolder, file } = await kept();
    const name = basename(file());
    const other = name.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    const long = new Date(Date.now() - 100 * 86_400_000);
    for (const old of [other, `${other}.draft`, 'mine.lines']) {
      writeFileSync(join(cacheFolder, old), '');
      utimesSync(join(cacheFolder, old), long, long);
    }
    writeFileSync(join(cacheFolder, `${name}.draft`), '');
    repository.commit('2026-02-01', { 'a.md': 'a\n' });
    await read();
    assert.deepEqual(readdirSync(cacheFolder).sort(), [name, `${name}.draft`, 'mine.lines'].sort());
  });

  it('need not be kept', async () => {
    const { repository, dates } = await kept();
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    // Of a new folder in `/proc` the system says that it is missing, though the one above is there.
    const nowhere = existsSync('/proc/self') ? ['/proc/none/milepost'] : [];
    for (const cacheFolder of [file, join(file, 'below'), ...nowhere]) {
      assert.deepEqual((await repository.history({ cacheFolder })).dates, dates);
    }
  });

  it('is given back as it is while nothing has changed', async () => {
    const { repository } = await kept();
    const options = { root: repository.folder, env: GIT_ENV };
    const earlier = await readHistory(options);
    assert.equal(await readHistory({ ...options, earlier }), earlier);
    repository.commit('2026-01-08');
    assert.notEqual(await readHistory({ ...options, earlier }), earlier);
  });
});

describe('reading a history', () => {
  after(removeTemporaryFolders);

  it('ends with every git that it has started when it is cancelled', async () => {
    const repository = new TestRepository();
    for (const day of ['05', '06', '07']) repository.commit(`2026-01-${day}`, { 'a.md': `${day}\n` });
    // A git that does what it is told, and then sits there.
    const bin = temporaryFolder();
    const script = `#!/bin/sh\necho $$ >> "${bin}/started"\ncase "$*" in *rev-list*) exec sleep 60;; esac\nexec "${findGit(GIT_ENV)}" "$@"\n`;
    writeFileSync(join(bin, 'git'), script);
    chmodSync(join(bin, 'git'), 0o755);
    const { PATH } = GIT_ENV;
    const env = { ...GIT_ENV, PATH: `${bin}:${PATH}` };
    const controller = new AbortController();
    const reading = readHistory({ root: repository.folder, env, signal: controller.signal });
    const started = () => readFileSync(join(bin, 'started'), 'utf8').trim().split('\n').map(Number);
    // rev-parse, ls-tree, cat-file, and then three at once.
    while (!existsSync(join(bin, 'started')) || started().length < 6) await pause(10);
    controller.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    const isRunning = (pid: number): boolean => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    for (let i = 0; started().some(isRunning) && i < 100; i++) await pause(10);
    assert.deepEqual(started().filter(isRunning), []);
  });
});

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `line ${n}\n`).join('');

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
