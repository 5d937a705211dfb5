import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { quoted } from '../../core/text/visible.ts';
import { Failure } from '../failure.ts';

/**
 * Refuses a path below a root that is no place for a file of a plan: as it is written, and as it is once every link on
 * its way has been followed, it has to lie below the root and in no folder of git or of the editor. What lies there is
 * run or obeyed by others.
 */
export function checkContained(root: string, path: string): void {
  const target = join(root, path);
  const home = relative(realpathSync(root), realpathSync(existingParent(target)));
  for (const [way, isLed] of [
    [relative(root, target), false],
    [home, true],
  ] as const) {
    const parts = way.split(/[\\/]/);
    if (isAbsolute(way) || parts[0] === '..') {
      throw new Failure(
        `${quoted(path)} ${isLed ? 'leads, through a link, out of' : 'is outside of'} ${root}: name a file within it`,
      );
    }
    if (parts.some((part) => FOREIGN.test(part))) {
      throw new Failure(
        `${quoted(path)} ${isLed ? 'leads, through a link, into' : 'is in'} a folder of git or of the editor: name a file elsewhere`,
      );
    }
  }
}

/** Names of the folders of git and of the editor, also as Windows takes them: with dots or spaces behind, or cut short. */
const FOREIGN = /^(?:\.(?:git|vscode)[. ]*(?::.*)?|git~\d+|vscode~\d+)$/i;

/** The nearest folder above a path that exists. */
function existingParent(path: string): string {
  let folder = dirname(path);
  while (!isThere(folder)) folder = dirname(folder);
  return folder;
}

/** Whether there is anything of that name, be it a link that leads nowhere. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
