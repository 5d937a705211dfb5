import { diffPlans } from '../../core/diff/diff-plans.ts';
import { type Day, formatDay, parseDay } from '../../core/model/values/day.ts';
import type { ReportChange } from '../../core/report/change.ts';
import { computeState } from '../../core/state/state.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { quoted } from '../../core/text/visible.ts';
import { longDayLabel } from '../../core/views/day-label.ts';
import { commitByDay } from '../../git/commit-by-day.ts';
import { dayOfCommit } from '../../git/commit-day.ts';
import { nearestRevision } from '../../git/nearest-revision.ts';
import { openRepository, type Repository } from '../../git/repository.ts';
import { resolveRevision } from '../../git/resolve-revision.ts';
import { GitFailure } from '../../git/run-git.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { didYouMean } from '../words.ts';
import { askGit } from './ask-git.ts';
import { inRepository, type Opened, type Side } from './in-repository.ts';
import { openPlan } from './open-plan.ts';
import type { Place } from './place.ts';

/** A plan, and what has changed since. */
export interface OpenedSince extends Opened {
  /** As the files have it, measured against the baseline that it names. */
  readonly now: Pick<Snapshot, 'plan' | 'state' | 'today'>;
  readonly change: ReportChange;
}

/** When the time begins that somebody asks about: a day, or else a revision. */
export type Since = { readonly day: Day } | { readonly revision: string };

/** A day where somebody wrote one, else a revision. */
export function sinceWritten(text: string): Since {
  const day = parseDay(text);
  return day === undefined ? { revision: text } : { day };
}

/**
 * Reads a plan from its files, and as it was some time ago, as of the day that it was then. Where there is no git, or
 * nothing that old, what has changed is not known, and said to be.
 * @param choose since when, which the plan itself may say
 */
export async function openSince(call: Call, place: Place, choose: (now: Snapshot) => Since): Promise<OpenedSince> {
  const repository = await openRepository(place.root, call.shell.env);
  if ('reason' in repository) {
    const opened = await openPlan(call, place);
    const since = choose(opened.snapshot);
    if ('revision' in since) throw new Failure(`there is no revision ${quoted(since.revision)}: ${repository.text}`);
    const change = { since: since.day, diff: undefined, missing: repository.text };
    return { place, unreadable: opened.unreadable, now: opened.snapshot, change };
  }
  return inRepository(
    call,
    async (found, sidesAt) => {
      const [{ snapshot }] = (await sidesAt(['worktree'])) as [Side];
      const since = choose(snapshot);
      const base = await baseOf(found, since, snapshot.today);
      const now = await againstBaseline(call, place, snapshot);
      if (typeof base !== 'object')
        return { now, change: { since: base, diff: undefined, missing: tooOld(base, now) } };
      const [before] = (await sidesAt([base.commit])) as [Side];
      const was = before.snapshot.plan;
      // It stood in another folder, or had not been begun: what it says now is not new because of that.
      if (was.documents.length === 0)
        return { now, change: { since: base.day, diff: undefined, missing: notThere(base.day, now) } };
      const { state } = atOnce(computeState(was, base.day));
      const sides = [
        { plan: was, state, today: base.day, findings: [] },
        { ...now, findings: [] },
      ] as const;
      return { now, change: { since: base.day, diff: atOnce(diffPlans(...sides)), missing: undefined } };
    },
    place,
  );
}

/** The commit that is meant and its day; the day alone where nothing is that old. */
async function baseOf(repository: Repository, since: Since, today: Day): Promise<{ commit: string; day: Day } | Day> {
  if ('day' in since) {
    if (since.day > today)
      throw new Failure(`nothing has changed since ${formatDay(since.day)}: that is still to come`);
    const commit = await commitByDay(repository, since.day);
    return commit === undefined ? since.day : { commit, day: since.day };
  }
  const commit = await resolveRevision(repository.git, since.revision);
  if (commit === undefined) {
    const none = `--since takes a day, a branch, a tag or a hash, and there is no ${quoted(since.revision)}`;
    throw new Failure(none + didYouMean(await nearestRevision(repository.git, since.revision)));
  }
  const day = await dayOfCommit(repository, commit);
  if (day === undefined) throw new GitFailure(`${since.revision} was made on no day that a plan can have`);
  // Where it was made it may be tomorrow already.
  return { commit, day: Math.min(day, today) };
}

const tooOld = (day: Day, { today }: { readonly today: Day }): string =>
  `git has nothing here from ${longDayLabel(day, today)} or before`;

const notThere = (day: Day, { today }: { readonly today: Day }): string =>
  `there was no plan here on ${longDayLabel(day, today)}`;

async function againstBaseline(call: Call, { root }: Place, snapshot: Snapshot): Promise<OpenedSince['now']> {
  const { plan, today } = snapshot;
  if (plan.config.baseline === undefined) return snapshot;
  const git = askGit(call, root);
  try {
    const baseline = await git.baseline(plan);
    return { plan, today, state: atOnce(computeState(plan, today, undefined, undefined, baseline)).state };
  } finally {
    git.cancel();
  }
}
