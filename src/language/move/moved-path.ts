import type { FileMove } from '../rename/file-name.ts';

/** Where a file is once files or folders have moved. */
export function pathAfter(path: string, moves: readonly FileMove[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return `${to}${path.slice(from.length)}`;
  }
  return path;
}
