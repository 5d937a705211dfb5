// What it takes to tell what a commit does to a plan, beside checking that plan.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, timed } from './measure.mjs';
import { planOf } from './plans.mjs';

const CHANGED_FILES = 20;

/** Measures the last commit of a plan, and reports the figures. */
export function diff(size, { rounds, cli, report }) {
  const folder = repositoryOf(size);
  const env = { XDG_CACHE_HOME: join(folder, '.git/bench') };
  const milepost = (...args) => {
    const result = timed('node', [cli, ...args, '--today', '2026-11-21'], { cwd: folder, env });
    if (result.status !== 0) throw new Error(`milepost ${args[0]}: ${result.stderr}`);
    return result;
  };
  const check = (...more) => milepost('check', '--fail-on', 'never', '--format', 'json', ...more);
  check();
  const json = milepost('diff', 'HEAD~1', '--fail-on', 'never', '--format', 'json');
  const { items, programs } = JSON.parse(json.stdout);
  if (items.length < CHANGED_FILES) throw new Error('it does not see what was changed');
  const seconds = compare(
    [
      { name: 'check', run: () => check('--no-git') },
      { name: 'diff', run: () => milepost('diff', 'HEAD~1', '--fail-on', 'never', '--format', 'json') },
      { name: 'back', run: () => milepost('diff', 'HEAD', 'HEAD~1', '--fail-on', 'never', '--format', 'markdown') },
      { name: 'compare', run: () => milepost('compare', 'HEAD~1', 'HEAD', 'HEAD~1', '--format', 'json') },
    ],
    rounds,
  );
  const ratio = (name) => `${(seconds.get(name) / seconds.get('check')).toFixed(2)} x`;
  const what = `${size}, ${CHANGED_FILES} files changed`;
  report(`milepost diff HEAD~1 / milepost check --no-git, ${what}`, ratio('diff'), size === 'L' ? 'at most 1.3 x' : '');
  report(`milepost diff HEAD HEAD~1, as a comment / the same, ${what}`, ratio('back'), '');
  report(`milepost compare, two options / the same, ${what}`, ratio('compare'), '');
  console.log(`  ${items.length} items of ${programs.length} programs are changed or moved by that`);
}

/** A repository with a plan, and a commit that changes a few files of it. */
export function repositoryOf(size) {
  const folder = fileURLToPath(new URL(`.cache/diff-${size}`, import.meta.url));
  if (existsSync(join(folder, '.git/complete'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  cpSync(planOf(size), folder, { recursive: true });
  // Other measurements make a repository of the plan; this one has a history of its own.
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Plan', '-c', 'user.email=plan@example.org', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: devNull },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  git('init', '-q', '-b', 'main', '--template=');
  git('add', '-A');
  git('commit', '-q', '-m', 'The plan');
  const files = globSync('**/milestones/*.md', { cwd: folder }).sort();
  const step = Math.floor(files.length / CHANGED_FILES);
  for (let n = 0; n < CHANGED_FILES; n++) {
    const path = join(folder, files[n * step]);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(/^duration: .*$/m, 'duration: 15d').replace(/^due: (\d{4})-\d\d/m, 'due: $1-12');
    writeFileSync(path, changed === text ? text.replace(/^title: /m, 'title: Again: ') : changed);
  }
  git('commit', '-q', '-a', '-m', 'Twenty files');
  writeFileSync(join(folder, '.git/complete'), '');
  return folder;
}
