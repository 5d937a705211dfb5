import * as vscode from 'vscode';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { PlatformGit } from '../platform.ts';

/** Files as they were in a commit, to be read and not written. */
export const BASE_SCHEME = 'milepost-base';

/** The address of a file as it was in a commit: where it would be now, and the commit. */
export const baseUri = (folder: PlanFolder, path: string, commit: string): vscode.Uri =>
  folder.uriOf(path).with({ scheme: BASE_SCHEME, query: commit });

/**
 * Gives the editor the texts of files as they were in a commit. It knows files of plans alone, in folders that are trusted,
 * whoever asks: an address may come from anywhere.
 */
export class BaseFiles implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #plans: Plans;
  readonly #git: PlatformGit;
  readonly #log: Log;
  readonly #registered: vscode.Disposable;

  constructor(plans: Plans, git: PlatformGit, log: Log) {
    this.#plans = plans;
    this.#git = git;
    this.#log = log;
    this.#registered = vscode.workspace.registerTextDocumentContentProvider(BASE_SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    return this.#log.isolate<string | undefined>('reading a file as it was', () => this.#read(uri), undefined);
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async #read(uri: vscode.Uri): Promise<string | undefined> {
    const file = this.#plans.at(uri.with({ scheme: 'file', query: '' }));
    if (!file || !vscode.workspace.isTrusted) return undefined;
    const revisions = await this.#git.openRevisions(file.folder.uri.fsPath);
    return 'reason' in revisions ? undefined : revisions.textAt(uri.query, file.path);
  }
}
