import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
  writeSync,
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

/** Refuses a file that could not be written, and writes nothing: it is replaced by another one in the same folder. */
export function checkWritable(root: string, path: string): void {
  attempt(path, () => {
    const { nlink } = checkedFile(root, path);
    // Replacing a file asks for no permission of its own.
    accessSync(join(root, path), constants.W_OK);
    if (nlink === 1) accessSync(dirname(join(root, path)), constants.W_OK);
  });
}

/**
 * Gives a file another text, if it still has the one that is known of it; says whether it had. The file is replaced in
 * one step: whoever reads it finds all of the old text or all of the new one. Its permissions stay. Nothing is written
 * through a link, nor outside of the root.
 *
 * A file that has other names, as hard links, is written in place instead, as editors do: one that took the place of
 * this name would be another file than the one that the other names stand for.
 */
export function writeChanged(root: string, path: string, before: string, after: string): boolean {
  return attempt(path, () => {
    checkWritable(root, path);
    const known = checkedFile(root, path);
    if (!isWritten(root, path, before)) return false;
    return known.nlink > 1 ? overwrite(join(root, path), known, after) : replace(join(root, path), known, after);
  });
}

function checkedFile(root: string, path: string): Stats {
  checkContained(root, path);
  const found = lstatSync(join(root, path));
  if (!found.isFile()) throw new Failure(`${quoted(path)} is no file, but a link or a folder`);
  return found;
}

/** Puts another file in the place of one that is still as it was known; says whether it was. */
function replace(target: string, known: Stats, text: string): boolean {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'wx', known.mode);
  try {
    write(file, text, known.mode);
    if (!isSame(known, lstatSync(target))) return false;
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

/** Writes over what is in a file that is still as it was known; says whether it was. */
function overwrite(target: string, known: Stats, text: string): boolean {
  const file = openSync(target, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!isSame(known, fstatSync(file))) return false;
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
    ftruncateSync(file, bytes.length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return true;
}

function write(file: number, text: string, mode: number): void {
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
