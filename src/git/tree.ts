import type { BytePath } from './path-bytes.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** What a commit has at a path. */
export interface TreeEntry {
  /** From the top of the repository. */
  readonly path: BytePath;
  readonly kind: 'file' | 'link' | 'submodule';
  readonly hash: string;
  /** In bytes; not a number where a partial clone does not have it, or for what is no file. */
  readonly size: number;
}

/** Everything that a commit has in the folder of a plan, and below. */
export async function readTree(
  { git, prefix }: Repository,
  commit: string,
  signal?: AbortSignal,
): Promise<readonly TreeEntry[]> {
  const below = prefix === '' ? [] : ['--', `:(top,literal)${prefix}`];
  const listed = await git.run(['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...below], { signal });
  if (listed.code !== 0) throw new GitFailure(listed.stderr);
  const entries = listed.stdout.toString('latin1').split('\0');
  return entries.slice(0, -1).map((entry) => {
    const tab = entry.indexOf('\t');
    const [mode, , hash, size] = entry.slice(0, tab).split(/ +/) as [string, string, string, string];
    return { path: entry.slice(tab + 1), kind: kindOf(mode), hash, size: Number(size) };
  });
}

const kindOf = (mode: string): TreeEntry['kind'] =>
  mode === SUBMODULE ? 'submodule' : mode.startsWith(FILE) ? 'file' : 'link';

/** How modes begin, or what they are. */
const FILE = '100';
const SUBMODULE = '160000';
