import { type Day, parseDay } from '../core/model/values/day.ts';
import { type Git, GitFailure } from './run-git.ts';

/** A commit that may have changed one of some files. */
export interface Commit {
  readonly hash: string;
  /** The next commits before it that may have done so, too. */
  readonly parents: readonly string[];
  /** When it was written, on the calendar of its author; undefined where that is no day of ours. */
  readonly day: Day | undefined;
}

/**
 * The commits behind `head` that may have changed one of some files, and the merges that join them; each comes after
 * all that follow it. Commits that can be reached from `since` are left out.
 */
export async function* commitsOf(
  git: Git,
  {
    head,
    since,
    paths,
  }: { readonly head: string; readonly since: string | undefined; readonly paths: readonly string[] },
  signal?: AbortSignal,
): AsyncGenerator<Commit> {
  const revisions = ['--end-of-options', head, ...(since === undefined ? [] : [`^${since}`])];
  const options = ['--topo-order', '--full-history', '--parents', '--format=%as'];
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
        yield { hash, parents, day: parseDay(line) };
      }
    }
    const { code, stderr } = await running.ended;
    if (code !== 0) throw new GitFailure(stderr);
  } finally {
    // Nobody may want the rest.
    running.stop();
  }
}
