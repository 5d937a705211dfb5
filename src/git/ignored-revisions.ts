import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = '.git-blame-ignore-revs';
const LARGEST = 1 << 20;

/** The commits of a `.git-blame-ignore-revs` at the top of a working tree: one whole hash a line, `#` before comments. */
export async function ignoredRevisions(top: string): Promise<ReadonlySet<string>> {
  const path = join(top, NAME);
  try {
    // Nothing else is opened: a pipe would never end.
    const stat = await lstat(path);
    return stat.isFile() && stat.size <= LARGEST ? parse(await readFile(path, 'latin1')) : NONE;
  } catch {
    return NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

function parse(text: string): ReadonlySet<string> {
  const hashes = [...text.matchAll(/^[ \t]*([0-9a-f]{40}|[0-9a-f]{64})[ \t\r]*(?:#.*)?$/gim)];
  return new Set(hashes.map(([, hash]) => (hash as string).toLowerCase()));
}
