import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './packages.mjs';
import { root } from './paths.mjs';
import { node22 } from './pins.mjs';

/** The Node that this repository pins; the machine's own may be another one. */
export const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** A Node of the wanted major version. */
export async function nodeBinary(major) {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
  if (major === 24 && existsSync(pinnedNode)) return pinnedNode;
  const platform = `${process.platform}-${process.arch}`;
  const pin = major === 22 ? node22[platform] : undefined;
  if (!pin) throw new Error(`There is no pinned Node ${major} for ${platform}; MILEPOST_VSCODE=desktop does without`);
  return join(await packageFolder(pin), 'bin/node');
}
