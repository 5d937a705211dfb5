import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { isTaken } from '../../core/scaffold/file-name.ts';
import type { NewFile } from '../../core/scaffold/first-plan.ts';
import { quoted } from '../../core/text/visible.ts';
import { Failure, reasonOf } from '../failure.ts';

/**
 * Writes files that do not exist yet, below an existing folder. Never writes over anything, nor through a link that
 * leads out of the folder; where one file cannot be written, none is.
 */
export function writeNew(root: string, files: readonly NewFile[]): void {
  for (const { path } of files) attempt(path, () => checkFree(root, path));
  const written: string[] = [];
  try {
    for (const { path, text } of files) attempt(path, () => write(join(root, path), text, written));
  } catch (failure) {
    for (const target of written) unlinkSync(target);
    throw failure;
  }
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${quoted(path)} cannot be written: ${reasonOf(error)}`);
  }
}

/** @param written told of the file once it is there, so that what is half written can be taken away */
function write(target: string, text: string, written: string[]): void {
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(target, 'wx');
  written.push(target);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

function checkFree(root: string, path: string): void {
  const target = join(root, path);
  if (isThere(target) || isTaken(basename(target), namesIn(dirname(target)))) {
    throw new Failure(`${quoted(path)} exists already, and nothing is ever written over`);
  }
  const home = relative(realpathSync(root), realpathSync(existingParent(target)));
  if (home === '..' || home.startsWith('../') || home.startsWith('..\\') || isAbsolute(home)) {
    throw new Failure(`${quoted(path)} would be written outside of ${root}: a link leads there`);
  }
  if (/^\.(?:git|vscode)(?:$|[\\/])/i.test(relative(root, target)))
    throw new Failure(`${quoted(path)} is not Milepost's`);
}

function existingParent(path: string): string {
  let folder = dirname(path);
  while (!isThere(folder)) folder = dirname(folder);
  return folder;
}

/** Whether there is anything of that name, be it a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function namesIn(folder: string): string[] {
  return isThere(folder) ? readdirSync(folder) : [];
}
