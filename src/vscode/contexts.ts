import * as vscode from 'vscode';
import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { updateOf } from '../core/report/update-of.ts';
import { hasRecords } from './create/read-records.ts';
import type { Log } from './log.ts';
import type { Plans } from './plans/plans.ts';
import type { Platform } from './platform.ts';

/** Where the workspace stands, for welcome views and menus: `when` clauses compare with it. */
export type PlanState = 'reading' | 'empty' | 'plan';

/**
 * Keeps what `when` clauses compare with up to date: `milepost.state`, `milepost.editorHasItems` and the like, and
 * `milepost.git`, which is false where commands that take git cannot work: in a browser.
 */
export class Contexts implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #hasGit: boolean;
  readonly #subscriptions: vscode.Disposable[];
  readonly #told = new Map<string, unknown>();

  constructor(plans: Plans, { git }: Pick<Platform, 'git'>, log: Log) {
    this.#plans = plans;
    this.#hasGit = git !== undefined;
    const update = log.listener('setting contexts', () => this.#update());
    this.#subscriptions = [
      plans.onDidChange(update),
      plans.onDidChangeFolders(update),
      vscode.window.onDidChangeActiveTextEditor(update),
    ];
    update();
  }

  get state(): PlanState {
    if (!this.#plans.isComplete) return 'reading';
    return this.#plans.hasPlan ? 'plan' : 'empty';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #update(): Promise<void> {
    await this.#tell('milepost.git', this.#hasGit);
    await this.#tell('milepost.state', this.state);
    await this.#tell('milepost.decisionRecords', this.state === 'empty' && this.#plans.folders.some(hasRecords));
    await this.#tell('milepost.editorHasItems', (this.#shown()?.document.items.length ?? 0) > 0);
    await this.#tell('milepost.editorHasReport', this.#reportOf());
  }

  /** What the active editor shows of a plan. */
  #shown(): { readonly document: ParsedDocument; readonly today: Day } | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const file = uri && this.#plans.at(uri);
    const snapshot = file?.folder.snapshot;
    const document = file && snapshot?.plan.documentAt(file.path);
    return snapshot && document && { document, today: snapshot.today };
  }

  /** Whether the active editor shows a report: `today` can still be written anew, `record` stays as it is. */
  #reportOf(): 'today' | 'record' | undefined {
    const { document, today } = this.#shown() ?? {};
    const update = document && updateOf(document);
    if (!update || document.body.blocks.length === 0) return undefined;
    return update.values.date === undefined || update.values.date === today ? 'today' : 'record';
  }

  async #tell(name: string, value: unknown): Promise<void> {
    if (this.#told.get(name) === value) return;
    this.#told.set(name, value);
    await vscode.commands.executeCommand('setContext', name, value);
  }
}
