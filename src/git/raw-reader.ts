import { MARK } from './patch-reader.ts';

/** A file that differs between two commits. Paths are in Latin-1, byte by byte. */
export interface RawChange {
  readonly path: string;
  /** Its path before, of a file that was renamed. */
  readonly from: string | undefined;
  /** Its content before and after; undefined where there was no file, or something that is none: a link, a submodule. */
  readonly blobs: { readonly before: string | undefined; readonly after: string | undefined };
}

/** Reads lists of changed files as they come, as `--raw -z` writes them. */
export class RawReader {
  readonly #onChanges: (changes: readonly RawChange[]) => void;
  #rest: Buffer = Buffer.alloc(0);
  #fields: string[] = [];
  #changes: RawChange[] = [];

  constructor(onChanges: (changes: readonly RawChange[]) => void) {
    this.#onChanges = onChanges;
  }

  read(chunk: Buffer): void {
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    while (at < data.length) {
      const isMark = this.#fields.length === 0 && data[at] === MARK.charCodeAt(0);
      const end = data.indexOf(isMark ? 10 : 0, at);
      if (end < 0) break;
      if (isMark) this.#end();
      else this.#readField(data.toString('latin1', at, end));
      at = end + 1;
    }
    this.#rest = data.subarray(at);
  }

  /** A description such as `:100644 100644 1f2e 3d4c R092`, then a path, or two of them. */
  #readField(field: string): void {
    this.#fields.push(field);
    const [description, first, second] = this.#fields as [string, string?, string?];
    const isPair = /[RC]\d*$/.test(description);
    if (first === undefined || (isPair && second === undefined)) return;
    const blobs = blobsIn(description);
    this.#changes.push(
      isPair ? { path: second as string, from: first, blobs } : { path: first, from: undefined, blobs },
    );
    this.#fields = [];
  }

  #end(): void {
    const changes = this.#changes;
    this.#changes = [];
    this.#onChanges(changes);
  }
}

function blobsIn(description: string): RawChange['blobs'] {
  const [before, after, from, to] = description.slice(1).split(' ') as [string, string, string, string];
  return { before: isFile(before) ? from : undefined, after: isFile(after) ? to : undefined };
}

/** Whether a mode is that of a file, executable or not. */
const isFile = (mode: string): boolean => mode.startsWith('100');
