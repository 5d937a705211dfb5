import { readBlobs } from './blobs.ts';
import { hashLines } from './line-hashes.ts';
import { isMarkdown } from './markdown-paths.ts';
import type { Repository } from './repository.ts';
import { readTree } from './tree.ts';

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
export const LARGEST = 16 << 20;

/**
 * Reads the Markdown files of a plan as they are in the commit that is checked out.
 * @param knownHashes the hashes of the lines of a content, where they are known
 */
export async function readHead(
  repository: Repository,
  knownHashes: (blob: string) => Int32Array | undefined,
  signal?: AbortSignal,
): Promise<HeadFiles> {
  const closed: string[] = [];
  const blobs = new Map<string, string>();
  const contents = new Map<string, Int32Array | undefined>();
  for (const { path, kind, hash, size } of await readTree(repository, repository.head, signal)) {
    if (kind === 'submodule') closed.push(`${path}/`);
    if (kind !== 'file' || !isMarkdown(path)) continue;
    if (size <= LARGEST) contents.set(hash, knownHashes(hash));
    blobs.set(path, hash);
  }
  const unknown = [...contents].flatMap(([hash, lines]) => (lines ? [] : [hash]));
  if (unknown.length > 0) {
    for await (const { hash, content } of readBlobs(repository.git, unknown, signal)) {
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
