import { type Git, GitFailure } from './run-git.ts';

/** What `git rev-list` tells of a commit. */
export interface ListedCommit {
  readonly hash: string;
  /** The next commits before it that are listed, too. */
  readonly parents: readonly string[];
  /** What the format gives, byte by byte. */
  readonly line: string;
}

/** Which commits to list. */
export interface Listing {
  readonly head: string;
  /** Commits that can be reached from here are left out. */
  readonly since: string | undefined;
  /** Patterns of files: other commits are left out, unless they join some that are not. */
  readonly paths: readonly string[];
  /** Gives one line. */
  readonly format: string;
}

/** Lists commits, each after all that follow it. */
export async function* revList(
  git: Git,
  { head, since, paths, format }: Listing,
  signal?: AbortSignal,
): AsyncGenerator<ListedCommit> {
  const revisions = ['--end-of-options', head, ...(since === undefined ? [] : [`^${since}`])];
  const options = ['--topo-order', '--full-history', '--parents', '--encoding=UTF-8', `--format=${format}`];
  const running = git.start(['rev-list', ...options, ...revisions, '--', ...paths], { signal });
  running.endInput();
  try {
    let rest = '';
    let heading: string | undefined;
    for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() as string;
      for (const line of lines) {
        if (heading === undefined) {
          heading = line;
          continue;
        }
        const [, hash, ...parents] = heading.split(' ') as [string, string, ...string[]];
        heading = undefined;
        yield { hash, parents, line };
      }
    }
    const { code, stderr } = await running.ended;
    if (code !== 0) throw new GitFailure(stderr);
  } finally {
    // Nobody may want the rest.
    running.stop();
  }
}
