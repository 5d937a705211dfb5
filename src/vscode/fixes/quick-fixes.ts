import * as vscode from 'vscode';
import type { Fix } from '../../core/fixes/fix.ts';
import { isSound, proposedFixes } from '../../core/fixes/fixes-for.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Refused } from '../commands/refused.ts';
import { toRange } from '../convert.ts';
import { DIAGNOSTIC_SOURCE } from '../diagnostics.ts';
import type { Log } from '../log.ts';
import { type CurrentPlan, currentPlan } from '../plans/current-plan.ts';
import { PLAN_FILES } from '../plans/plan-files.ts';
import type { Plans } from '../plans/plans.ts';
import { changedSince, editFor } from './edit-for.ts';

/** A fix in the editor's menu. What it changes is worked out when it is chosen. */
export class QuickFix extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly diagnostic: vscode.Diagnostic;

  constructor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, { title, preferred }: Fix) {
    super(title, vscode.CodeActionKind.QuickFix);
    this.document = document;
    this.diagnostic = diagnostic;
    this.diagnostics = [diagnostic];
    this.isPreferred = preferred;
  }
}

/** How often a file is read again that changes while somebody chooses. */
const MOST_READINGS = 3;

/** The quick fixes for findings, as the light bulb offers them: only for those that the editor asks about. */
export class QuickFixes implements vscode.CodeActionProvider<QuickFix>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #registered: vscode.Disposable;

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
    this.#registered = vscode.languages.registerCodeActionsProvider(PLAN_FILES, this, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    });
  }

  dispose(): void {
    this.#registered.dispose();
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<QuickFix[]> {
    return this.#log.isolate(`offering fixes for ${document.uri}`, () => this.#offer(document, diagnostics, token), []);
  }

  async resolveCodeAction(action: QuickFix, token: vscode.CancellationToken): Promise<QuickFix> {
    try {
      const edit = await this.#editOf(action, token);
      if (!edit) return action;
      // One that is resolved twice stays what it was the first time.
      if (!action.edit) action.edit = edit;
    } catch (error) {
      if (!(error instanceof Refused)) this.#log.failure(`the fix "${action.title}"`, error);
      void vscode.window.showErrorMessage(`Milepost: ${error instanceof Error ? error.message : String(error)}`);
    }
    return action;
  }

  /** With each move of the cursor the editor asks again: what becomes of the documents is looked at once one is chosen. */
  async #offer(
    document: vscode.TextDocument,
    diagnostics: readonly vscode.Diagnostic[],
    token: vscode.CancellationToken,
  ): Promise<QuickFix[]> {
    const own = diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
    const current = own.length > 0 ? await currentPlan(document, this.#plans) : undefined;
    if (!current) return [];
    const offered: QuickFix[] = [];
    for (const diagnostic of own) {
      if (token.isCancellationRequested) return [];
      for (const fix of fixesOf(diagnostic, current)) offered.push(new QuickFix(document, diagnostic, fix));
    }
    return offered;
  }

  /** What a fix changes, in files as they are now; undefined where nobody waits for it any more. */
  async #editOf(
    { document, diagnostic, title }: QuickFix,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    for (let reading = 0; reading < MOST_READINGS; reading++) {
      const current = await currentPlan(document, this.#plans);
      const fix = current && fixesOf(diagnostic, current).find((one) => one.title === title);
      if (!fix) throw new Refused(`"${title}" no longer fits: the plan has changed`);
      const others = new Set(fix.edits.map(({ path }) => path));
      others.delete(current.path);
      const changed = await changedSince(others, current);
      if (token.isCancellationRequested) return undefined;
      if (changed.length === 0) {
        if (!isSound(fix, current.snapshot.plan)) throw new Refused(`"${title}" would break what can be read now`);
        return editFor(fix, current);
      }
      current.folder.service.touch(changed);
      await current.folder.service.settled();
    }
    throw new Refused(`"${title}" would change files that are changing: try again`);
  }
}

/** The fixes that are proposed for what a diagnostic stands for. */
function fixesOf(diagnostic: vscode.Diagnostic, { snapshot, path }: CurrentPlan): readonly Fix[] {
  const finding = findingOf(diagnostic, snapshot, path);
  return finding ? proposedFixes(finding, snapshot) : [];
}

/** The finding that a diagnostic was made of, or the same one of a newer plan. */
function findingOf(diagnostic: vscode.Diagnostic, { findings }: Snapshot, path: string): Finding | undefined {
  const { message, range } = diagnostic;
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return findings.find(
    (finding) =>
      finding.source.path === path &&
      finding.code === code &&
      finding.message === message &&
      toRange(finding.source, finding.range).isEqual(range),
  );
}
