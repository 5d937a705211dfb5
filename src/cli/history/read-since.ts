import type { Since } from '../../core/history/due-moves.ts';
import { parseDay } from '../../core/model/values/day.ts';
import { quoted } from '../../core/text/visible.ts';
import { nearestRevision } from '../../git/nearest-revision.ts';
import type { Repository } from '../../git/repository.ts';
import { sinceRevision } from '../../git/since-revision.ts';
import { Failure } from '../failure.ts';
import { didYouMean } from '../words.ts';
import { arrivalOf } from './moved.ts';

/** From when on changes count, as somebody wrote it; undefined where there is no such revision. */
export async function readSince(written: string, repository: Repository): Promise<Since | undefined> {
  const day = parseDay(written);
  if (day !== undefined) {
    // What is not committed is of today.
    return { name: written, includes: (entry) => (arrivalOf(entry)?.committed ?? Number.POSITIVE_INFINITY) >= day };
  }
  return sinceRevision(repository, written);
}

/** The same; fails where there is none. */
export async function sinceNamed(written: string, repository: Repository): Promise<Since> {
  const since = await readSince(written, repository);
  if (since) return since;
  const none = `--since takes a branch, a tag, a hash or a day, and there is no ${quoted(written)}`;
  throw new Failure(none + didYouMean(await nearestRevision(repository.git, written)));
}
