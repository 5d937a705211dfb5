import { closeSync, mkdirSync, openSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isTaken } from '../../core/scaffold/file-name.ts';
import type { NewFile } from '../../core/scaffold/first-plan.ts';
import { quoted } from '../../core/text/visible.ts';
import { Failure, reasonOf } from '../failure.ts';
import { checkContained, isThere } from './contained.ts';

/**
 * Writes files that do not exist yet, below an existing folder. Never writes over anything, nor through a link that
 * leads out of the folder or into one of git or the editor; where one file cannot be written, none is.
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
  checkContained(root, path);
}

function namesIn(folder: string): string[] {
  return isThere(folder) ? readdirSync(folder) : [];
}
