import { diffPlans } from '../../core/diff/diff-plans.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { notThere, type ReportChange, tooOld } from '../../core/report/change.ts';
import { planNow, type Since } from '../../core/report/since.ts';
import { computeState } from '../../core/state/state.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Beginning, beginnings } from '../../git/beginnings.ts';
import { nearestRevision } from '../../git/nearest-revision.ts';
import { openRepository, type Repository } from '../../git/repository.ts';
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
    const change = { since: 'day' in since ? since.day : since.usual, diff: undefined, missing: repository.text };
    return { place, unreadable: opened.unreadable, now: opened.snapshot, change };
  }
  return inRepository(
    call,
    async (found, sidesAt) => {
      const [{ snapshot }] = (await sidesAt(['worktree'])) as [Side];
      const since = choose(snapshot);
      const { plan, today } = snapshot;
      if ('day' in since && since.day > today)
        throw new Failure(`nothing has changed since ${formatDay(since.day)}: that is still to come`);
      const now = await againstBaseline(call, place, snapshot);
      let emptyOn: Day | undefined;
      for await (const base of beginnings(found, since, planNow(plan, today))) {
        const [before] = (await sidesAt([base.commit])) as [Side];
        const was = before.snapshot.plan;
        // It stood in another folder, or had not been begun: what it says now is not new because of that.
        if (was.documents.length > 0) return { now, change: changeSince(base, was, now) };
        emptyOn ??= base.day;
      }
      return { now, change: await unknownSince(since, emptyOn, today, found) };
    },
    place,
  );
}

function changeSince({ day, with: begun }: Beginning, was: Plan, now: OpenedSince['now']): ReportChange {
  const { state } = atOnce(computeState(was, day));
  const sides = [
    { plan: was, state, today: day, findings: [] },
    { ...now, findings: [] },
  ] as const;
  return { since: day, with: begun, diff: atOnce(diffPlans(...sides)), missing: undefined };
}

/** Where nothing is that old, or there was no plan then. */
async function unknownSince(
  since: Since,
  emptyOn: Day | undefined,
  today: Day,
  { git }: Repository,
): Promise<ReportChange> {
  if (emptyOn !== undefined) return { since: emptyOn, diff: undefined, missing: notThere(emptyOn, today) };
  if ('revision' in since) {
    const none = `--since takes a day, a branch, a tag or a hash, and there is no ${quoted(since.revision)}`;
    throw new Failure(none + didYouMean(await nearestRevision(git, since.revision)));
  }
  const day = 'day' in since ? since.day : since.usual;
  return { since: day, diff: undefined, missing: tooOld(day, today) };
}

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
