import * as vscode from 'vscode';
import { shown } from '../../core/fixes/words.ts';
import { movedFiles } from '../../language/move/moved.ts';
import type { FileMove } from '../../language/rename/file-name.ts';
import { planFileFilter } from '../../workspace/plan-files.ts';
import { Slices } from '../../workspace/slices.ts';
import { editFor } from '../fixes/edit-for.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';

/** Keeps a plan what it is while files and folders of it get other names or places in the explorer. */
export class FileMoves implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #registered: vscode.Disposable;
  /** The file that a rename of its item is to move, which then takes the new id from its new name. */
  #expected: { readonly from: string; readonly to: string; readonly since: number } | undefined;

  constructor(plans: Plans, platform: Platform, log: Log) {
    this.#plans = plans;
    this.#platform = platform;
    this.#registered = vscode.workspace.onWillRenameFiles((event) => {
      const edit = log.isolate('keeping the plan as files move', () => this.#editFor(event), undefined);
      event.waitUntil(edit as Promise<vscode.WorkspaceEdit>);
    });
  }

  dispose(): void {
    this.#registered.dispose();
  }

  /** Lets a file go to where a rename of its item takes it. */
  expect(from: vscode.Uri, to: vscode.Uri): void {
    this.#expected = { from: from.toString(), to: to.toString(), since: this.#platform.host.now() };
  }

  async #editFor({ files, token }: vscode.FileWillRenameEvent): Promise<vscode.WorkspaceEdit | undefined> {
    const byFolder = new Map<PlanFolder, FileMove[]>();
    for (const { oldUri, newUri } of files) {
      const from = this.#plans.at(oldUri);
      const to = this.#plans.at(newUri);
      // From one plan to another it is another item.
      if (!from || from.folder !== to?.folder || from.path === '') continue;
      if (await this.#isExpected(oldUri, newUri, from.folder, from.path)) continue;
      const moves = byFolder.get(from.folder) ?? [];
      moves.push({ from: from.path, to: to.path });
      byFolder.set(from.folder, moves);
    }
    const whole = new vscode.WorkspaceEdit();
    for (const [folder, moves] of byFolder) {
      const snapshot = await folder.service.settled();
      const { plan } = snapshot;
      const moved = await new Slices(this.#platform.host).run(
        movedFiles(moves, plan, planFileFilter(plan.config)),
        () => token.isCancellationRequested,
      );
      if (!moved) return undefined;
      if (moved.left.length > 0) void vscode.window.showWarningMessage(leftMessage(moved.left));
      const edit = await editFor({ edits: moved.edits }, { folder, snapshot });
      for (const [uri, edits] of edit.entries()) whole.set(uri, edits);
    }
    return whole;
  }

  /** Whether a rename of the item moves the file: one that was just asked for, or after which nothing names it as before. */
  async #isExpected(from: vscode.Uri, to: vscode.Uri, folder: PlanFolder, path: string): Promise<boolean> {
    const expected = this.#expected;
    if (expected?.from !== from.toString() || expected.to !== to.toString()) return false;
    this.#expected = undefined;
    if (this.#platform.host.now() - expected.since < LATELY_MS) return true;
    // Somebody has looked at a preview for long, or has given the rename up and moves the file now.
    const { plan } = await folder.service.settled();
    const document = plan.documentAt(path);
    const item = document && plan.itemsOf(document)[0];
    return item === undefined || plan.referencesTo(item).every((reference) => reference.from === item);
  }
}

/** How long nobody wonders whether a file moves because its item was renamed. */
const LATELY_MS = 30_000;

/** What a person is told of documents that cannot be written without harm. */
function leftMessage(paths: readonly string[]): string {
  const others = paths.length > 1 ? ` (and ${paths.length - 1} more)` : '';
  return `Milepost: ${shown(paths[0] ?? '')}${others} is broken or not UTF-8, and stays as it is: look after its links and its id yourself.`;
}
