import { MARK, type Patch, PatchReader } from './patch-reader.ts';
import { type RawChange, RawReader } from './raw-reader.ts';
import { type Git, GitFailure, type RunningGit } from './run-git.ts';

/** What reads answers from what git writes. */
interface Reader {
  read(chunk: Buffer): void;
}

/**
 * A `git diff-tree` that compares commits for as long as it is asked. It is not `git log`, since it obeys none of the
 * settings that change how a log looks, or what it runs.
 */
export class DiffTree<Answer> {
  readonly #running: RunningGit;
  readonly #waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  #next = 0;
  #failure: unknown;

  private constructor(
    git: Git,
    options: readonly string[],
    paths: readonly string[],
    signal: AbortSignal | undefined,
    readerOf: (onAnswer: (answer: Answer) => void) => Reader,
  ) {
    this.#running = git.start(['diff-tree', '--stdin', '--no-commit-id', '-r', ...options, '--', ...paths], { signal });
    const reader = readerOf((answer) => this.#answer(answer));
    this.#running.stdout.on('data', (chunk: Buffer) => reader.read(chunk));
    this.#running.ended.then(
      ({ stderr }) => this.#fail(new GitFailure(stderr)),
      (error) => this.#fail(error),
    );
  }

  /** One that answers with patches. */
  static patches(git: Git, paths: readonly string[], signal?: AbortSignal): DiffTree<Patch> {
    return new DiffTree(git, PATCH, paths, signal, (onAnswer) => new PatchReader(onAnswer));
  }

  /**
   * One that answers with the files that differ; renames count as two files. Without another to compare it with, a commit
   * without parents has made all of its files, and a merge is compared with each of its parents: what none of them has is
   * given more than once.
   */
  static files(git: Git, paths: readonly string[], signal?: AbortSignal): DiffTree<readonly RawChange[]> {
    const options = ['--raw', '-z', '-m', '--no-renames', '--no-abbrev', '--root'];
    return new DiffTree(git, options, paths, signal, (onAnswer) => new RawReader(onAnswer));
  }

  /** One that answers with the files that were renamed; in a merge, since any of its parents. */
  static renames(git: Git, paths: readonly string[], signal?: AbortSignal): DiffTree<readonly RawChange[]> {
    const options = ['--raw', '-z', '-m', ...RENAMES, '--diff-filter=R'];
    return new DiffTree(git, options, paths, signal, (onAnswer) => new RawReader(onAnswer));
  }

  /** Compares a commit with another, or with its own parent. Answers come in the order of the questions. */
  ask(commit: string, parent?: string): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure);
      else this.#waiting.push({ resolve, reject });
    });
    // What was asked ahead may never be needed.
    answer.catch(() => {});
    this.#running.write(`${parent === undefined ? commit : `${commit} ${parent}`}\n${MARK}\n`);
    return answer;
  }

  /** Ends it. */
  stop(): void {
    this.#running.stop();
  }

  #answer(answer: Answer): void {
    this.#waiting[this.#next++]?.resolve(answer);
    // Answers that were given need no room.
    if (this.#next < 1000) return;
    this.#waiting.splice(0, this.#next);
    this.#next = 0;
  }

  #fail(error: unknown): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.splice(this.#next)) reject(error);
  }
}

/** A file is renamed where half of it is left: as `git blame` sees it, whatever the configuration says of limits. */
const RENAMES: readonly string[] = ['-M50%', '-l1000'];

const PATCH: readonly string[] = [
  '--patch',
  '--unified=0',
  '--inter-hunk-context=0',
  ...RENAMES,
  // Whatever attributes say, every file is text, and git itself compares it.
  '--text',
  '--no-ext-diff',
  '--no-textconv',
  '--diff-algorithm=myers',
  '--submodule=short',
  '--ignore-submodules=none',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--no-color',
];
