import * as vscode from 'vscode';
import type { Day } from '../../core/model/values/day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { defaultSince } from '../../core/report/default-since.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Touched } from '../plans/touched.ts';
import type { EarlierPlan, EarlierPlans } from './earlier-plans.ts';

/** What is known of a plan as it was. */
interface Known {
  readonly since: Day;
  /** The commit that was checked out. */
  head: string | undefined;
  readonly reading: AbortController;
  found: EarlierPlan | undefined;
}

/**
 * Plans as they were when their last status update was written, or a week ago: read when somebody looks, and again when
 * another commit is checked out or another update has come.
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
    const since = defaultSince(snapshot.plan.programs, snapshot.today);
    const head = this.#touched?.headOf(folder);
    const known = this.#known.get(key);
    // Before git has said which commit is checked out, it is the one that was.
    const isSame = known?.since === since && (head === undefined || known.head === undefined || known.head === head);
    if (isSame) {
      known.head ??= head;
      return known.found;
    }
    known?.reading.abort();
    const next: Known = { since, head, reading: new AbortController(), found: undefined };
    this.#known.set(key, next);
    void this.#log.isolate(`reading ${folder.name} as it was`, () => this.#read(folder, next), undefined);
    // Until more is known, what was known of the same day is nearly true.
    return known?.since === since ? known.found : undefined;
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
      known.found = await this.#earlier.read(folder, { day: known.since }, signal);
    } catch (error) {
      if (signal.aborted) return;
      known.found = { since: known.since, before: undefined, missing: 'git could not be asked: see the log' };
      this.#changed.fire();
      throw error;
    }
    if (!signal.aborted) this.#changed.fire();
  }
}
