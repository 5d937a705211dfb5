import type { Cached } from './cache.ts';
import type { HeadFile } from './head-files.ts';
import type { Segment } from './hunks.ts';
import { NO_DAY } from './line-dates.ts';
import { markdownBelow, markdownIn } from './markdown-paths.ts';
import { foldersMovedFrom } from './moved-in.ts';
import { fromBytes, toBytes } from './path-bytes.ts';
import type { Repository } from './repository.ts';
import { type Known, LineTracer } from './trace-lines.ts';

/** The days of all lines of some files, one file after another, and what it took to find them. */
export interface DatedLines {
  readonly days: Int32Array;
  /** The folders outside of the plan's from which files have moved into it. */
  readonly folders: ReadonlySet<string>;
  /** How many commits were looked at. */
  readonly commits: number;
}

/** A plan that has moved more often is as old as the first of these moves. */
const MOST_MOVES = 8;

/**
 * Finds the days of all lines of the files that are checked out. What was found for an older commit need not be found
 * again; undefined where that does not do.
 */
export async function dateLines(
  repository: Repository,
  files: readonly HeadFile[],
  base: Cached | undefined,
  signal: AbortSignal | undefined,
): Promise<DatedLines | undefined> {
  const { prefix } = repository;
  const folders = new Set(base?.folders);
  const known = base && knownOf(base, prefix);
  const asked = new Set<string>();
  let commits = 0;
  for (let move = 0; ; move++) {
    const paths = [...markdownBelow(prefix), ...[...folders].flatMap(markdownIn)];
    const days = new Int32Array(files.reduce((sum, { hashes }) => sum + hashes.length, 0)).fill(NO_DAY);
    const traced = await new LineTracer(repository, paths, days, signal).trace(allLines(files), known);
    commits += traced.commits;
    if (traced.incomplete) return undefined;
    // Everything is inside of the top folder.
    const births = prefix === '' ? [] : [...traced.births].filter((commit) => !asked.has(commit));
    for (const commit of births) asked.add(commit);
    const more = births.length === 0 ? [] : await foldersMovedFrom(births, repository, folders, signal);
    if (more.length === 0 || move === MOST_MOVES) return { days, folders, commits };
    for (const folder of more) folders.add(folder);
  }
}

function allLines(files: readonly HeadFile[]): Map<string, Segment[]> {
  const lines = new Map<string, Segment[]>();
  let to = 0;
  for (const { path, hashes } of files) {
    if (hashes.length > 0) lines.set(path, [{ start: 0, count: hashes.length, to }]);
    to += hashes.length;
  }
  return lines;
}

function knownOf({ dates }: Cached, prefix: string): Known {
  const start = toBytes(prefix);
  return {
    commit: dates.head,
    daysOf: (path) => (path.startsWith(start) ? dates.files.get(fromBytes(path.slice(start.length)))?.days : undefined),
  };
}
