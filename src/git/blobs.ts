import { type Git, GitFailure } from './run-git.ts';

/** Reads the contents of files by their hashes, one after another. Those that are not there are left out. */
export async function* readBlobs(
  git: Git,
  hashes: Iterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<{ readonly hash: string; readonly content: Buffer }> {
  const running = git.start(['cat-file', '--batch', '--buffer'], { signal });
  running.write([...hashes].map((hash) => `${hash}\n`).join(''));
  running.endInput();
  const pieces = new Pieces();
  let waiting: { readonly hash: string; readonly size: number } | undefined;
  try {
    for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
      pieces.push(chunk);
      for (;;) {
        if (!waiting) {
          const heading = pieces.takeLine();
          if (heading === undefined) break;
          const [hash, type, size] = heading.split(' ') as [string, string, string?];
          if (type === 'blob') waiting = { hash, size: Number(size) };
        } else {
          // A line end stands behind it.
          const content = pieces.take(waiting.size + 1);
          if (!content) break;
          yield { hash: waiting.hash, content: content.subarray(0, waiting.size) };
          waiting = undefined;
        }
      }
    }
    const { code, stderr } = await running.ended;
    if (code !== 0) throw new GitFailure(stderr);
  } finally {
    running.stop();
  }
}

/** Bytes that come in pieces. They are put together only once there are enough. */
class Pieces {
  #pieces: Buffer[] = [];
  #length = 0;

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  take(length: number): Buffer | undefined {
    if (this.#length < length) return undefined;
    const all = this.#all();
    this.#set(all.subarray(length));
    return all.subarray(0, length);
  }

  takeLine(): string | undefined {
    const all = this.#all();
    const end = all.indexOf(10);
    if (end < 0) return undefined;
    this.#set(all.subarray(end + 1));
    return all.toString('latin1', 0, end);
  }

  #all(): Buffer {
    if (this.#pieces.length > 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0] ?? Buffer.alloc(0);
  }

  #set(rest: Buffer): void {
    this.#pieces = [rest];
    this.#length = rest.length;
  }
}
