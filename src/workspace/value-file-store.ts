import type { ValueFiles } from '../core/metrics/source/value-files.ts';
import { MOST_BYTES, readValueTable, unreadTable, type ValueTable } from '../core/metrics/source/value-table.ts';

/**
 * The files of values below a root: which there are, and what is in those that metrics name. The text of an open file wins
 * over the file. What no metric names is never read.
 */
export class ValueFileStore {
  /** In the order of their paths. */
  #present: readonly string[] = [];
  /** The files that each document names. */
  readonly #namedBy = new Map<string, readonly string[]>();
  readonly #tables = new Map<string, ValueTable>();
  readonly #open = new Map<string, string>();
  /** What is to be read, or read again. */
  readonly #unread = new Set<string>();
  #files: ValueFiles | undefined;

  /** What a plan takes its values from: another object once anything that it could tell is other. */
  get files(): ValueFiles {
    this.#files ??= this.#filesNow();
    return this.#files;
  }

  /** The files that are named and there, and have not been read as they are now. */
  get unread(): readonly string[] {
    return [...this.#unread];
  }

  has(path: string): boolean {
    return this.#open.has(path) || this.#present.includes(path);
  }

  /** Which files there are now. */
  setPresent(paths: readonly string[]): void {
    const before = this.#present;
    this.#present = [...paths].sort();
    const isSame = before.length === this.#present.length && before.every((path, at) => path === this.#present[at]);
    if (!isSame) this.#files = undefined;
    for (const path of this.#tables.keys()) if (!this.has(path)) this.#tables.delete(path);
    for (const path of this.#named()) this.#want(path);
  }

  /** Which files a document names now. */
  setNamed(document: string, paths: readonly string[]): void {
    if (paths.length === 0 && !this.#namedBy.has(document)) return;
    if (paths.length === 0) this.#namedBy.delete(document);
    else this.#namedBy.set(document, paths);
    const named = this.#named();
    for (const path of paths) this.#want(path);
    for (const path of this.#tables.keys()) {
      if (named.has(path)) continue;
      this.#tables.delete(path);
      this.#files = undefined;
    }
    for (const path of this.#unread) if (!named.has(path)) this.#unread.delete(path);
  }

  /** Something has happened to a file: says whether it is enough to read it again. Then it is to be. */
  touch(path: string): boolean {
    if (!this.isNamed(path) || !this.#present.includes(path)) return false;
    if (!this.#open.has(path)) this.#unread.add(path);
    return true;
  }

  /** Whether a metric has its values in a file. */
  isNamed(path: string): boolean {
    return this.#named().has(path);
  }

  /** The text of a file that is open in the editor; undefined where it has been closed. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) {
      if (!this.#open.delete(path)) return;
      this.#tables.delete(path);
    } else {
      this.#open.set(path, text);
      this.#tables.delete(path);
    }
    this.#files = undefined;
    if (this.#named().has(path)) this.#want(path);
  }

  /** What was read of a file; undefined where it is gone. */
  set(path: string, text: string | undefined): void {
    this.#unread.delete(path);
    if (text === undefined) {
      this.#present = this.#present.filter((other) => other !== path);
      this.#tables.delete(path);
    } else if (this.#tables.get(path)?.source.text === text && !this.#tables.get(path)?.trouble) {
      return;
    } else {
      this.#tables.set(path, readValueTable(path, text));
    }
    this.#files = undefined;
  }

  /** That a file is there, and why it is not read. */
  setUnreadable(path: string, trouble: string): void {
    this.#unread.delete(path);
    this.#tables.set(path, unreadTable(path, trouble));
    this.#files = undefined;
  }

  /** That a file could not be read for now: what is known of it stays. */
  leave(path: string): void {
    this.#unread.delete(path);
  }

  #named(): ReadonlySet<string> {
    return new Set([...this.#namedBy.values()].flat());
  }

  #want(path: string): void {
    const open = this.#open.get(path);
    if (this.#tables.has(path)) return;
    if (open === undefined) {
      if (this.#present.includes(path)) this.#unread.add(path);
      return;
    }
    this.#unread.delete(path);
    this.#tables.set(path, open.length > MOST_BYTES ? unreadTable(path, TOO_LARGE) : readValueTable(path, open));
    this.#files = undefined;
  }

  #filesNow(): ValueFiles {
    const paths = [...new Set([...this.#present, ...this.#open.keys()])].sort();
    const tables = new Map(this.#tables);
    return { paths, at: (path) => tables.get(path) };
  }
}

/** Why a large file is not read. */
export const TOO_LARGE = `it has more than ${MOST_BYTES >> 10} KB: keep the values alone, one line for each day`;
