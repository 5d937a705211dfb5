import { isAbsolute, join } from 'node:path';
import type { Shell } from '../shell.ts';

/** Where programs keep what they can find again; undefined where the environment does not say. */
export function cacheFolder(
  { env }: Pick<Shell, 'env'>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = env;
  const at = (folder: string | undefined, ...steps: string[]): string | undefined =>
    folder && isAbsolute(folder) ? join(folder, ...steps, 'milepost') : undefined;
  return platform === 'win32' ? at(LOCALAPPDATA) : (at(XDG_CACHE_HOME) ?? at(HOME, '.cache'));
}
