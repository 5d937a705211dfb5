import { type Day, parseDay } from '../core/model/values/day.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** The day on which a commit was made; undefined where that is none that a plan can have. */
export async function dayOfCommit(
  { git }: Pick<Repository, 'git'>,
  commit: string,
  signal?: AbortSignal,
): Promise<Day | undefined> {
  const options = ['--max-count=1', '--encoding=UTF-8', '--format=%cs', '--end-of-options', commit];
  const { code, stdout, stderr } = await git.run(['rev-list', ...options], { signal });
  if (code !== 0) throw new GitFailure(stderr);
  return parseDay(stdout.toString('latin1').split('\n')[1] ?? '');
}
