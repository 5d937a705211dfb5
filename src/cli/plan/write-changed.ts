import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { quoted } from '../../core/text/visible.ts';
import { Failure, reasonOf } from '../failure.ts';
import { checkContained } from './contained.ts';

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** Whether a file below the root holds exactly a text, in UTF-8: what cannot be written back byte for byte is not. */
export function isWritten(root: string, path: string, text: string): boolean {
  return attempt(path, () => readFileSync(join(root, path), { flag: READ }).equals(Buffer.from(text)));
}

/**
 * Gives a file another text, if it still has the one that is known of it; says whether it had. The file is replaced in
 * one step: whoever reads it finds all of the one text or all of the other. Its permissions stay. Nothing is written
 * through a link, nor outside of the root.
 */
export function writeChanged(root: string, path: string, before: string, after: string): boolean {
  return attempt(path, () => {
    const target = join(root, path);
    const known = checkedFile(root, path);
    // Replacing a file asks for no permission of its own.
    accessSync(target, constants.W_OK);
    if (!isWritten(root, path, before)) return false;
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      write(temporary, after, known.mode);
      if (!isSame(known, lstatSync(target))) return false;
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { force: true });
    }
    return true;
  });
}

function checkedFile(root: string, path: string): Stats {
  const target = join(root, path);
  checkContained(root, path);
  const found = lstatSync(target);
  if (!found.isFile()) throw new Failure(`${quoted(path)} is no file, but a link or a folder`);
  return found;
}

function write(temporary: string, text: string, mode: number): void {
  const file = openSync(temporary, 'wx', mode);
  try {
    writeFileSync(file, text);
    // What the process may create by default need not be what the file allows.
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const isSame = (a: Stats, b: Stats): boolean => a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${quoted(path)} cannot be written: ${reasonOf(error)}`);
  }
}
