import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG_NAME } from '../../workspace/config-name.ts';

/** The root of the plan that a folder is in: the nearest upward with a `milepost.yaml`, else the git root, else itself. */
export function rootOf(folder: string): string {
  return configuredRootOf(folder) ?? gitRootOf(folder) ?? folder;
}

/** The nearest folder upward with a `milepost.yaml`. */
export function configuredRootOf(folder: string): string | undefined {
  return nearestUpward(folder, (at) => isFile(join(at, CONFIG_NAME)));
}

/** The nearest folder upward that git calls a working tree; in a linked one or a submodule `.git` is a file. */
export function gitRootOf(folder: string): string | undefined {
  return nearestUpward(folder, (at) => existsSync(join(at, '.git')));
}

function nearestUpward(folder: string, fits: (folder: string) => boolean): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (fits(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
