import type { Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** The commits that are not behind another one, whatever they changed. */
export async function commitsSince(
  { git, head }: Repository,
  commit: string,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const { code, stdout, stderr } = await git.run(['rev-list', '--end-of-options', head, `^${commit}`], { signal });
  if (code !== 0) throw new GitFailure(stderr);
  return new Set(stdout.toString('latin1').split('\n').slice(0, -1));
}
