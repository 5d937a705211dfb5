import * as vscode from 'vscode';
import { type Lens, lensesOf } from '../../language/lenses.ts';
import { toRange } from '../convert.ts';
import type { Log } from '../log.ts';
import type { Plans } from '../plans/plans.ts';
import { onSetting, settings } from '../settings.ts';
import { PointedItem } from '../views/elements.ts';
import type { Asking } from './asking.ts';

const COMMANDS: Readonly<Record<Lens['asks'], string>> = {
  'what-waits': 'milepost.whatWaitsForThis',
  why: 'milepost.why',
};

/** Lines over items: how many wait for it, whether it is critical, its forecast. The settings can turn them off. */
export class Lenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #asking: Asking;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(asking: Asking, plans: Plans, log: Log) {
    this.#asking = asking;
    const changed = log.listener('refreshing code lenses', () => this.#changed.fire());
    this.#subscriptions = [this.#changed, plans.onDidChange(changed), onSetting(['codeLens'], changed)];
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[] | undefined> {
    if (!settings.codeLens) return undefined;
    return this.#asking.ofDocument('code lenses', document, token, (asked, folder) =>
      lensesOf(asked).map(
        ({ item, range, text, asks }) =>
          new vscode.CodeLens(toRange(asked.document, range), {
            title: text,
            command: COMMANDS[asks],
            arguments: [new PointedItem(folder, item)],
          }),
      ),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
