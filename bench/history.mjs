// What it takes to find in a history when each line of a plan was changed last, beside git itself.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHistory } from '../src/git/read-history.ts';
import { compare, median } from './measure.mjs';
import { planOf } from './plans.mjs';

const COMMITS = 5000;
/** So many files are blamed, and the rest is reckoned from them. */
const BLAMED = 100;

/** Measures a plan whose history is made for it, and reports the figures. */
export async function history(size, { rounds, check, report }) {
  const folder = repositoryOf(size);
  const files = git(folder, 'ls-files', '-z', '*.md').split('\0').filter(Boolean);
  const [head, before] = ['main', 'main~1'].map((name) => git(folder, 'rev-parse', name).trim());
  const cacheFolder = join(folder, '.git/bench');
  const read = async (at) => {
    git(folder, 'update-ref', '--no-deref', 'HEAD', at);
    const start = performance.now();
    const { dates, commits } = await readHistory({ root: folder, env: process.env, cacheFolder });
    if (dates?.head !== at) throw new Error('the history was not read');
    return { seconds: (performance.now() - start) / 1000, commits };
  };
  const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  const secondsOf = (...args) => {
    const start = performance.now();
    if (spawnSync('git', args, quiet).status !== 0) throw new Error(`git ${args[0]} failed`);
    return (performance.now() - start) / 1000;
  };
  const step = Math.max(1, Math.floor(files.length / BLAMED));
  const some = files.filter((_, index) => index % step === 0);
  const times = { first: [], again: [], next: [], log: [], blame: [] };
  const seen = {};
  // In turn, so that a busy moment hits all of them.
  for (let round = 0; round < rounds; round++) {
    rmSync(cacheFolder, { recursive: true, force: true });
    for (const [what, at] of [
      ['first', before],
      ['again', before],
      ['next', head],
    ]) {
      const { seconds, commits } = await read(at);
      times[what].push(seconds);
      seen[what] = commits;
    }
    times.log.push(secondsOf('log', '--patch', '--unified=0', '--format=%H %as', '--', '*.md'));
    const blamed = some.reduce((sum, file) => sum + secondsOf('blame', '--porcelain', '--', file), 0);
    times.blame.push((blamed / some.length) * files.length);
  }
  git(folder, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  const first = median(times.first);
  const what = `${size}, ${seen.first} commits`;
  report(`git blame of every file / first reading, ${what}`, `${(median(times.blame) / first).toFixed(0)} x`, '');
  report(`git log --patch / first reading, ${what}`, `${(median(times.log) / first).toFixed(1)} x`, '');
  report(`first reading of the history, ${what}`, `${first.toFixed(2)} s`, '(not a ratio)');
  report(`first / second reading, from the cache, ${size}`, `${(first / median(times.again)).toFixed(0)} x`, '');
  report(`second reading, from the cache, ${size}`, `${ms(times.again)} ms`, '(not a ratio)');
  report(`reading ${seen.next} commit more, ${size}`, `${ms(times.next)} ms`, '(not a ratio)');
  const env = { XDG_CACHE_HOME: cacheFolder };
  check(folder, env);
  const whole = compare(
    [
      { name: 'with', run: () => check(folder, env) },
      { name: 'without', run: () => check(folder, env, '--no-git') },
    ],
    rounds,
  );
  report(
    `milepost check / the same with --no-git, from the cache, ${size}`,
    `${(whole.get('with') / whole.get('without')).toFixed(2)} x`,
    '',
  );
}

const ms = (seconds) => (median(seconds) * 1000).toFixed(0);

function git(cwd, ...args) {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
}

/** A repository with a plan and its history; the same on every machine. */
function repositoryOf(size) {
  const folder = fileURLToPath(new URL(`.cache/history-${size}`, import.meta.url));
  if (existsSync(join(folder, '.git/complete'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull };
  const made = { cwd: folder, env, stdio: ['pipe', 'ignore', 'inherit'], maxBuffer: 1 << 30 };
  execFileSync('git', ['init', '-q', '-b', 'main', '--template='], made);
  execFileSync('git', ['fast-import', '--quiet'], { ...made, input: streamOf(planOf(size)) });
  execFileSync('git', ['reset', '-q', '--hard'], made);
  writeFileSync(join(folder, '.git/complete'), '');
  return folder;
}

/**
 * The plan as its first commit, and then commits that move a date or a status in some files, every tenth of them on a
 * branch that is merged, for `git fast-import`.
 */
function streamOf(plan) {
  const texts = new Map(
    readdirSync(plan, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(md|yaml)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(plan.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
  const paths = [...texts.keys()];
  let state = 1;
  const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const parts = [];
  let mark = 0;
  const commit = (day, parents, changed) => {
    const who = `Plan <plan@example.org> ${1_735_725_600 + day * 86_400} +0000`;
    const [from, ...merged] = parents;
    parts.push(`commit refs/heads/main\nmark :${++mark}\nauthor ${who}\ncommitter ${who}\ndata 0\n`);
    if (from) parts.push(`from :${from}\n`);
    for (const other of merged) parts.push(`merge :${other}\n`);
    for (const path of changed) {
      const text = texts.get(path);
      parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
    return mark;
  };
  const change = (n) => {
    const path = paths[below(paths.length)];
    const date = new Date(Date.UTC(2026, 0, 1 + below(500))).toISOString().slice(0, 10);
    const text = texts.get(path);
    const dated = text.replace(/\bdue: \S+/, `due: ${date}`);
    texts.set(path, dated === text ? `${text}\nNote ${n}.\n` : dated);
    return path;
  };
  let tip = commit(0, [], paths);
  let earlier = tip;
  for (let n = 1; n < COMMITS; n++) {
    const day = Math.floor((n * 600) / COMMITS);
    const changed = Array.from({ length: 1 + below(4) }, () => change(n));
    if (n % 10 === 0) {
      const branch = commit(day, [earlier], changed);
      tip = commit(day, [tip, branch], changed);
      n++;
    } else {
      earlier = tip;
      tip = commit(day, [tip], changed);
    }
  }
  return parts.join('');
}
