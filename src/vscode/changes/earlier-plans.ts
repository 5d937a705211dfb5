import type { Day } from '../../core/model/values/day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { type BeganWith, notThere, tooOld } from '../../core/report/change.ts';
import { planNow, type Since } from '../../core/report/since.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { PlanState } from '../../core/state/state.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Revisions } from '../../git/revisions.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Refused } from '../commands/refused.ts';
import type { Log } from '../log.ts';
import { gitOf } from '../plans/git-of.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Platform } from '../platform.ts';

/** A plan as it was, as of the day that it was then; or why nobody can tell. */
export interface EarlierPlan {
  readonly since: Day;
  /** With what it begins, where that is more than the day. */
  readonly with?: BeganWith | undefined;
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
    const { plan, today } = folder.snapshot as Snapshot;
    if (typeof revisions === 'string') {
      if ('revision' in since) throw new Refused(`there is no revision ${quoted(since.revision)}: ${revisions}`);
      return unknownSince('day' in since ? since.day : since.usual, revisions);
    }
    const starts = revisions.beginnings(since, planNow(plan, today), signal);
    let emptyOn: Day | undefined;
    for await (const { commit, day, with: begun } of starts) {
      const before = await this.#planAt(commit, day, folder, revisions, signal);
      if (before.plan.documents.length > 0) return { since: day, with: begun, before, missing: undefined };
      // It stood in another folder, or had not been begun: what it says now is not new because of that.
      emptyOn ??= day;
    }
    if (emptyOn !== undefined) return unknownSince(emptyOn, notThere(emptyOn, today));
    if ('revision' in since) throw new Refused(`there is no day, branch, tag or commit ${quoted(since.revision)}`);
    const day = 'day' in since ? since.day : since.usual;
    return unknownSince(day, tooOld(day, today));
  }

  async #planAt(
    commit: string,
    day: Day,
    folder: PlanFolder,
    revisions: Revisions,
    signal: AbortSignal,
  ): Promise<Side> {
    const { BasePlan } = await import('../plan-engine.ts');
    const base = new BasePlan(folder, this.#platform, this.#log);
    try {
      await base.read(revisions, commit, signal);
      const { plan, state } = await base.on({ today: day, baseline: undefined }, undefined);
      return { plan, state, today: day, findings: [] };
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

const unknownSince = (since: Day, missing: string): EarlierPlan => ({ since, before: undefined, missing });
