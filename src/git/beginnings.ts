import type { Day } from '../core/model/values/day.ts';
import type { BeganWith } from '../core/report/change.ts';
import type { Since } from '../core/report/since.ts';
import { commitByDay } from './commit-by-day.ts';
import { dayOfCommit } from './commit-day.ts';
import { isHash, type Repository } from './repository.ts';
import { resolveRevision } from './resolve-revision.ts';
import { GitFailure } from './run-git.ts';

/** A commit from which changes count. */
export interface Beginning {
  readonly commit: string;
  /** The day that it stands for. */
  readonly day: Day;
  readonly with?: BeganWith | undefined;
}

/** A plan as it is now, as far as a beginning is looked for. */
export interface PlanNow {
  readonly today: Day;
  /** Files without which it would be none: where the first of them came, it began. */
  readonly files: readonly string[];
  readonly baseline: string | undefined;
}

type Asked = Pick<Repository, 'git' | 'head' | 'boundary'>;

/** Letters of a hash by which people call a commit. */
const SHORT = 12;

/**
 * The commits with which the time may begin that somebody asks about, the one that is meant first: whoever reads the plan
 * there takes the next where there was none yet. None, where a day is older than all of them, or a revision is unknown.
 */
export async function* beginnings(
  repository: Asked,
  since: Since,
  now: PlanNow,
  signal?: AbortSignal,
): AsyncGenerator<Beginning> {
  const { today, files } = now;
  if ('revision' in since) {
    const commit = await resolveRevision(repository.git, since.revision, signal);
    if (commit === undefined) return;
    const found = await onItsDay(repository, commit, today, signal);
    if (!found) throw new GitFailure(`${since.revision} was made on no day that a plan can have`);
    yield { ...found, with: await writtenDown(repository, since.revision, commit, now, signal) };
    return;
  }
  const { usual: day, baseline } = 'day' in since ? { usual: since.day, baseline: undefined } : since;
  if (baseline !== undefined) {
    const commit = await resolveRevision(repository.git, baseline, signal);
    const found = commit && (await onItsDay(repository, commit, today, signal));
    if (found) yield { ...found, with: theBaseline(baseline) };
  }
  const commit = await commitByDay(repository, day, signal);
  if (commit !== undefined) yield { commit, day };
  if ('day' in since) return;
  const first = await firstOf(repository, files, commit, signal);
  const made = first && (await onItsDay(repository, first, today, signal));
  if (made) yield { ...made, with: theFirst(repository, made.commit) };
}

const theBaseline = (name: string): BeganWith => ({ kind: 'baseline', revision: name, name: `the baseline ${name}` });

/** Of a shallow clone the oldest commit looks like the first. */
const theFirst = ({ boundary }: Asked, commit: string): BeganWith => ({
  kind: 'first-commit',
  revision: commit.slice(0, SHORT),
  name: boundary.has(commit) ? 'the oldest commit here' : 'the first commit of the plan',
});

/** What a revision is where a report has written it down as its beginning: then it is called the same again. */
async function writtenDown(
  repository: Asked,
  revision: string,
  commit: string,
  { files, baseline }: PlanNow,
  signal: AbortSignal | undefined,
): Promise<BeganWith | undefined> {
  if (revision === baseline) return theBaseline(revision);
  if (revision !== commit.slice(0, SHORT)) return undefined;
  return (await firstOf(repository, files, undefined, signal)) === commit ? theFirst(repository, commit) : undefined;
}

/** A commit on its own day; where it was made that may be tomorrow. Undefined, where that is no day that a plan can have. */
async function onItsDay(
  repository: Asked,
  commit: string,
  today: Day,
  signal: AbortSignal | undefined,
): Promise<Beginning | undefined> {
  const day = await dayOfCommit(repository, commit, signal);
  return day === undefined ? undefined : { commit, day: Math.min(day, today) };
}

/** The first commit of the branch that is checked out, after another one, that has something of some files. */
async function firstOf(
  { git, head }: Asked,
  files: readonly string[],
  after: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (files.length === 0) return undefined;
  const range = ['--end-of-options', head, ...(after === undefined ? [] : [`^${after}`])];
  const options = ['--literal-pathspecs', 'rev-list', '--first-parent', '--reverse', ...range, '--', ...files];
  const { code, stdout, stderr } = await git.run(options, { signal });
  if (code !== 0) throw new GitFailure(stderr);
  const [hash = ''] = stdout.toString('latin1').split('\n', 1);
  return isHash(hash) ? hash : undefined;
}
