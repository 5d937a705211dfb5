import * as vscode from 'vscode';
import { diffPlans } from '../../core/diff/diff-plans.ts';
import type { PlanDiff } from '../../core/diff/plan-diff.ts';
import type { TouchedByGit } from '../../core/state/stale.ts';
import { type Compared, comparedBy } from '../../core/views/diff/compared.ts';
import type { LineDates } from '../../git/line-dates.ts';
import type { Revisions } from '../../git/revisions.ts';
import { Slices } from '../../workspace/slices.ts';
import { type Snapshot, saysTheSame } from '../../workspace/snapshot.ts';
import { Coalesced } from '../coalesce.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Touched } from '../plans/touched.ts';
import type { Platform } from '../platform.ts';
import type { BasePlan } from './base-plan.ts';

/** While somebody types, the review follows after a moment. */
const COMPARE_MS = 200;

/** What a plan is compared with: a commit, for as long as the review lasts. */
export interface Base {
  readonly commit: string;
  /** What people call it: `main`, `v1`, the beginning of a hash. */
  readonly name: string;
  /** Finds it anew: what is called so may be another commit by now. */
  readonly again: (revisions: Revisions) => Promise<Base>;
}

/** A plan compared with what it was, at one moment. */
export interface Reviewed {
  readonly folder: PlanFolder;
  readonly base: Base;
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly diff: PlanDiff;
}

/** What is being reviewed. */
interface On {
  readonly root: string;
  readonly base: Base;
  readonly plan: BasePlan;
  readonly reading: AbortController;
  isRead: boolean;
}

/** What tells when lines were changed last. */
type KnowsDates = Pick<Touched, 'datesOf'>;

/**
 * The review of what has changed in a plan since a commit. One at a time; while there is none, nothing is computed. The
 * base is read once, and compared with each new snapshot of the plan.
 */
export class PlanReview implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #touched: KnowsDates | undefined;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<Reviewed | undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #before = new WeakMap<LineDates, TouchedByGit>();
  #on: On | undefined;
  #reviewed: Reviewed | undefined;
  #compared: { readonly reviewed: Reviewed; readonly compared: Compared } | undefined;
  /** Rises with each comparison: an earlier one is given up. */
  #turn = 0;

  /** Something else is known of the change; nothing any more, once the review has ended. */
  readonly onDidChange = this.#changed.event;

  constructor(plans: Plans, platform: Platform, touched: KnowsDates | undefined, log: Log) {
    this.#plans = plans;
    this.#platform = platform;
    this.#touched = touched;
    this.#log = log;
    const compare = new Coalesced('reviewing the plan', COMPARE_MS, log, () => this.#compare());
    const follow = log.listener('following the plan', () => this.#on && compare.call());
    this.#subscriptions = [this.#changed, compare, plans.onDidChange(follow), plans.onDidChangeFolders(follow)];
  }

  /** What is known of the change; undefined without a review, and before the base has been read. */
  get reviewed(): Reviewed | undefined {
    return this.#reviewed;
  }

  /** What a plan was, for pictures of it; undefined where it is not reviewed. */
  readonly comparedOf = (folder: PlanFolder): Compared | undefined => {
    const { reviewed } = this;
    if (reviewed?.folder !== folder) return undefined;
    if (this.#compared?.reviewed !== reviewed) {
      const { diff, before, base } = reviewed;
      this.#compared = { reviewed, compared: comparedBy(diff, before, base.name) };
    }
    return this.#compared.compared;
  };

  /** The base of the review, and the plan that it is of; undefined without one. */
  get subject(): { readonly folder: PlanFolder; readonly base: Base } | undefined {
    const folder = this.#folder;
    return this.#on && folder && { folder, base: this.#on.base };
  }

  /** Begins to review a plan; resolves once it has been compared. What was reviewed before is not any more. */
  async begin(folder: PlanFolder, base: Base, revisions: Revisions): Promise<void> {
    const { BasePlan } = await import('../plan-engine.ts');
    this.#forget();
    const plan = new BasePlan(folder, this.#platform, this.#log);
    const reading = new AbortController();
    const on: On = { root: folder.uri.toString(), base, plan, reading, isRead: false };
    this.#on = on;
    this.#changed.fire(undefined);
    try {
      await folder.service.settled();
      await plan.read(revisions, base.commit, reading.signal);
      on.isRead = true;
      await this.#compare();
    } catch (error) {
      if (reading.signal.aborted) return;
      this.end();
      throw error;
    }
  }

  /** Ends the review: nothing of it is shown any more. */
  end(): void {
    this.#forget();
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#forget();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get #folder(): PlanFolder | undefined {
    // A plan that is read again is another one at the same place.
    return this.#plans.folders.find(({ uri }) => uri.toString() === this.#on?.root);
  }

  #forget(): void {
    this.#turn++;
    this.#on?.reading.abort();
    this.#on?.plan.dispose();
    this.#on = undefined;
    this.#reviewed = undefined;
    this.#compared = undefined;
  }

  /** Compares the base with the plan as it is now, in slices; with what has come meanwhile, in its turn. */
  async #compare(): Promise<void> {
    const on = this.#on;
    if (!on?.isRead) return;
    const turn = ++this.#turn;
    const folder = this.#folder;
    if (!folder && this.#plans.isComplete) return this.end();
    const now = folder?.snapshot;
    if (!folder || !now?.complete) return;
    const isOld = (): boolean => turn !== this.#turn || !saysTheSame(folder.snapshot, now);
    const before = await on.plan.on(now, now.touched && this.#touchedBefore(folder));
    if (isOld()) return;
    const diff = await new Slices(this.#platform.host).run(diffPlans(before, now), isOld);
    if (!diff || isOld()) return;
    this.#reviewed = { folder, base: on.base, before, now, diff };
    this.#changed.fire(this.#reviewed);
  }

  /** When items were changed last, for a plan as it was; the same for the same history, so that nothing is built twice. */
  #touchedBefore(folder: PlanFolder): TouchedByGit | undefined {
    const dates = this.#touched?.datesOf(folder);
    const known = dates && this.#before.get(dates);
    if (known || !dates) return known;
    const made = this.#platform.git?.touchedBefore(dates);
    if (made) this.#before.set(dates, made);
    return made;
  }
}
