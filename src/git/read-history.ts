import { Cache, type Cached, keyOf } from './cache.ts';
import { dateLines } from './date-lines.ts';
import type { Environment } from './find-git.ts';
import { readHead } from './head-files.ts';
import type { FileLines, LineDates } from './line-dates.ts';
import { failed, type Missing, missing } from './missing.ts';
import { fromBytes, toBytes } from './path-bytes.ts';
import { isPartial, openRepository, type Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** What to read the history of a plan with. */
export interface HistoryOptions {
  /** The root of the plan. */
  readonly root: string;
  readonly env: Environment;
  /** Where to keep what was found; without it nothing is kept. */
  readonly cacheFolder?: string | undefined;
  /** What was read before: given back as it is while nothing has changed. */
  readonly earlier?: History | undefined;
  /** Ends it, and every git that it has started: then it rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** What the history of a plan says. */
export interface History {
  /** When lines were changed last; undefined where nobody can say. */
  readonly dates: LineDates | undefined;
  /** What is missing, so that there are no dates, or not all. */
  readonly missing: Missing | undefined;
  /** How many commits were looked at. */
  readonly commits: number;
  /** Everything that it depends on, in one word; undefined where there are no dates. */
  readonly key: string | undefined;
}

/** Reads when the lines of a plan were changed last. Rejects only where it is cancelled. */
export async function readHistory(options: HistoryOptions): Promise<History> {
  const { root, env, cacheFolder, earlier, signal } = options;
  try {
    const repository = await openRepository(root, env, signal);
    if ('reason' in repository) return without(repository);
    const key = `${repository.head} ${keyOf(repository)}`;
    if (earlier?.key === key) return earlier;
    const cache = cacheFolder === undefined ? undefined : new Cache(cacheFolder, repository);
    const cached = await cache?.read();
    const found = await update(repository, cached, signal).catch(async (error) => {
      if (error instanceof GitFailure && (await isPartial(repository, signal))) return missing('partial');
      throw error;
    });
    if (found && 'reason' in found) return without(found);
    if (!found) return without(missing('not-tracked'));
    if (found.cached !== cached) await cache?.write(found.cached);
    const isShallow = repository.boundary.size > 0;
    return {
      dates: found.cached.dates,
      missing: isShallow ? missing('shallow') : undefined,
      commits: found.commits,
      key,
    };
  } catch (error) {
    signal?.throwIfAborted();
    if (isExpected(error)) return without(failed(error.message));
    throw error;
  }
}

const without = (missing: Missing): History => ({ dates: undefined, missing, commits: 0, key: undefined });

/** What git, or the file system, does not do. */
const isExpected = (error: unknown): error is Error =>
  error instanceof GitFailure || (error instanceof Error && 'code' in error);

/** Brings what was found before forward to the commit that is checked out. Undefined where no file is tracked. */
async function update(
  repository: Repository,
  cached: Cached | undefined,
  signal: AbortSignal | undefined,
): Promise<{ readonly cached: Cached; readonly commits: number } | undefined> {
  if (cached?.dates.head === repository.head) return { cached, commits: 0 };
  const hashes = new Map([...(cached?.dates.files.values() ?? [])].map((file) => [file.blob, file.hashes]));
  const { files, closed } = await readHead(repository, (blob) => hashes.get(blob), signal);
  if (files.length === 0) return undefined;
  const base = cached && (await isBehind(cached, repository, signal)) ? cached : undefined;
  const dated =
    (base && (await dateLines(repository, files, base, signal))) ??
    (await dateLines(repository, files, undefined, signal));
  if (!dated) return undefined;
  const { length } = toBytes(repository.prefix);
  const relative = (path: string): string => fromBytes(path.slice(length));
  const lines: [string, FileLines][] = [];
  let at = 0;
  for (const { path, blob, hashes } of files) {
    lines.push([relative(path), { blob, hashes, days: dated.days.subarray(at, at + hashes.length) }]);
    at += hashes.length;
  }
  const dates = { head: repository.head, files: new Map(lines), closed: closed.map(relative) };
  return { cached: { dates, folders: dated.folders }, commits: dated.commits };
}

/** Whether what was found belongs to a commit that comes before the one that is checked out. */
async function isBehind({ dates }: Cached, { git, head }: Repository, signal?: AbortSignal): Promise<boolean> {
  const { code } = await git.run(['merge-base', '--is-ancestor', '--end-of-options', dates.head, head], { signal });
  return code === 0;
}
