import type { Since } from '../core/history/due-moves.ts';
import { commitsSince } from './commits-since.ts';
import type { Repository } from './repository.ts';
import { resolveRevision } from './resolve-revision.ts';

/** From a revision on, as somebody calls it; undefined where there is no such revision. */
export async function sinceRevision(
  repository: Repository,
  name: string,
  signal?: AbortSignal,
): Promise<Since | undefined> {
  const since = await resolveRevision(repository.git, name, signal);
  if (since === undefined) return undefined;
  const commits = await commitsSince(repository, since, signal);
  return {
    name,
    commit: since,
    includes: ({ commit, merge }) => {
      // What a merge brought came with it.
      const arrival = merge ?? commit;
      return arrival === undefined || commits.has(arrival.hash);
    },
  };
}
