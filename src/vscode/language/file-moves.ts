import * as vscode from 'vscode';
import { shown } from '../../core/fixes/words.ts';
import { movedFiles } from '../../language/move/moved.ts';
import type { FileMove } from '../../language/rename/file-name.ts';
import { isUnderway, type OwnMove } from '../../language/rename/own-move.ts';
import { planFileFilter } from '../../workspace/plan-files.ts';
import { Slices } from '../../workspace/slices.ts';
import { editFor } from '../fixes/edit-for.ts';
import type { Log } from '../log.ts';
import { isSameText } from '../plans/current-plan.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';

/** Keeps a plan what it is while files and folders of it get other names or places in the explorer. */
export class FileMoves implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #registered: vscode.Disposable;
  /** The file that a rename of its item is to move, which then takes the new id from its new name. */
  #expected: { readonly own: OwnMove; readonly folder: PlanFolder; readonly since: number } | undefined;

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
  expect(own: OwnMove, folder: PlanFolder): void {
    this.#expected = { own, folder, since: this.#platform.host.now() };
  }

  async #editFor({ files, token }: vscode.FileWillRenameEvent): Promise<vscode.WorkspaceEdit | undefined> {
    const byFolder = new Map<PlanFolder, FileMove[]>();
    for (const { oldUri, newUri } of files) {
      const from = this.#plans.at(oldUri);
      const to = this.#plans.at(newUri);
      // From one plan to another it is another item.
      if (!from || from.folder !== to?.folder || from.path === '') continue;
      const move = { from: from.path, to: to.path };
      if (await this.#isExpected(move, from.folder)) continue;
      const moves = byFolder.get(from.folder) ?? [];
      moves.push(move);
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

  /** Whether a rename of the item moves the file: one that was asked for, and that was not given up since. */
  async #isExpected({ from, to }: FileMove, folder: PlanFolder): Promise<boolean> {
    const { own, since, folder: where } = this.#expected ?? {};
    if (own?.move.from !== from || own.move.to !== to || where !== folder || since === undefined) return false;
    this.#expected = undefined;
    if (this.#platform.host.now() - since < AT_ONCE_MS) return true;
    const { plan } = await folder.service.settled();
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    return isUnderway(own, plan, (path, text) => {
      const document = open.get(folder.uriOf(path).toString());
      return document !== undefined && isSameText(text, document.getText());
    });
  }
}

/**
 * The editor applies a rename in its order, texts first. Whoever asks for it by `vscode.executeDocumentRenameProvider` is
 * given the move first, so that no text tells of it: that is applied at once, and sooner than anybody could read a
 * preview, discard it, and move the file by hand.
 */
const AT_ONCE_MS = 3000;

/** What a person is told of documents that cannot be written without harm. */
function leftMessage(paths: readonly string[]): string {
  const others = paths.length > 1 ? ` (and ${paths.length - 1} more)` : '';
  return `Milepost: ${shown(paths[0] ?? '')}${others} is broken or not UTF-8, and stays as it is: look after its links and its id yourself.`;
}
