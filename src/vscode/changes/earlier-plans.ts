import type { Day } from '../../core/model/values/day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { PlanState } from '../../core/state/state.ts';
import { quoted } from '../../core/text/visible.ts';
import { longDayLabel } from '../../core/views/day-label.ts';
import type { Revisions } from '../../git/revisions.ts';
import { Refused } from '../commands/refused.ts';
import type { Log } from '../log.ts';
import { gitOf } from '../plans/git-of.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Platform } from '../platform.ts';

/** When the time begins that somebody asks about: a day, or else a revision. */
export type Since = { readonly day: Day } | { readonly revision: string };

/** A plan as it was, as of the day that it was then; or why nobody can tell. */
export interface EarlierPlan {
  readonly since: Day;
  readonly before: Side | undefined;
  /** Why it is not known, as a clause; undefined where it is. */
  readonly missing: string | undefined;
}

/** A side of a comparison; what rules find is nobody's question here. */
interface Side {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  readonly findings: readonly Finding[];
}

/** Reads plans as they were some time ago, from git. Only on a disk, and only in a folder that is trusted. */
export class EarlierPlans {
  readonly #platform: Platform;
  readonly #log: Log;

  constructor(platform: Platform, log: Log) {
    this.#platform = platform;
    this.#log = log;
  }

  /** A plan as it was. Throws where somebody names a revision that there is not. */
  async read(folder: PlanFolder, since: Since, signal: AbortSignal): Promise<EarlierPlan> {
    const revisions = await this.#open(folder, signal);
    if (typeof revisions === 'string') {
      if ('revision' in since) throw new Refused(`there is no revision ${quoted(since.revision)}: ${revisions}`);
      return { since: since.day, before: undefined, missing: revisions };
    }
    const { day, commit } = await baseOf(revisions, since, signal);
    if (commit === undefined) {
      const missing = `git has nothing here from ${longDayLabel(day, folder.snapshot?.today ?? day)} or before`;
      return { since: day, before: undefined, missing };
    }
    const { BasePlan } = await import('../plan-engine.ts');
    const base = new BasePlan(folder, this.#platform, this.#log);
    try {
      await base.read(revisions, commit, signal);
      const { plan, state } = await base.on({ today: day, baseline: undefined }, undefined);
      return { since: day, before: { plan, state, today: day, findings: [] }, missing: undefined };
    } finally {
      base.dispose();
    }
  }

  /** The repository of a plan, or why it is not asked. */
  async #open(folder: PlanFolder, signal: AbortSignal): Promise<Revisions | string> {
    const git = gitOf(folder, this.#platform.git);
    if ('reason' in git) return git.text;
    const revisions = await git.openRevisions(folder.uri.fsPath, signal);
    return 'reason' in revisions ? revisions.text : revisions;
  }
}

/** The commit that is meant and its day; the day alone where nothing is that old. */
async function baseOf(
  revisions: Revisions,
  since: Since,
  signal: AbortSignal,
): Promise<{ readonly day: Day; readonly commit: string | undefined }> {
  if ('day' in since) return { day: since.day, commit: await revisions.commitByDay(since.day, signal) };
  const commit = await revisions.resolve(since.revision, signal);
  if (commit === undefined) throw new Refused(`there is no day, branch, tag or commit ${quoted(since.revision)}`);
  const day = await revisions.dayOf(commit, signal);
  if (day === undefined) throw new Refused(`${quoted(since.revision)} was made on no day that a plan can have`);
  return { day, commit };
}
