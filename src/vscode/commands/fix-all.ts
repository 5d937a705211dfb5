import * as vscode from 'vscode';
import { Slices } from '../../workspace/slices.ts';
import { doubtfulMessage } from '../fixes/doubtful.ts';
import { addEdits, changedSince } from '../fixes/edit-for.ts';
import { safelyFixed } from '../fixes/safely-fixed.ts';
import type { Log } from '../log.ts';
import { sourceIn } from '../plans/current-plan.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { Cancelled, Refused } from './refused.ts';

/** How often a plan is read again that changes while it is fixed. */
const MOST_READINGS = 3;

/**
 * Applies every fix that needs no asking to every plan of the window: as one edit, which is shown before it is applied
 * and undone at once. Until then nothing is changed, so that it can be cancelled.
 */
export async function fixWorkspace(plans: Plans, platform: Platform, log: Log): Promise<boolean> {
  const { edit, doubtful } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Milepost: looking for what can be fixed',
      cancellable: true,
    },
    (_progress, token) => editOfAll(plans, platform, token),
  );
  const message = doubtfulMessage(doubtful);
  if (message !== undefined) void vscode.window.showWarningMessage(message);
  if (edit.size === 0) {
    if (message === undefined)
      void vscode.window.showInformationMessage('Milepost: there is nothing to fix without a decision.');
    return false;
  }
  askFirst(edit);
  const isDone = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  log.info(isDone ? `Fixed ${edit.size} files` : 'Fixes were discarded');
  return isDone;
}

async function editOfAll(
  plans: Plans,
  platform: Platform,
  token: vscode.CancellationToken,
): Promise<{ readonly edit: vscode.WorkspaceEdit; readonly doubtful: readonly string[] }> {
  await plans.settled();
  const edit = new vscode.WorkspaceEdit();
  const slices = new Slices(platform.host);
  const doubtful: string[] = [];
  for (const folder of plans.folders) doubtful.push(...(await addFixes(edit, folder, slices, token)));
  return { edit, doubtful };
}

/** Adds the fixes of a plan to an edit; gives back the documents that are left as they are. */
async function addFixes(
  edit: vscode.WorkspaceEdit,
  folder: PlanFolder,
  slices: Slices,
  token: vscode.CancellationToken,
): Promise<readonly string[]> {
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const snapshot = await folder.service.settled();
    const fixed = await slices.run(
      safelyFixed(snapshot, () => true),
      () => token.isCancellationRequested,
    );
    if (!fixed || token.isCancellationRequested) throw new Cancelled();
    const paths = fixed.documents.map(({ path }) => path);
    const changed = await changedSince(paths, { folder, snapshot });
    if (changed.length === 0) {
      for (const { path, edits } of fixed.documents) {
        addEdits(edit, folder.uriOf(path), edits, sourceIn(snapshot, path), PREVIEWED);
      }
      return fixed.doubtful;
    }
    folder.service.touch(changed);
  }
  throw new Refused('files of the plan change again and again: try once more');
}

/** What the edits stand under in the preview. */
const PREVIEWED: vscode.WorkspaceEditEntryMetadata = {
  needsConfirmation: false,
  label: 'What can only be meant one way',
  iconPath: new vscode.ThemeIcon('lightbulb-autofix'),
};

const ASKING: vscode.WorkspaceEditEntryMetadata = {
  needsConfirmation: true,
  label: 'Untick what is to stay as it is, then choose Apply',
  iconPath: new vscode.ThemeIcon('info'),
};

/**
 * Has the editor show a preview. It does so only where an edit needs to be confirmed, and leaves those unticked: so one
 * that changes nothing asks for all the others, which are ticked.
 */
function askFirst(edit: vscode.WorkspaceEdit): void {
  const [first] = edit.entries();
  if (first) edit.replace(first[0], new vscode.Range(0, 0, 0, 0), '', ASKING);
}
