import type { Since } from '../core/report/since.ts';
import { isReadByPlans } from '../workspace/plan-files.ts';
import { type Beginning, beginnings, type PlanNow } from './beginnings.ts';
import { readBlobs } from './blobs.ts';
import { type Names, readNames } from './branches.ts';
import { type FilesAt, filesAt, filesLeftOut } from './files-at.ts';
import type { Environment } from './find-git.ts';
import { LARGEST } from './head-files.ts';
import { mergeBase } from './merge-base.ts';
import { failed, type Missing, missing } from './missing.ts';
import { toBytes } from './path-bytes.ts';
import { isHash, isPartial, openRepository, type Repository } from './repository.ts';
import { resolveRevision } from './resolve-revision.ts';
import { GitFailure } from './run-git.ts';
import { readTree } from './tree.ts';

/** What the repository of a plan has besides the working tree. Each of these rejects with a `GitFailure` where git does. */
export interface Revisions {
  /** The commit that is checked out. */
  readonly head: string;
  readonly names: (signal?: AbortSignal) => Promise<Names>;
  /** The commit that somebody means by a name; undefined where there is none. */
  readonly resolve: (name: string, signal?: AbortSignal) => Promise<string | undefined>;
  /** The commits with which the time may begin that somebody asks about, the one that is meant first. */
  readonly beginnings: (since: Since, now: PlanNow, signal?: AbortSignal) => AsyncIterable<Beginning>;
  /** Where what is checked out and another commit parted; otherwise why nobody can say. */
  readonly mergeBase: (commit: string, signal?: AbortSignal) => Promise<string | Missing>;
  /**
   * What differs from the working tree in a commit, as far as a plan is read from it. What a sparse checkout leaves out is
   * in neither.
   */
  readonly filesAt: (commit: string, signal?: AbortSignal) => Promise<FilesAt>;
  /** The text of a file in a commit; undefined where it is not there. */
  readonly textAt: (commit: string, path: string, signal?: AbortSignal) => Promise<string | undefined>;
}

/** Opens the repository that the root of a plan is in; otherwise says what is missing. */
export async function openRevisions(
  root: string,
  env: Environment,
  signal?: AbortSignal,
): Promise<Revisions | Missing> {
  try {
    const repository = await openRepository(root, env, signal);
    return 'reason' in repository ? repository : revisionsOf(repository);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GitFailure) return failed(error.message);
    throw error;
  }
}

const revisionsOf = (repository: Repository): Revisions => {
  const { git, head, boundary } = repository;
  return {
    head,
    names: (signal) => readNames(git, signal),
    resolve: (name, signal) => resolveRevision(git, name, signal),
    beginnings: (since, now, signal) => beginnings(repository, since, now, signal),
    mergeBase: async (commit, signal) =>
      (await mergeBase(git, commit, head, signal)) ?? missing(boundary.size > 0 ? 'shallow-base' : 'no-base'),
    filesAt: async (commit, signal) => {
      try {
        const files = await filesAt(repository, commit, isReadByPlans, signal);
        // What a sparse checkout leaves out the plan does not have now: it is not compared, on either side.
        const leftOut = await filesLeftOut(repository, () => false, signal);
        return new Map([...files, ...[...leftOut.keys()].map((path) => [path, undefined] as const)]);
      } catch (error) {
        if (error instanceof GitFailure && (await isPartial(repository, signal)))
          throw new GitFailure(missing('partial').text);
        throw error;
      }
    },
    textAt: (commit, path, signal) => textAt(repository, commit, path, signal),
  };
};

/** The text of one file, found by what the tree of the commit calls it: nothing in a path is ever a part of a command. */
async function textAt(
  repository: Repository,
  commit: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (!isHash(commit)) return undefined;
  const bytes = toBytes(repository.prefix + path);
  const found = (await readTree(repository, commit, signal)).find((entry) => entry.path === bytes);
  if (found?.kind !== 'file' || found.size > LARGEST) return undefined;
  for await (const { content } of readBlobs(repository.git, [found.hash], signal)) return content.toString('utf8');
  return undefined;
}
