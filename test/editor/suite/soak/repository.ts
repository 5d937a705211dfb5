import { execFileSync } from 'node:child_process';
import { workspaceFile } from '../support.ts';

/** Whoever commits, in whatever state the machine's own git is. */
const SETTINGS = [
  ...['user.name=Maria', 'user.email=maria@example.org', 'commit.gpgsign=false', 'core.autocrlf=false'],
  ...['merge.conflictStyle=merge', 'advice.detachedHead=false', 'gc.auto=0'],
].flatMap((setting) => ['-c', setting]);

/** Runs git in the opened folder as of a day; gives what it prints, and undefined where it refuses. */
export function git(args: readonly string[], day = '2026-11-20'): string | undefined {
  const at = `${day}T12:00:00Z`;
  try {
    return execFileSync('git', [...SETTINGS, ...args], {
      cwd: workspaceFile('').fsPath,
      stdio: 'pipe',
      encoding: 'utf8',
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    });
  } catch (error) {
    if ((error as { status?: number | null }).status == null) throw error;
    return undefined;
  }
}

/** Puts everything back to where a round begins. */
export function startOver(): void {
  for (const args of [
    ['merge', '--abort'],
    ['checkout', '-q', '-f', '-B', 'main', 'start'],
    ['clean', '-q', '-f', '-d', '-x'],
    ['stash', 'clear'],
  ]) {
    git(args);
  }
  for (const branch of (git(['branch', '--format=%(refname:short)']) ?? '').split('\n')) {
    if (branch.startsWith('work')) git(['branch', '-q', '-D', branch]);
  }
}
