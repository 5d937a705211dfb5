import * as vscode from 'vscode';
import { Slices } from '../../workspace/slices.ts';
import type { Log } from '../log.ts';
import { currentPlan, sourceIn } from '../plans/current-plan.ts';
import { PLAN_FILES } from '../plans/plan-files.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { doubtfulMessage } from './doubtful.ts';
import { addEdits } from './edit-for.ts';
import { type SafelyFixed, safelyFixed } from './safely-fixed.ts';

/** For `editor.codeActionsOnSave`, and the menu of source actions. */
export const FIX_ALL_KIND = vscode.CodeActionKind.SourceFixAll.append('milepost');

/** All fixes of one document that need no asking, as one action: what the editor applies on saving, if it is told to. */
export class FixOnSave implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #registered: vscode.Disposable;
  readonly #told = new WeakSet<vscode.TextDocument>();

  constructor(plans: Plans, platform: Platform, log: Log) {
    this.#plans = plans;
    this.#platform = platform;
    this.#log = log;
    this.#registered = vscode.languages.registerCodeActionsProvider(PLAN_FILES, this, {
      providedCodeActionKinds: [FIX_ALL_KIND],
    });
  }

  dispose(): void {
    this.#registered.dispose();
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    // With each move of the cursor the editor asks for everything there is: this is only for who asks by name.
    if (!only?.intersects(FIX_ALL_KIND)) return Promise.resolve([]);
    return this.#log.isolate(`fixing ${document.uri}`, () => this.#fix(document, token), []);
  }

  async #fix(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    const current = await currentPlan(document, this.#plans);
    if (!current) return [];
    const { snapshot, path } = current;
    const slices = new Slices(this.#platform.host);
    const steps = safelyFixed(snapshot, ({ source }) => source.path === path);
    const { documents, doubtful } = (await slices.run(steps, () => token.isCancellationRequested)) ?? NOTHING;
    this.#tell(document, doubtfulMessage(doubtful));
    const [fixed] = documents;
    if (!fixed) return [];
    const action = new vscode.CodeAction('Fix all that Milepost can fix without asking', FIX_ALL_KIND);
    action.edit = new vscode.WorkspaceEdit();
    addEdits(action.edit, document.uri, fixed.edits, sourceIn(snapshot, path));
    return [action];
  }

  /** Once for each document, however often it is saved. */
  #tell(document: vscode.TextDocument, message: string | undefined): void {
    if (message === undefined || this.#told.has(document)) return;
    this.#told.add(document);
    void vscode.window.showWarningMessage(message);
  }
}

const NOTHING: SafelyFixed = { documents: [], doubtful: [] };
