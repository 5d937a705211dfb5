import { readBlobs } from './blobs.ts';
import { hashLines } from './line-hashes.ts';
import { isMarkdown } from './markdown-paths.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** A file of a plan as it was committed last. */
export interface HeadFile {
  /** From the top of the repository, in Latin-1, byte by byte. */
  readonly path: string;
  readonly blob: string;
  readonly hashes: Int32Array;
}

/** What is committed of a plan. */
export interface HeadFiles {
  readonly files: readonly HeadFile[];
  /**
   * What cannot be looked into, in Latin-1, byte by byte: folders that are repositories of their own, ending in `/`, and
   * files that are too large, or that a partial clone does not have.
   */
  readonly closed: readonly string[];
}

/** Nobody writes a longer file. */
const LARGEST = 16 << 20;

/**
 * Reads the Markdown files of a plan as they are in the commit that is checked out.
 * @param knownHashes the hashes of the lines of a content, where they are known
 */
export async function readHead(
  { git, head, prefix }: Repository,
  knownHashes: (blob: string) => Int32Array | undefined,
  signal?: AbortSignal,
): Promise<HeadFiles> {
  const below = prefix === '' ? [] : ['--', `:(top,literal)${prefix}`];
  const listed = await git.run(['ls-tree', '-r', '-z', '-l', '--full-tree', head, ...below], { signal });
  if (listed.code !== 0) throw new GitFailure(listed.stderr);
  const closed: string[] = [];
  const blobs = new Map<string, string>();
  const contents = new Map<string, Int32Array | undefined>();
  for (const entry of listed.stdout.toString('latin1').split('\0')) {
    const tab = entry.indexOf('\t');
    const [mode, , hash, size] = entry.slice(0, tab).split(/ +/) as [string, string, string, string];
    const path = entry.slice(tab + 1);
    if (mode === SUBMODULE) closed.push(`${path}/`);
    if (!mode.startsWith(FILE) || !isMarkdown(path)) continue;
    if (Number(size) <= LARGEST) contents.set(hash, knownHashes(hash));
    blobs.set(path, hash);
  }
  const unknown = [...contents].flatMap(([hash, lines]) => (lines ? [] : [hash]));
  if (unknown.length > 0) {
    for await (const { hash, content } of readBlobs(git, unknown, signal)) {
      contents.set(hash, hashLines(content.toString('utf8')).hashes);
    }
  }
  const files: HeadFile[] = [];
  for (const [path, blob] of blobs) {
    const hashes = contents.get(blob);
    if (hashes) files.push({ path, blob, hashes });
    else closed.push(path);
  }
  return { files, closed };
}

/** How modes begin, or what they are. */
const FILE = '100';
const SUBMODULE = '160000';
