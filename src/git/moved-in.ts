import { DiffTree } from './diff-tree.ts';
import { markdownBelow } from './markdown-paths.ts';
import { folderOf, fromBytes, toBytes } from './path-bytes.ts';
import type { Repository } from './repository.ts';

/**
 * The folders from which commits have moved files into that of the plan, or into others that are `known`: the lines of
 * a plan that was moved are as old as before.
 */
export async function foldersMovedFrom(
  commits: readonly string[],
  { git, prefix }: Repository,
  known: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const root = toBytes(prefix);
  const isKnown = (path: string): boolean => path.startsWith(root) || known.has(fromBytes(folderOf(path)));
  const renames = DiffTree.renames(git, markdownBelow(''), signal);
  try {
    for (const renamed of await Promise.all(commits.map((commit) => renames.ask(commit)))) {
      for (const { path, from } of renamed) {
        if (from !== undefined && isKnown(path) && !isKnown(from)) found.add(fromBytes(folderOf(from)));
      }
    }
  } finally {
    renames.stop();
  }
  return [...found];
}
