import { nearest } from '../core/text/nearest.ts';
import { readNames } from './branches.ts';
import { resolveRevision } from './resolve-revision.ts';
import { type Git, GitFailure } from './run-git.ts';

/** `main~2`, `v1^{commit}`: a name, and the way from there. */
const WAY = /(?:[~^]|@\{).*$/s;

/** What somebody probably meant by a name of a commit that there is none of: a branch or a tag, here or as it was fetched. */
export async function nearestRevision(git: Git, name: string): Promise<string | undefined> {
  const way = WAY.exec(name)?.[0] ?? '';
  const wanted = name.slice(0, name.length - way.length);
  try {
    const { all } = await readNames(git);
    const near = nearest(
      wanted,
      all.map((one) => one.name),
    );
    // Where it is the name that exists, it is the way that leads nowhere.
    if (near === undefined || near === wanted) return undefined;
    // Nor does it help to send anybody back further than the history of the right one goes.
    return (await resolveRevision(git, near + way)) === undefined ? undefined : near + way;
  } catch (error) {
    // Who only wants to help says nothing of what goes wrong.
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}
