import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { KeptFile } from './kept-file.ts';
import type { FileLines, LineDates } from './line-dates.ts';
import type { Repository } from './repository.ts';

/** Dates as they were found before. */
export interface Cached {
  readonly dates: LineDates;
  /** The folders outside of the plan's from which files have moved into it. */
  readonly folders: ReadonlySet<string>;
}

/** Rises when older files say something else. */
const VERSION = 1;

/** What stands in the first line of a cache; the rest is bytes. */
interface Heading {
  readonly version: number;
  readonly key: string;
  readonly head: string;
  readonly folders: readonly string[];
  readonly closed: readonly string[];
  /** How many bytes the names take. */
  readonly names: number;
  readonly files: number;
  readonly lines: number;
  /** Of everything after the first line. */
  readonly checksum: number;
}

/** A file that keeps what was found in the history of one plan. */
export class Cache {
  readonly #file: KeptFile;
  readonly #key: string;

  /** @param folder where the file is; it need not exist */
  constructor(folder: string, repository: Repository) {
    this.#file = new KeptFile(folder, digest([repository.root]).slice(0, 32), 'lines');
    this.#key = keyOf(repository);
  }

  /** What was kept, if it still holds for its commit. */
  read(): Promise<Cached | undefined> {
    return this.#file.read((content) => decode(content, this.#key));
  }

  /** Keeps what was found, where that is possible. */
  write(cached: Cached): Promise<void> {
    return this.#file.write(() => encode(cached, this.#key));
  }
}

/** What dates depend on besides the commit. */
export const keyOf = ({ prefix, ignored, boundary }: Repository): string =>
  digest([prefix, '', ...[...ignored].sort(), '', ...[...boundary].sort()]);

/** A name for what is made of some texts. */
export const digest = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex');

function encode({ dates, folders }: Cached, key: string): Buffer {
  const files = [...dates.files];
  const names = Buffer.from(files.flatMap(([path, { blob }]) => [path, blob]).join('\0'), 'utf8');
  const body = Buffer.concat([
    names,
    bytesOf(Int32Array.from(files, ([, { hashes }]) => hashes.length)),
    ...files.map(([, { hashes }]) => bytesOf(hashes)),
    ...files.map(([, { days }]) => bytesOf(days)),
  ]);
  const heading: Heading = {
    version: VERSION,
    key,
    head: dates.head,
    folders: [...folders],
    closed: dates.closed,
    names: names.length,
    files: files.length,
    lines: files.reduce((sum, [, { hashes }]) => sum + hashes.length, 0),
    checksum: crc32(body),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(heading)}\n`, 'utf8'), body]);
}

/** Throws, or gives nothing, where this is not what `encode` wrote with the same key. */
function decode(content: Buffer, wantedKey: string): Cached | undefined {
  const end = content.indexOf(10);
  const heading = JSON.parse(content.toString('utf8', 0, Math.max(0, end))) as Heading;
  const body = content.subarray(end + 1);
  const { version, key, head, folders, closed, names, files, lines, checksum } = heading;
  if (version !== VERSION || key !== wantedKey || checksum !== crc32(body)) return undefined;
  const [paths, blobs] = halves(body.toString('utf8', 0, names).split('\0'));
  const numbers = numbersOf(body.subarray(names));
  if (paths.length !== files || numbers.length !== files + 2 * lines) return undefined;
  const found = new Map<string, FileLines>();
  let at = files;
  for (const [index, path] of paths.entries()) {
    const next = at + (numbers[index] as number);
    found.set(path, {
      blob: blobs[index] as string,
      hashes: numbers.subarray(at, next),
      days: numbers.subarray(at + lines, next + lines),
    });
    at = next;
  }
  return { dates: { head, files: found, closed }, folders: new Set(folders) };
}

/** Every second one, from the first on, and the others. */
function halves(list: readonly string[]): [string[], string[]] {
  return [list.filter((_, index) => index % 2 === 0), list.filter((_, index) => index % 2 === 1)];
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

/** A copy: numbers have to stand where their size divides the address. */
function numbersOf({ buffer, byteOffset, byteLength }: Buffer): Int32Array {
  return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
