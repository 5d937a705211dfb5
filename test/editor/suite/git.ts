import { execFileSync } from 'node:child_process';
import { milestone, willWrite } from './milepost.ts';
import { workspaceFile, writeFile } from './support.ts';

/** A day some time ago, so long that any item is stale by now. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A plan of its own in a repository below the opened folder, with one milestone that was committed long ago. */
export async function writeRepository(): Promise<void> {
  await willWrite('repository/a.md');
  await writeFile('repository/a.md', milestone('a', 'status: in-progress\n'));
  git(['init', '-q', '-b', 'main']);
  commit(daysAgo(300));
  // Only now it is one, and is read.
  await writeFile('repository/milepost.yaml', '');
}

/** Commits everything in the repository, as of a day. */
export function commit(day: string): void {
  const at = `${day}T12:00:00Z`;
  git(['add', 'a.md']);
  git(['commit', '-q', '-m', day], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
}

/** Gives the last commit in the repository a name. */
export function tag(name: string): void {
  git(['tag', name]);
}

const MARIA = ['-c', 'user.name=Maria', '-c', 'user.email=maria@example.org'];

/** Runs git in the repository; gives what it prints. */
export function git(args: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync('git', [...MARIA, ...args], {
    cwd: workspaceFile('repository').fsPath,
    stdio: 'pipe',
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}
