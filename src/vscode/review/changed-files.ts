import * as vscode from 'vscode';
import { changesByFile, fileText } from '../../core/views/diff/by-file.ts';
import type { Log } from '../log.ts';
import { onSetting, settings } from '../settings.ts';
import type { PlanReview } from './plan-review.ts';

/** The editor takes no more addresses in one event; without any, it asks for all of them again. */
const MOST_URIS = 250;

/** Marks the files that a change to the plan has changed, wherever the editor lists files, while somebody reviews it. */
export class ChangedFiles implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #review: PlanReview;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly #subscriptions: readonly vscode.Disposable[];
  /** What is said of each file, by its address. */
  #marks: ReadonlyMap<string, string> = new Map();

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(review: PlanReview, log: Log) {
    this.#review = review;
    this.#log = log;
    const update = log.listener('marking changed files', () => this.#update());
    this.#subscriptions = [
      this.#changed,
      vscode.window.registerFileDecorationProvider(this),
      review.onDidChange(update),
      onSetting(['review.fileDecorations'], update),
    ];
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    return this.#log.isolate<vscode.FileDecoration | undefined>(
      'marking a changed file',
      () => {
        const text = this.#marks.get(uri.toString());
        return text === undefined ? undefined : new vscode.FileDecoration('Δ', text);
      },
      undefined,
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #update(): void {
    const before = this.#marks;
    this.#marks = this.#marksNow();
    const changed = [...new Set([...before.keys(), ...this.#marks.keys()])].filter(
      (address) => before.get(address) !== this.#marks.get(address),
    );
    if (changed.length === 0) return;
    this.#changed.fire(changed.length > MOST_URIS ? undefined : changed.map((address) => vscode.Uri.parse(address)));
  }

  #marksNow(): ReadonlyMap<string, string> {
    const { reviewed } = this.#review;
    if (!reviewed || !settings.reviewFiles) return new Map();
    const { diff, folder, base } = reviewed;
    return new Map(
      [...changesByFile(diff)].flatMap(([path, changes]) => {
        const text = fileText(changes);
        return text === '' ? [] : [[folder.uriOf(path).toString(), `${text} (since ${base.name})`] as const];
      }),
    );
  }
}
