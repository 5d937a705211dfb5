import * as vscode from 'vscode';
import { type NamedHere, namedAt } from '../../language/rename/named-at.ts';
import { ownMoveOf } from '../../language/rename/own-move.ts';
import { RenameRefused } from '../../language/rename/refused.ts';
import { type Renamed, rename } from '../../language/rename/rename.ts';
import { planFileFilter } from '../../workspace/plan-files.ts';
import { Slices } from '../../workspace/slices.ts';
import { Refused } from '../commands/refused.ts';
import { toOffset, toRange } from '../convert.ts';
import { checkFree } from '../create/create-files.ts';
import { changedSince, editFor } from '../fixes/edit-for.ts';
import type { Log } from '../log.ts';
import { type CurrentPlan, currentPlan } from '../plans/current-plan.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import type { FileMoves } from './file-moves.ts';

/** How often a plan is read again whose files change while a rename is computed. */
const MOST_READINGS = 3;

/**
 * Gives ids, people, workstreams and tags other names in all files of a plan. All of it is computed, in slices that can
 * be cancelled, before the editor is given one edit, which it shows before it applies it where that is asked for.
 */
export class Renames implements vscode.RenameProvider {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #moves: FileMoves;
  readonly #log: Log;

  constructor(plans: Plans, platform: Platform, moves: FileMoves, log: Log) {
    this.#plans = plans;
    this.#platform = platform;
    this.#moves = moves;
    this.#log = log;
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ readonly range: vscode.Range; readonly placeholder: string } | undefined> {
    const current = await currentPlan(document, this.#plans);
    const source = current?.snapshot.plan.documentAt(current.path);
    if (!current || !source) return undefined;
    try {
      const here = namedIn(current, position);
      return here && { range: toRange(source, here.range), placeholder: here.name };
    } catch (error) {
      // Where this answers nothing the editor asks others, to whom `[id]` is a link.
      const here = error instanceof RenameRefused ? error.here : undefined;
      if (here) return { range: toRange(source, here.range), placeholder: here.name };
      throw this.#noted('preparing a rename', error);
    }
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    name: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    try {
      return await this.#editOf(document, position, name, token);
    } catch (error) {
      this.#noted('renaming', error);
      void vscode.window.showErrorMessage(`Milepost: ${error instanceof Error ? error.message : String(error)}`);
      // Nothing changes. Were this a failure, the editor would have others rename what they take the text for.
      return new vscode.WorkspaceEdit();
    }
  }

  /** What is refused is told to whoever asked; what should not happen, to the log as well. */
  #noted(what: string, error: unknown): unknown {
    if (!(error instanceof RenameRefused) && !(error instanceof Refused)) this.#log.failure(what, error);
    return error;
  }

  async #editOf(
    document: vscode.TextDocument,
    position: vscode.Position,
    name: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    for (let reading = 0; reading < MOST_READINGS; reading++) {
      const current = await currentPlan(document, this.#plans);
      const here = current && namedIn(current, position);
      if (!current || !here) return undefined;
      const { folder, snapshot } = current;
      // While files are still read, what names it may not be known.
      if (!snapshot.complete) {
        await folder.service.settled();
        continue;
      }
      const { plan } = snapshot;
      const steps = rename(here.named, name, plan, planFileFilter(plan.config));
      const renamed = await new Slices(this.#platform.host).run(steps, () => token.isCancellationRequested);
      if (!renamed || token.isCancellationRequested) return undefined;
      const changed = await changedSince(pathsOf(renamed), current, token);
      if (token.isCancellationRequested) return undefined;
      if (changed.length === 0) return this.#asEdit(renamed, current);
      folder.service.touch(changed);
      await folder.service.settled();
    }
    throw new Refused('files of the plan change again and again: try once more');
  }

  /** As one edit; a file has its new name after its text has changed, so that one step back undoes both. */
  async #asEdit(renamed: Renamed, current: CurrentPlan): Promise<vscode.WorkspaceEdit> {
    const { folder, snapshot } = current;
    const edit = await editFor({ edits: renamed.edits }, current);
    const own = ownMoveOf(renamed, snapshot.plan);
    if (!own) return edit;
    const { from, to } = own.move;
    await checkFree(folder.uri, to);
    this.#moves.expect(own, folder);
    edit.renameFile(folder.uriOf(from), folder.uriOf(to), { overwrite: false });
    return edit;
  }
}

function namedIn({ snapshot, path }: CurrentPlan, position: vscode.Position): NamedHere | undefined {
  const { plan, state, today } = snapshot;
  const document = plan.documentAt(path);
  return document && namedAt({ plan, state, today, document, offset: toOffset(document, position) });
}

const pathsOf = ({ edits, move }: Renamed): ReadonlySet<string> =>
  new Set([...edits.map(({ path }) => path), ...(move ? [move.from] : [])]);
