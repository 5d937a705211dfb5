import { ahead } from './ahead.ts';
import { type Commit, commitsOf } from './commits.ts';
import { DiffTree } from './diff-tree.ts';
import { byPosition, divide, reversed, type Segment } from './hunks.ts';
import type { FileChange, Patch } from './patch-reader.ts';
import { add, type PendingFiles, PendingLines } from './pending-lines.ts';
import type { RawChange } from './raw-reader.ts';
import type { Repository } from './repository.ts';

/** What is known of an older commit already. */
export interface Known {
  readonly commit: string;
  /** The days of the lines of one of its files; undefined where nothing is known of the file. */
  readonly daysOf: (path: string) => Int32Array | undefined;
}

/** What was found. */
export interface Traced {
  /** How many commits were looked at. */
  readonly commits: number;
  /** The commits that wrote lines into files that were not there before. */
  readonly births: ReadonlySet<string>;
  /** Whether there are lines left for which what is known does not do. */
  readonly incomplete: boolean;
}

/** How many commits git is asked about before the answers are needed. */
const AHEAD = 200;

/**
 * Finds the commit that changed each line last, of many files at once: children before parents, each commit is handed
 * the lines that nobody after it has changed, keeps what it wrote itself, and hands the rest on to its parents. The
 * outcome is that of `git blame`, for the price of one walk.
 */
export class LineTracer {
  readonly #repository: Repository;
  readonly #paths: readonly string[];
  readonly #days: Int32Array;
  readonly #signal: AbortSignal | undefined;
  readonly #pending = new PendingLines();
  readonly #births = new Set<string>();
  /** Compares two commits at once, line by line: few commits ask for that. */
  #pairs: DiffTree<Patch> | undefined;

  /**
   * @param paths patterns for git: no other files are looked at
   * @param days takes the day of each line
   */
  constructor(repository: Repository, paths: readonly string[], days: Int32Array, signal?: AbortSignal) {
    this.#repository = repository;
    this.#paths = paths;
    this.#days = days;
    this.#signal = signal;
  }

