import type { Segment } from './hunks.ts';

/** Lines of a commit's files whose change has not been found yet, by path. */
export type PendingFiles = Map<string, Segment[]>;

/** The lines that wait at each commit for somebody to look at it. */
export class PendingLines {
  readonly #byCommit = new Map<string, PendingFiles>();

  /** Whether no line waits anywhere. */
  get isEmpty(): boolean {
    return this.#byCommit.size === 0;
  }

  /** Takes what waits at a commit away from there. */
  take(commit: string): PendingFiles | undefined {
    const files = this.#byCommit.get(commit);
    this.#byCommit.delete(commit);
    return files;
  }

  /** Hands files over to a commit, as they are: what is handed over is not the caller's any more. */
  give(commit: string, files: PendingFiles): void {
    if (files.size === 0) return;
    const there = this.#byCommit.get(commit);
    if (!there) {
      this.#byCommit.set(commit, files);
      return;
    }
    const [large, small] = there.size < files.size ? [files, there] : [there, files];
    for (const [path, segments] of small) add(large, path, segments);
    this.#byCommit.set(commit, large);
  }

  /** What waits, by commit. */
  entries(): IterableIterator<[string, PendingFiles]> {
    return this.#byCommit.entries();
  }
}

/** Adds lines of a file to others. */
export function add(files: PendingFiles, path: string, segments: readonly Segment[]): void {
  if (segments.length === 0) return;
  const there = files.get(path);
  if (there) there.push(...segments);
  else files.set(path, [...segments]);
}
