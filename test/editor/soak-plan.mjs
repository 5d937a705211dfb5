import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/vscode/paths.mjs';

/**
 * Makes a folder a plan of some two hundred items in a repository: programs that are made up, with a history, and from a
 * later commit on the example, whose configuration holds for all of it. The tag `v1` is the baseline, `start` where every
 * round begins, and the branch `before` is the plan as it was before the example came.
 */
export function prepareSoak(folder) {
  const made = ['--items', '100', '--per-program', '50', '--prose', '2', '--faults', '2', '--history', '8'];
  execFileSync(process.execPath, [join(root, 'bench/make-plan.mjs'), folder, ...made], { stdio: 'ignore' });
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Maria', '-c', 'user.email=maria@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, GIT_AUTHOR_DATE: '2026-11-02T12:00:00Z', GIT_COMMITTER_DATE: '2026-11-02T12:00:00Z' },
    });
  git('branch', 'before');
  cpSync(join(root, 'examples/atlas'), join(folder, 'atlas'), { recursive: true });
  renameSync(join(folder, 'atlas/milepost.yaml'), join(folder, 'milepost.yaml'));
  appendFileSync(join(folder, 'milepost.yaml'), '\nbaseline: v1\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'The example');
  git('tag', 'v1', 'HEAD~2');
  git('tag', 'start');
}
