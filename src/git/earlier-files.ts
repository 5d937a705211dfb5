import { type Day, formatDay } from '../core/model/values/day.ts';
import { readBlobs } from './blobs.ts';
import { DiffTree } from './diff-tree.ts';
import type { Environment } from './find-git.ts';
import { LARGEST } from './head-files.ts';
import { markdownBelow } from './markdown-paths.ts';
import { type BytePath, toBytes } from './path-bytes.ts';
import { isHash, openRepository, type Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';
import { readTree } from './tree.ts';

/** What to read of the past of a plan. */
export interface EarlierOptions {
  /** The root of the plan. */
  readonly root: string;
  readonly env: Environment;
  /** The last day that counts. */
  readonly day: Day;
  /** The files that are wanted, as they are called today: relative to the root, with `/`. */
  readonly paths: Iterable<string>;
  /** Ends it, and every git that it has started: then it rejects. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads some files of a plan as they were committed at the end of a day, each under the path that it has today. Files
 * that were not there are left out. Undefined where nobody can say: there is no git, no repository, no commit as old, or not
 * all of it in a partial clone.
 */
export async function readEarlier(options: EarlierOptions): Promise<ReadonlyMap<string, string> | undefined> {
  const { root, env, day, paths, signal } = options;
  try {
    const repository = await openRepository(root, env, signal);
    if ('reason' in repository) return undefined;
    const commit = await lastCommit(repository, day, signal);
    if (commit === undefined) return undefined;
    const hashes = await hashesOf(repository, commit, paths, signal);
    const contents = new Map<string, string>();
    for await (const { hash, content } of readBlobs(repository.git, new Set(hashes.values()), signal)) {
      contents.set(hash, content.toString('utf8'));
    }
    const texts = [...hashes].map(([path, hash]) => [path, contents.get(hash)] as const);
    // A partial clone does not have them all, and what it does not have is not gone.
    return texts.every((entry): entry is readonly [string, string] => entry[1] !== undefined)
      ? new Map(texts)
      : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** What was checked out of the branch of today at the end of a day, as far as its commits say. */
async function lastCommit({ git, head }: Repository, day: Day, signal?: AbortSignal): Promise<string | undefined> {
  const until = `--before=${formatDay(day)}T23:59:59`;
  const { code, stdout, stderr } = await git.run(
    ['rev-list', '--first-parent', '--max-count=1', until, '--end-of-options', head],
    { signal },
  );
  if (code !== 0) throw new GitFailure(stderr);
  const hash = stdout.toString('latin1').trim();
  return isHash(hash) ? hash : undefined;
}

/** The contents that a commit has for files, by what they are called today. */
async function hashesOf(
  repository: Repository,
  commit: string,
  paths: Iterable<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const files = (await readTree(repository, commit, signal)).filter(
    ({ kind, size }) => kind === 'file' && size <= LARGEST,
  );
  const tree = new Map(files.map(({ path, hash }) => [path, hash]));
  const prefix = toBytes(repository.prefix);
  const wanted = new Map([...paths].map((path) => [path, prefix + toBytes(path)]));
  const isRenamed = [...wanted.values()].some((path) => !tree.has(path));
  const before = isRenamed ? await renamesSince(repository, commit, signal) : new Map<BytePath, BytePath>();
  const found = [...wanted].map(
    ([path, bytes]) => [path, tree.get(bytes) ?? tree.get(before.get(bytes) ?? '')] as const,
  );
  return new Map(found.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** What files were called in a commit, by what they are called in the one that is checked out. */
async function renamesSince(
  { git, head, prefix }: Repository,
  commit: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<BytePath, BytePath>> {
  const renames = DiffTree.renames(git, markdownBelow(prefix), signal);
  try {
    const changes = await renames.ask(head, commit);
    return new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from] as const])));
  } finally {
    renames.stop();
  }
}
