import type { Repository } from './repository.ts';
import { resolveRevision } from './resolve-revision.ts';
import { GitFailure } from './run-git.ts';

/** The commits that are not behind a revision, whatever they changed; undefined where there is no such revision. */
export async function commitsSince(
  { git, head }: Repository,
  name: string,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const since = await resolveRevision(git, name, signal);
  if (since === undefined) return undefined;
  const { code, stdout, stderr } = await git.run(['rev-list', '--end-of-options', head, `^${since}`], { signal });
  if (code !== 0) throw new GitFailure(stderr);
  return new Set(stdout.toString('latin1').split('\n').slice(0, -1));
}
