import * as vscode from 'vscode';
import type { Log } from './log.ts';
import type { Plans } from './plans/plans.ts';

/** Where the workspace stands, for welcome views and menus: `when` clauses compare with it. */
export type PlanState = 'reading' | 'empty' | 'plan';

/** Keeps what `when` clauses compare with up to date: `milepost.state` and `milepost.editorHasItems`. */
export class Contexts implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #subscriptions: vscode.Disposable[];
  readonly #told = new Map<string, unknown>();

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
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
    await this.#tell('milepost.state', this.state);
    await this.#tell('milepost.editorHasItems', this.#editorHasItems());
  }

  #editorHasItems(): boolean {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const file = uri && this.#plans.at(uri);
    const plan = file?.folder.snapshot?.plan;
    const document = file && plan?.documentAt(file.path);
    return document !== undefined && document.items.length > 0;
  }

  async #tell(name: string, value: unknown): Promise<void> {
    if (this.#told.get(name) === value) return;
    this.#told.set(name, value);
    await vscode.commands.executeCommand('setContext', name, value);
  }
}
