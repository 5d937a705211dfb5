import { type Day, parseDay } from '../core/model/values/day.ts';
import { type Listing, revList } from './rev-list.ts';
import type { Git } from './run-git.ts';

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
  listing: Omit<Listing, 'format'>,
  signal?: AbortSignal,
): AsyncGenerator<Commit> {
  for await (const { hash, parents, line } of revList(git, { ...listing, format: '%as' }, signal)) {
    yield { hash, parents, day: parseDay(line) };
  }
}
