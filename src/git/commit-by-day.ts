import { type Day, formatDay } from '../core/model/values/day.ts';
import { isHash, type Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** What the branch that is checked out was at the end of a day; undefined where it had no commit yet. */
export async function commitByDay(
  { git, head }: Pick<Repository, 'git' | 'head'>,
  day: Day,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const options = ['--first-parent', '--max-count=1', `--before=${formatDay(day)} 23:59:59`, '--end-of-options', head];
  const { code, stdout, stderr } = await git.run(['rev-list', ...options], { signal });
  if (code !== 0) throw new GitFailure(stderr);
  const hash = stdout.toString('latin1').trim();
  return isHash(hash) ? hash : undefined;
}
