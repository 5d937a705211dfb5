import { hasInvisible } from '../text/visible.ts';
import { isDevice } from './file-name.ts';

/**
 * Why a path cannot name a folder for a plan, or undefined: it has to stay inside the workspace, out of hidden folders,
 * and be a name on every system.
 */
export function folderProblem(path: string): string | undefined {
  if (path.trim() === '') return 'write the name of a folder';
  if (/^[/\\]|^[a-z]:|\\/i.test(path)) return 'write a folder inside of this one, with / between names';
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') return 'write a folder inside of this one, without . and ..';
    if (part.startsWith('.')) return 'hidden folders hold no plans';
    if (/[<>:"|?*]|[. ]$/.test(part) || hasInvisible(part)) return `"${part}" is no name on every system`;
    if (isDevice(part)) return `${part} is a device on some systems`;
  }
  return undefined;
}
