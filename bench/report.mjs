// What it takes to write a status report on a plan and what has changed in it, beside checking that plan.
import { join } from 'node:path';
import { repositoryOf } from './diff.mjs';
import { compare, timed } from './measure.mjs';

/** Measures reports since the last commit of a plan, and reports the figures. */
export function reports(size, { rounds, cli, report }) {
  const folder = repositoryOf(size);
  const env = { XDG_CACHE_HOME: join(folder, '.git/bench') };
  const milepost = (...args) => {
    const result = timed('node', [cli, ...args, '--today', '2026-11-21'], { cwd: folder, env });
    if (result.status !== 0) throw new Error(`milepost ${args[0]}: ${result.stderr}`);
    return result;
  };
  const check = () => milepost('check', '--no-git', '--fail-on', 'never', '--format', 'json');
  const written = (...args) => milepost('report', '--since', 'HEAD~1', ...args);
  if (!/^## What moved since/m.test(written().stdout)) throw new Error('it does not see what has changed');
  const seconds = compare(
    [
      { name: 'check', run: check },
      { name: 'executive', run: () => written() },
      { name: 'engineering', run: () => written('--for', 'engineering') },
      { name: 'html', run: () => written('--format', 'html') },
    ],
    rounds,
  );
  const ratio = (name) => `${(seconds.get(name) / seconds.get('check')).toFixed(2)} x`;
  const aim = size === 'L' ? 'at most 2 x' : '';
  report(`milepost report / milepost check --no-git, ${size}`, ratio('executive'), aim);
  report(`milepost report --for engineering / the same, ${size}`, ratio('engineering'), aim);
  report(`milepost report --format html / the same, ${size}`, ratio('html'), aim);
}
