import * as vscode from 'vscode';
import type { Contexts } from './contexts.ts';
import type { Log } from './log.ts';

/** So long after its tab has come the editor has read the steps of a walkthrough, in milliseconds. */
const READ_MS = 1000;

/**
 * Ticks the first step of the walkthrough in a window that has a plan. The editor ticks a step when a context becomes what
 * the step waits for, and never where it was so before the steps were read. So there is a context of its own for that,
 * `milepost.planShown`: true where there is a plan, a moment after a tab of a kind has come to the front of which
 * extensions are told nothing, as they are not of a walkthrough.
 */
export class Walkthrough implements vscode.Disposable {
  readonly #contexts: Pick<Contexts, 'state'>;
  readonly #log: Log;
  readonly #subscription: vscode.Disposable;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #told = false;

  constructor(contexts: Pick<Contexts, 'state'>, log: Log) {
    this.#contexts = contexts;
    this.#log = log;
    const look = log.listener('looking for the walkthrough', () => this.#look());
    this.#subscription = vscode.window.tabGroups.onDidChangeTabs(look);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscription.dispose();
  }

  async #look(): Promise<void> {
    clearTimeout(this.#waiting);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (!tab || tab.input !== undefined) return this.#tell(false);
    const tick = this.#log.listener('ticking a step of the walkthrough', () =>
      this.#tell(this.#contexts.state === 'plan'),
    );
    this.#waiting = setTimeout(tick, READ_MS);
  }

  async #tell(isShown: boolean): Promise<void> {
    if (isShown === this.#told) return;
    this.#told = isShown;
    await vscode.commands.executeCommand('setContext', 'milepost.planShown', isShown);
  }
}
