import * as vscode from 'vscode';
import type { Item } from '../../core/plan/item.ts';
import { changesByFile } from '../../core/views/diff/by-file.ts';
import { changeLenses, movedBy } from '../../core/views/diff/change-lenses.ts';
import { toRange, withoutIcons } from '../convert.ts';
import type { Log } from '../log.ts';
import { isSameText, sourceIn } from '../plans/current-plan.ts';
import { PLAN_FILES } from '../plans/plan-files.ts';
import { onSetting, settings } from '../settings.ts';
import { PointedItem } from '../views/elements.ts';
import type { PlanReview, Reviewed } from './plan-review.ts';

/** Lenses over the items that a change to the plan has changed, while somebody reviews it; a click opens the diff. */
export class ChangeLensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #review: PlanReview;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #of:
    | {
        readonly reviewed: Reviewed;
        readonly moved: ReadonlyMap<Item, number>;
        readonly files: ReturnType<typeof changesByFile>;
      }
    | undefined;

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(review: PlanReview, log: Log) {
    this.#review = review;
    this.#log = log;
    const changed = log.listener('refreshing lenses of changes', () => this.#changed.fire());
    this.#subscriptions = [
      this.#changed,
      vscode.languages.registerCodeLensProvider(PLAN_FILES, this),
      review.onDidChange(changed),
      onSetting(['review.codeLens'], changed),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    return this.#log.isolate('lenses of changes', () => this.#lensesOf(document), []);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
    const { reviewed } = this.#review;
    const path = reviewed?.folder.pathOf(document.uri);
    if (!reviewed || path === undefined || !settings.reviewLenses) return [];
    if (!isSameText(sourceIn(reviewed.now, path)?.text, document.getText())) return [];
    const { files, moved } = this.#known(reviewed);
    return changeLenses(files.get(path) ?? [], moved, reviewed.now.today).map(
      ({ item, range, text }) =>
        new vscode.CodeLens(toRange(item.document, range), {
          title: withoutIcons(text),
          command: 'milepost.openChange',
          arguments: [new PointedItem(reviewed.folder, item)],
        }),
    );
  }

  #known(reviewed: Reviewed) {
    if (this.#of?.reviewed !== reviewed) {
      this.#of = { reviewed, moved: movedBy(reviewed.diff), files: changesByFile(reviewed.diff) };
    }
    return this.#of;
  }
}
