import * as vscode from 'vscode';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { riskTrends, TREND_DAYS, type TrendOf } from '../../core/views/risks/risk-trend.ts';
import { type Host, Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Log } from '../log.ts';
import type { Platform, PlatformGit } from '../platform.ts';
import { gitOf } from './git-of.ts';
import type { PlanFolder } from './plan-folder.ts';
import type { Plans } from './plans.ts';
import type { Touched } from './touched.ts';

/** What is known of the past of one plan. */
interface Known {
  /** What it depends on. */
  readonly key: string;
  trendOf: TrendOf | undefined;
}

/**
 * How the scores of risks have moved, from what their documents said four weeks ago. Asked of git when somebody looks at
 * risks, and not before; only on a disk, and only in a folder that is trusted.
 */
export class RiskTrends implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #git: PlatformGit;
  readonly #host: Host;
  readonly #log: Log;
  readonly #touched: Pick<Touched, 'headOf'>;
  readonly #known = new WeakMap<PlanFolder, Known>();
  /** Whose a plan is: who asks may have one that is no longer the newest. */
  readonly #folders = new WeakMap<Plan, PlanFolder>();
  readonly #heard: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #reading = new AbortController();

  constructor(plans: Plans, git: PlatformGit, touched: Pick<Touched, 'headOf'>, { host }: Platform, log: Log) {
    this.#plans = plans;
    this.#git = git;
    this.#host = host;
    this.#log = log;
    this.#touched = touched;
    this.#heard = plans.onDidChange(
      log.listener('noting a plan', (folder) => folder.snapshot && this.#folders.set(folder.snapshot.plan, folder)),
    );
  }

  /** More is known now. */
  readonly onDidChange = this.#changed.event;

  /** What is known for a plan as it is now; undefined where nothing is, or not yet. */
  readonly of = (snapshot: Snapshot): TrendOf | undefined => {
    const isOf = ({ snapshot: its }: PlanFolder): boolean => its?.plan === snapshot.plan;
    const folder = this.#folders.get(snapshot.plan) ?? this.#plans.folders.find(isOf);
    if (!folder || 'reason' in gitOf(folder, this.#git)) return undefined;
    const paths = [...new Set(snapshot.plan.ofType('risk').map(({ document }) => document.path))];
    const key = JSON.stringify([snapshot.today, this.#touched.headOf(folder), ...paths]);
    const known = this.#known.get(folder);
    if (known?.key === key) return known.trendOf;
    // Until more is known, what was known is nearly true.
    const next: Known = { key, trendOf: known?.trendOf };
    this.#known.set(folder, next);
    void this.#log.isolate(
      `reading earlier risks of ${folder.name}`,
      () => this.#read(folder, next, snapshot, paths),
      undefined,
    );
    return next.trendOf;
  };

  dispose(): void {
    this.#reading.abort();
    this.#heard.dispose();
    this.#changed.dispose();
  }

  async #read(folder: PlanFolder, known: Known, snapshot: Snapshot, paths: readonly string[]): Promise<void> {
    const { signal } = this.#reading;
    const day = snapshot.today - TREND_DAYS;
    try {
      const texts = await this.#git.readEarlier({ root: folder.uri.fsPath, day, paths, signal });
      if (this.#known.get(folder) !== known) return;
      known.trendOf = texts && riskTrends(await this.#parse(texts, snapshot));
      this.#changed.fire();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #parse(texts: ReadonlyMap<string, string>, { plan }: Snapshot): Promise<readonly ParsedDocument[]> {
    const { parseDocument } = await import('../plan-engine.ts');
    const slices = new Slices(this.#host);
    const documents: ParsedDocument[] = [];
    for (const [path, text] of texts) {
      const document = parseDocument(path, text, plan.config);
      if (document) documents.push(document);
      await slices.pauseIfDue();
    }
    return documents;
  }
}
