import { MARK } from './patch-reader.ts';

/** A file that differs between two commits. Paths are in Latin-1, byte by byte. */
export interface RawChange {
  readonly path: string;
  /** Its path before, of a file that was renamed. */
  readonly from: string | undefined;
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
    this.#changes.push(isPair ? { path: second as string, from: first } : { path: first, from: undefined });
    this.#fields = [];
  }

  #end(): void {
    const changes = this.#changes;
    this.#changes = [];
    this.#onChanges(changes);
  }
}
