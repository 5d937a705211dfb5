import { type Hunk, readHunk } from './hunks.ts';
import { unquotePath } from './quoted-path.ts';

/** What a commit did to one file that it left behind. Paths are in Latin-1, byte by byte. */
export interface FileChange {
  /** The file's path before; undefined where it is new. */
  readonly from: string | undefined;
  readonly hunks: readonly Hunk[];
}

/** The files that a commit wrote, by path. What is not among them is as it was. */
export type Patch = ReadonlyMap<string, FileChange>;

/** Stands on a line of its own after each answer of `git diff-tree --stdin`, which repeats what it does not know. */
export const MARK = '=';

/**
 * Reads patches without context as they come, and keeps only where they change something. What stands in the lines is
 * never looked at: their number is in the header of their hunk.
 */
export class PatchReader {
  readonly #onPatch: (patch: Patch) => void;
  #rest: Buffer = Buffer.alloc(0);
  /** How many lines of the current hunk are still to come. */
  #skip = 0;
  #patch = new Map<string, FileChange>();
  #from: string | undefined;
  #to: string | undefined;
  #hunks: Hunk[] = [];

  constructor(onPatch: (patch: Patch) => void) {
    this.#onPatch = onPatch;
  }

  read(chunk: Buffer): void {
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, at)) {
      if (this.#skip > 0) this.#skip--;
      else this.#readLine(data.toString('latin1', at, end));
      at = end + 1;
    }
    // Of a line that is skipped only its end counts.
    this.#rest = this.#skip > 0 ? data.subarray(data.length) : data.subarray(at);
  }

  #readLine(line: string): void {
    if (line.startsWith('@@ ')) {
      const hunk = readHunk(line);
      if (!hunk) return;
      this.#hunks.push(hunk);
      this.#skip = hunk.oldCount + hunk.newCount;
    } else if (line.startsWith('diff --git ')) {
      this.#endFile();
    } else if (line.startsWith('--- ')) {
      this.#from = readPath(line.slice(4), 'a/');
    } else if (line.startsWith('+++ ')) {
      this.#to = readPath(line.slice(4), 'b/');
    } else if (line.startsWith('rename from ')) {
      this.#from = unquotePath(line.slice(12));
    } else if (line.startsWith('rename to ')) {
      this.#to = unquotePath(line.slice(10));
    } else if (line === MARK) {
      this.#endFile();
      const patch = this.#patch;
      this.#patch = new Map();
      this.#onPatch(patch);
    }
  }

  #endFile(): void {
    // Without a path there was nothing but a new mode, or an empty file; or the file is gone.
    if (this.#to !== undefined) this.#patch.set(this.#to, { from: this.#from, hunks: this.#hunks });
    this.#from = undefined;
    this.#to = undefined;
    this.#hunks = [];
  }
}

/** The path after `---` or `+++`; a tab stands behind names with spaces. */
function readPath(written: string, prefix: string): string | undefined {
  const name = unquotePath(written.replace(/\t$/, ''));
  return name === '/dev/null' ? undefined : name.slice(prefix.length);
}
