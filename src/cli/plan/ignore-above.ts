import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { IgnoreAbove } from '../../workspace/walk.ts';
import { slashed } from './place.ts';
import { gitRootOf } from './root.ts';

/**
 * The `.gitignore` files above the root of a plan, from the top of its repository down. Those that cannot be read are
 * told to `onError`; links are not followed, as git does not either.
 */
export function ignoreAbove(root: string, onError: (path: string, error: unknown) => void): readonly IgnoreAbove[] {
  const top = gitRootOf(root);
  const above: IgnoreAbove[] = [];
  if (top === undefined) return above;
  for (let folder = root; folder !== top; ) {
    folder = dirname(folder);
    const path = join(folder, '.gitignore');
    try {
      if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) continue;
      above.unshift({ root: slashed(relative(folder, root)), text: readFileSync(path, 'utf8') });
    } catch (error) {
      onError(path, error);
    }
  }
  return above;
}
