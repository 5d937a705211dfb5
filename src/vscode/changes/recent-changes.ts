import * as vscode from 'vscode';
import type { Plan } from '../../core/plan/plan.ts';
import { type UsualSince, usualSince } from '../../core/report/since.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Touched } from '../plans/touched.ts';
import type { EarlierPlan, EarlierPlans } from './earlier-plans.ts';

/** What is known of a plan as it was. */
interface Known {
  readonly since: UsualSince;
  /** The commit that was checked out. */
  head: string | undefined;
  readonly reading: AbortController;
  found: EarlierPlan | undefined;
}

/**
 * Plans as they were when their last status update was written, or at the baseline, or a week ago: read when somebody
 * looks, and again when another commit is checked out or another update has come.
 */
export class RecentChanges implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #earlier: EarlierPlans;
  readonly #touched: Pick<Touched, 'headOf'> | undefined;
  readonly #log: Log;
  readonly #known = new Map<string, Known>();
  /** Whose a plan is: who asks may have one that is no longer the newest. */
  readonly #folders = new WeakMap<Plan, PlanFolder>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];

  /** More is known now. */
  readonly onDidChange = this.#changed.event;

  constructor(plans: Plans, earlier: EarlierPlans, touched: Pick<Touched, 'headOf'> | undefined, log: Log) {
    this.#plans = plans;
    this.#earlier = earlier;
    this.#touched = touched;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      plans.onDidChange(
        log.listener('noting a plan', (folder) => folder.snapshot && this.#folders.set(folder.snapshot.plan, folder)),
      ),
      plans.onDidChangeFolders(log.listener('forgetting earlier plans', (gone) => this.#forget(gone))),
      vscode.workspace.onDidGrantWorkspaceTrust(
        log.listener('reading earlier plans', () => {
          this.#forget(plans.folders);
          this.#changed.fire();
        }),
      ),
    ];
  }

  /** What is known of a plan; undefined while it is being read. */
  readonly of = (snapshot: Snapshot): EarlierPlan | undefined => {
    const isOf = ({ snapshot: its }: PlanFolder): boolean => its?.plan === snapshot.plan;
    const folder = this.#folders.get(snapshot.plan) ?? this.#plans.folders.find(isOf);
    if (!folder) return undefined;
    const key = folder.uri.toString();
    const since = usualSince(snapshot.plan.programs, snapshot.today, snapshot.plan);
    const head = this.#touched?.headOf(folder);
    const known = this.#known.get(key);
    const isOfSame = known !== undefined && isSameSince(known.since, since);
    if (isOfSame && isOfHead(known, head)) {
      // While it is being read, nobody knows yet whether that commit was there already.
      if (known.found) known.head ??= head;
      return known.found;
    }
    known?.reading.abort();
    const next: Known = { since, head, reading: new AbortController(), found: undefined };
    this.#known.set(key, next);
    void this.#log.isolate(`reading ${folder.name} as it was`, () => this.#read(folder, next), undefined);
    // Until more is known, what was known of the same day is nearly true.
    return isOfSame ? known.found : undefined;
  };

  dispose(): void {
    for (const { reading } of this.#known.values()) reading.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #forget(folders: readonly PlanFolder[]): void {
    for (const { uri } of folders) {
      this.#known.get(uri.toString())?.reading.abort();
      this.#known.delete(uri.toString());
    }
  }

  async #read(folder: PlanFolder, known: Known): Promise<void> {
    const { signal } = known.reading;
    try {
      known.found = await this.#earlier.read(folder, known.since, signal);
    } catch (error) {
      if (signal.aborted) return;
      known.found = {
        since: known.since.usual,
        before: undefined,
        missing: 'git could not be asked: see the log',
      };
      this.#changed.fire();
      throw error;
    }
    if (!signal.aborted) this.#changed.fire();
  }
}

/**
 * Whether what is known holds for the commit that is checked out. Before git has said which one that is, it is the one that
 * was; but where nothing was found, it may have come since.
 */
function isOfHead({ head: known, found }: Known, head: string | undefined): boolean {
  if (head === undefined || known === head) return true;
  return known === undefined && (found === undefined || found.before !== undefined);
}

const isSameSince = (a: UsualSince, b: UsualSince): boolean => a.usual === b.usual && a.baseline === b.baseline;
