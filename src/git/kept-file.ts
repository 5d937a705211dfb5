import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What nobody but the user needs to see: it names the files of a plan. */
const PRIVATE = { folder: 0o700, file: 0o600 } as const;

/**
 * A file that keeps what can be found again. It can be lost at any time: what is broken, of another version, no plain
 * file, or written by somebody else, is not there.
 */
export class KeptFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #ending: string;

  /**
   * @param folder where the file is; it need not exist
   * @param name 32 hexadecimal digits
   * @param ending what files of this kind end in
   */
  constructor(folder: string, name: string, ending: string) {
    this.#folder = folder;
    this.#path = join(folder, `${name}.${ending}`);
    this.#ending = ending;
  }

  /**
   * What was kept, if it can be read.
   * @param decode throws, or gives nothing, where a content is not what was written
   */
  async read<T>(decode: (content: Buffer) => T | undefined): Promise<T | undefined> {
    try {
      // Where something else has its name, nothing is opened: a link leads elsewhere, and a pipe never ends.
      return (await lstat(this.#path)).isFile() ? decode(await readFile(this.#path)) : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps a content, where that is possible. Nobody ever sees half of it: it is written beside, and then takes the
   * place of whatever has the name, be it by another process, or a link.
   * @param encode may throw: what is too large for one text is not kept
   */
  async write(encode: () => Buffer): Promise<void> {
    const draft = `${this.#path}.${randomUUID()}`;
    try {
      await makeFolder(this.#folder);
      const content = encode();
      await writeFile(draft, content, { flag: 'wx', mode: PRIVATE.file });
      await rename(draft, this.#path);
      await this.#removeOld();
    } catch {
      await rm(draft, { force: true }).catch(() => {});
    }
  }

  /** Removes what nobody will ask for again, and drafts of processes that were killed. */
  async #removeOld(): Promise<void> {
    const since = Date.now() - MOST_AGE_MS;
    for (const name of await readdir(this.#folder)) {
      if (!/^[0-9a-f]{32}\./.test(name) || !name.slice(33).startsWith(this.#ending)) continue;
      const path = join(this.#folder, name);
      if ((await lstat(path)).mtimeMs < since) await rm(path, { force: true });
    }
  }
}

/**
 * Makes a folder, and those above it that are not there yet. In place of a recursive `mkdir`: that never ends where
 * nothing can be made in a folder although it is there, as in `/proc`, since the system calls the new one missing.
 */
async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> => mkdir(path, { mode: PRIVATE.folder }).catch(unless('EEXIST'));
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (dirname(path) === path) throw error;
    unless('ENOENT')(error);
    await makeFolder(dirname(path));
    await make();
  });
}

/** Lets one kind of failure pass. */
const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): void => {
    if (error.code !== code) throw error;
  };

/** After so long without a commit a plan is found anew: most of these have been deleted, or moved. */
const MOST_AGE_MS = 90 * 86_400_000;
