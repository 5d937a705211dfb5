// What `milepost history` costs on a large plan with a long history, beside a check of the same plan.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, timed } from './measure.mjs';
import { SIZES } from './plans.mjs';

const COMMITS = 1000;

/** Measures whole processes, and reports the figures. */
export function itemHistory(size, { cli, rounds, check, report }) {
  const folder = repositoryOf(size);
  const cache = join(folder, '.git/bench');
  const env = { XDG_CACHE_HOME: cache };
  const history = (...args) => {
    const run = timed('node', [cli, 'history', '--today', '2026-11-21', '--format', 'json', ...args], {
      cwd: folder,
      env,
    });
    const { commits } = JSON.parse(run.stdout);
    if (run.status !== 0 || commits < COMMITS / 2) throw new Error(`the history was not told: ${run.stderr}`);
    return run;
  };
  const anew =
    (...args) =>
    () => {
      rmSync(cache, { recursive: true, force: true });
      return history(...args);
    };
  const times = compare(
    [
      { name: 'check', run: () => check(folder, env, '--no-git') },
      { name: 'first, an item', run: anew('m-7', '--samples', '0') },
      { name: 'first', run: anew() },
      { name: 'again', run: () => history() },
      { name: 'again, an item', run: () => history('m-7', '--samples', '0') },
    ],
    rounds,
  );
  const ratio = (name) => `${(times.get(name) / times.get('check')).toFixed(2)} x`;
  const what = `${size}, ${COMMITS} commits`;
  report(`milepost history of all / check, the first time, ${what}`, ratio('first'), '');
  report(`milepost history of all / check, from the cache, ${what}`, ratio('again'), '');
  report(`milepost history ID / check, the first time, ${what}`, ratio('first, an item'), '');
  report(`milepost history ID / check, from the cache, ${what}`, ratio('again, an item'), '');
}

/** A repository with a plan and its history; the same on every machine. */
function repositoryOf(size) {
  const folder = fileURLToPath(new URL(`.cache/items-${size}`, import.meta.url));
  if (existsSync(join(folder, '.git/complete'))) return folder;
  const generator = fileURLToPath(new URL('make-plan.mjs', import.meta.url));
  const options = ['--items', String(SIZES[size]), '--seed', '1', '--history', String(COMMITS)];
  const made = spawnSync(process.execPath, [generator, folder, ...options], { stdio: 'inherit' });
  if (made.status !== 0) throw new Error(`the plan of size ${size} could not be written`);
  writeFileSync(join(folder, '.git/complete'), '');
  return folder;
}
