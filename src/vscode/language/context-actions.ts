import * as vscode from 'vscode';
import type { ContextAction } from '../../language/actions/action.ts';
import { canWait } from '../../language/actions/add-dependency.ts';
import { type ItemMove, type MovedItem, moveItem, movesOf } from '../../language/actions/move-item/move-item.ts';
import { MoveRefused } from '../../language/actions/move-item/refused.ts';
import { actionsAt, itemHere } from '../../language/actions/registry.ts';
import type { PlaceNow } from '../../language/request.ts';
import { planFileFilter } from '../../workspace/plan-files.ts';
import { Slices } from '../../workspace/slices.ts';
import { Refused } from '../commands/refused.ts';
import { toOffset } from '../convert.ts';
import { changedSince, editFor } from '../fixes/edit-for.ts';
import type { Log } from '../log.ts';
import { type CurrentPlan, currentPlan } from '../plans/current-plan.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import type { Asking } from './asking.ts';

const KINDS: Readonly<Record<ContextAction['kind'] | 'move', vscode.CodeActionKind>> = {
  rewrite: vscode.CodeActionKind.RefactorRewrite,
  extract: vscode.CodeActionKind.RefactorExtract,
  move: vscode.CodeActionKind.RefactorMove,
};

/** An action in the editor's menu. What it changes is worked out when it is chosen. */
class OfferedAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;

  constructor(title: string, kind: keyof typeof KINDS, document: vscode.TextDocument, position: vscode.Position) {
    super(title, KINDS[kind]);
    this.document = document;
    this.position = position;
  }
}

/** What can be done with the item at the cursor, besides putting right what is wrong. */
export class ContextActions implements vscode.CodeActionProvider {
  static readonly kinds: readonly vscode.CodeActionKind[] = Object.values(KINDS);
  readonly #asking: Asking;
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #log: Log;

  constructor(asking: Asking, plans: Plans, platform: Platform, log: Log) {
    this.#asking = asking;
    this.#plans = plans;
    this.#platform = platform;
    this.#log = log;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
    _context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const offered = await this.#asking.ofPlace('offering actions', document, start, token, (asked) => [
      ...dependency(asked),
      ...actionsAt(asked).map(({ title, kind }) => new OfferedAction(title, kind, document, start)),
      ...movesAt(asked).map(({ title }) => new OfferedAction(title, 'move', document, start)),
    ]);
    return offered ?? [];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof OfferedAction) || action.edit) return action;
    try {
      action.edit = await this.#editOf(action);
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof MoveRefused))
        this.#log.failure(`the action "${action.title}"`, error);
      void vscode.window.showErrorMessage(`Milepost: ${error instanceof Error ? error.message : String(error)}`);
    }
    return action;
  }

  async #editOf({ document, position, title }: OfferedAction): Promise<vscode.WorkspaceEdit> {
    const current = await currentPlan(document, this.#plans);
    const found = current && (await this.#found(askedOf(current, position), title));
    if (!found) throw new Refused(`"${title}" no longer fits: the plan has changed`);
    const { deletes } = found as { readonly deletes?: string };
    const paths = new Set([...found.edits.map(({ path }) => path), ...(deletes === undefined ? [] : [deletes])]);
    const changed = await changedSince(paths, current);
    if (changed.length > 0) throw new Refused(`"${title}" would change files that are changing: try again`);
    const edit = await editFor(found, current);
    if (deletes !== undefined) edit.deleteFile(savedIn(current, deletes));
    return edit;
  }

  /** What an action changes, by its title: moving an item takes a look at all of the plan, in slices. */
  async #found(asked: PlaceNow, title: string): Promise<ContextAction | MovedItem | undefined> {
    const move = movesAt(asked).find((one) => one.title === title);
    if (!move) return actionsAt(asked).find((one) => one.title === title);
    const steps = moveItem(move, asked.plan, planFileFilter(asked.plan.config));
    return new Slices(this.#platform.host).run(steps, () => false);
  }
}

/** A file that is as it is shown: what was typed and not saved would be gone with it for good. */
function savedIn({ folder }: CurrentPlan, path: string): vscode.Uri {
  const uri = folder.uriOf(path);
  const isUnsaved = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (isUnsaved) throw new Refused(`${path} would be deleted, and is not saved: save it first`);
  return uri;
}

/** Where the item at a place can be moved. */
function movesAt(asked: PlaceNow): readonly ItemMove[] {
  const item = itemHere(asked);
  return item ? movesOf(item, asked.plan, planFileFilter(asked.plan.config)) : [];
}

function askedOf({ snapshot, path }: CurrentPlan, position: vscode.Position): PlaceNow {
  const { plan, state, today } = snapshot;
  const document = plan.documentAt(path) as PlaceNow['document'];
  return { plan, state, today, document, offset: toOffset(document, position) };
}

/** Which item is waited for is asked by a command. */
function dependency(asked: PlaceNow): vscode.CodeAction[] {
  const item = itemHere(asked);
  if (!item || !canWait(item)) return [];
  const action = new vscode.CodeAction('Add a dependency…', vscode.CodeActionKind.RefactorRewrite);
  action.command = {
    command: 'milepost.addDependency',
    title: action.title,
    arguments: [{ item: item.key }],
  };
  return [action];
}
