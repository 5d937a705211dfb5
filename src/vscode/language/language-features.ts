import * as vscode from 'vscode';
import type { Log } from '../log.ts';
import { PLAN_FILES } from '../plans/plan-files.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { Asking } from './asking.ts';
import { Completions, TRIGGERS } from './completions.ts';
import { ContextActions } from './context-actions.ts';
import { Definitions } from './definitions.ts';
import { DocumentLinks } from './document-links.ts';
import { FileMoves } from './file-moves.ts';
import { Hints } from './hints.ts';
import { Hovers } from './hovers.ts';
import { Lenses } from './lenses.ts';
import { Outline } from './outline.ts';
import { Highlights, References } from './references.ts';
import { Renames } from './renames.ts';
import { Folds, Selections } from './structure.ts';
import { WorkspaceSymbols } from './workspace-symbols.ts';

/** What the editor asks of documents, answered by the language layer: one file a feature, each registered here. */
export class LanguageFeatures implements vscode.Disposable {
  readonly #registered: vscode.Disposable[];

  constructor(plans: Plans, platform: Platform, log: Log) {
    const asking = new Asking(plans, log);
    const { languages } = vscode;
    const moves = new FileMoves(plans, platform, log);
    const lenses = new Lenses(asking, plans, log);
    const hints = new Hints(asking, plans, log);
    this.#registered = [
      languages.registerDefinitionProvider(PLAN_FILES, new Definitions(asking)),
      languages.registerHoverProvider(PLAN_FILES, new Hovers(asking)),
      languages.registerReferenceProvider(PLAN_FILES, new References(asking)),
      languages.registerDocumentHighlightProvider(PLAN_FILES, new Highlights(asking)),
      lenses,
      languages.registerCodeLensProvider(PLAN_FILES, lenses),
      hints,
      languages.registerInlayHintsProvider(PLAN_FILES, hints),
      languages.registerDocumentLinkProvider(PLAN_FILES, new DocumentLinks(asking)),
      languages.registerFoldingRangeProvider(PLAN_FILES, new Folds(asking)),
      languages.registerSelectionRangeProvider(PLAN_FILES, new Selections(asking)),
      new Outline(plans, asking, log),
      languages.registerWorkspaceSymbolProvider(new WorkspaceSymbols(plans, log)),
      languages.registerCompletionItemProvider(PLAN_FILES, new Completions(plans, log), ...TRIGGERS),
      languages.registerRenameProvider(PLAN_FILES, new Renames(plans, platform, moves, log)),
      languages.registerCodeActionsProvider(PLAN_FILES, new ContextActions(asking, plans, platform, log), {
        providedCodeActionKinds: ContextActions.kinds,
      }),
      moves,
    ];
  }

  dispose(): void {
    for (const each of this.#registered) each.dispose();
  }
}
