import * as vscode from 'vscode';
import { hintsIn } from '../../language/hints.ts';
import { toOffset, toPosition } from '../convert.ts';
import type { Log } from '../log.ts';
import type { Plans } from '../plans/plans.ts';
import { onSetting, settings } from '../settings.ts';
import type { Asking } from './asking.ts';

/** Words behind values: weekdays, the days that periods come to, floats. The settings can turn each off. */
export class Hints implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #asking: Asking;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];

  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(asking: Asking, plans: Plans, log: Log) {
    this.#asking = asking;
    const changed = log.listener('refreshing inlay hints', () => this.#changed.fire());
    this.#subscriptions = [this.#changed, plans.onDidChange(changed), onSetting(['inlayHints'], changed)];
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[] | undefined> {
    const shown = settings.inlayHints;
    if (!shown.date && !shown.float) return undefined;
    return this.#asking.ofDocument('inlay hints', document, token, (asked) => {
      const part = { start: toOffset(asked.document, range.start), end: toOffset(asked.document, range.end) };
      return hintsIn(asked, part)
        .filter(({ kind }) => shown[kind])
        .map(({ offset, text, details }) => {
          const hint = new vscode.InlayHint(toPosition(asked.document, offset), text);
          hint.paddingLeft = true;
          if (details.length > 0) hint.tooltip = details.join('\n');
          return hint;
        });
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
