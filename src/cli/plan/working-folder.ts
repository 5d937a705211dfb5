import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoted } from '../../core/text/visible.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Shell } from '../shell.ts';

/** The folder to work from: where the command was typed, or where `--cwd` leads from there. */
export function workingFolder(shell: Pick<Shell, 'cwd'>, option: string | undefined): string {
  if (option === '') throw new Failure('--cwd needs a folder, and not an empty text');
  const folder = option === undefined ? currentFolder(shell) : resolve(currentFolder(shell), option);
  if (!isFolder(folder)) throw new Failure(`${quoted(folder)} is no folder`);
  return folder;
}

function currentFolder({ cwd }: Pick<Shell, 'cwd'>): string {
  try {
    return cwd();
  } catch {
    throw new Failure('the current folder no longer exists');
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch (error) {
    throw new Failure(`cannot work in ${quoted(folder)}: ${reasonOf(error)}`);
  }
}