  /** Traces lines of files as they are in the commit that is checked out; what is known need not be found again. */
  async trace(files: PendingFiles, known?: Known): Promise<Traced> {
    const { git, head } = this.#repository;
    const patches = DiffTree.patches(git, this.#paths, this.#signal);
    const changes = DiffTree.files(git, this.#paths, this.#signal);
    const ask = (commit: Commit) => ({
      commit,
      patch: commit.parents.length === 1 ? patches.ask(commit.hash, commit.parents[0] as string) : undefined,
      changes: commit.parents.length > 1 ? commit.parents.map((parent) => changes.ask(commit.hash, parent)) : [],
    });
    let commits = 0;
    try {
      const walk = commitsOf(git, { head, since: known?.commit, paths: this.#paths }, this.#signal);
      for await (const asked of ahead(walk, AHEAD, ask)) {
        // What is checked out need not have changed anything: in the first that did, all files are the same.
        if (commits++ === 0) this.#pending.give(asked.commit.hash, files);
        if (this.#pending.isEmpty) break;
        const waiting = this.#pending.take(asked.commit.hash);
        if (!waiting) continue;
        if (asked.patch) this.#pass(waiting, asked.commit, await asked.patch);
        else await this.#passMerge(waiting, asked.commit, await Promise.all(asked.changes));
      }
      if (commits === 0) this.#pending.give(head, files);
      const incomplete = known !== undefined && !(await this.#settle(known));
      return { commits, births: this.#births, incomplete };
    } finally {
      patches.stop();
      changes.stop();
      this.#pairs?.stop();
    }
  }

  /** Passes lines on to the only parent. */
  #pass(files: PendingFiles, commit: Commit, patch: Patch): void {
    const moved: [string, readonly Segment[]][] = [];
    for (const [path, change] of patch) {
      const segments = files.get(path);
      if (!segments) continue;
      files.delete(path);
      this.#divide(segments, commit, [change], (_, from, passed) => moved.push([from, passed]));
    }
    // Not before: files may have changed places.
    for (const [path, segments] of moved) add(files, path, segments);
    this.#pending.give(commit.parents[0] as string, files);
  }

  /** Passes lines on to several parents, or to none. */
  async #passMerge(files: PendingFiles, commit: Commit, changes: readonly (readonly RawChange[])[]): Promise<void> {
    const changed = changes.map((changes) => new Set(changes.map(({ path }) => path)));
    const [first] = changed;
    if (!first) {
      this.#births.add(commit.hash);
      for (const segments of files.values()) this.#date(segments, commit);
      return;
    }
    const passed = commit.parents.map((): PendingFiles => new Map());
    const mixed: [string, readonly Segment[]][] = [];
    for (const path of first) {
      const segments = files.get(path);
      if (!segments) continue;
      files.delete(path);
      // What a parent has just like this is all from there, whoever else has some of it.
      const same = changed.findIndex((paths) => !paths.has(path));
      if (same >= 0) add(passed[same] as PendingFiles, path, segments);
      else mixed.push([path, segments]);
    }
    const patches = mixed.length === 0 ? [] : await this.#patchesOf(commit);
    for (const [path, segments] of mixed) {
      const changes = patches.map((patch) => patch.get(path));
      // And so is a file that was only renamed.
      const whole = changes.findIndex((change) => change?.from !== undefined && change.hunks.length === 0);
      const counting = whole < 0 ? changes : changes.map((change, index) => (index === whole ? change : undefined));
      this.#divide(segments, commit, counting, (index, from, some) => add(passed[index] as PendingFiles, from, some));
    }
    this.#pending.give(commit.parents[0] as string, files);
    for (const [index, some] of passed.entries()) this.#pending.give(commit.parents[index] as string, some);
  }

  #patchesOf({ hash, parents }: Commit): Promise<readonly Patch[]> {
    const pairs = this.#compare();
    return Promise.all(parents.map((parent) => pairs.ask(hash, parent)));
  }

  #compare(): DiffTree<Patch> {
    this.#pairs ??= DiffTree.patches(this.#repository.git, this.#paths, this.#signal);
    return this.#pairs;
  }

  /**
   * Divides the lines of one file among a commit and its parents.
   * @param changes what the commit did to the file, parent by parent; undefined where it has nothing from there
   */
  #divide(
    segments: readonly Segment[],
    commit: Commit,
    changes: readonly (FileChange | undefined)[],
    pass: (parent: number, path: string, segments: readonly Segment[]) => void,
  ): void {
    let rest = segments;
    for (const [index, change] of changes.entries()) {
      if (change?.from === undefined) continue;
      const { kept, changed } = divide(rest, change.hunks);
      pass(index, change.from, kept);
      rest = changed;
    }
    if (this.#repository.ignored.has(commit.hash)) {
      for (const [index, change] of changes.entries()) {
        if (change?.from === undefined) continue;
        const replaced = divide(rest, change.hunks).changed.map((segment) => ({
          segment,
          before: byPosition(segment),
        }));
        for (const { before } of replaced) pass(index, change.from, before);
        rest = replaced.flatMap(({ segment, before }) => (before.length === 0 ? [segment] : []));
      }
    }
    if (rest.length === 0) return;
    if (changes.every((change) => change?.from === undefined)) this.#births.add(commit.hash);
    this.#date(rest, commit);
  }

  #date(segments: readonly Segment[], { hash, day }: Commit): void {
    const { ignored, boundary } = this.#repository;
    if (day === undefined || ignored.has(hash) || boundary.has(hash)) return;
    for (const { to, count } of segments) this.#days.fill(day, to, to + count);
  }

  /** Dates the lines that have come to what is known. Says whether that was enough for all. */
  async #settle(known: Known): Promise<boolean> {
    let isEnough = true;
    for (const [commit, files] of this.#pending.entries()) {
      // A branch may have left before the commit that is known. What its lines have become there is as old as they are.
      const patch = commit === known.commit ? undefined : await this.#compare().ask(known.commit, commit);
      const after = new Map([...(patch ?? [])].map(([to, { from, hunks }]) => [from, { to, hunks }]));
      for (const [path, segments] of files) {
        const change = after.get(path);
        const { kept, changed } = divide(segments, change?.hunks.map(reversed) ?? []);
        // Another file may have taken the place of one that is gone.
        const days = change || !patch?.has(path) ? known.daysOf(change?.to ?? path) : undefined;
        if (changed.length > 0 || !days) isEnough = false;
        else for (const { start, count, to } of kept) this.#days.set(days.subarray(start, start + count), to);
      }
    }
    return isEnough;
  }
}
