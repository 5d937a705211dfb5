import * as vscode from 'vscode';
import { type SyncedDocument, syncPlan } from '../../core/blocks/sync-plan.ts';
import { plural } from '../../core/views/summary.ts';
import { Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { doubtfulMessage, isDoubtful } from '../fixes/doubtful.ts';
import { addEdits, changedSince } from '../fixes/edit-for.ts';
import type { Log } from '../log.ts';
import { currentPlan } from '../plans/current-plan.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { Cancelled, Refused } from './refused.ts';

/** How often a plan is read again that changes while its blocks are generated. */
const MOST_READINGS = 3;

/** What is to become of blocks: an edit that has not been made yet, and how many blocks it is for. */
class Update {
  readonly edit = new vscode.WorkspaceEdit();
  blocks = 0;
  updated = 0;
  /** Parts of reports, which are left alone. */
  records = 0;
  invalid = 0;
  /** The paths of documents with outdated blocks that are left as they are: nobody can tell whether they are UTF-8. */
  readonly doubtful: string[] = [];

  add(folder: PlanFolder, { path, document, edits, blocks }: SyncedDocument): void {
    if (edits.length > 0 && isDoubtful(document)) {
      this.doubtful.push(path);
      return;
    }
    addEdits(this.edit, folder.uriOf(path), edits, document);
    this.blocks += blocks.length;
    this.updated += blocks.filter(({ outcome }) => outcome === 'updated').length;
    this.records += blocks.filter(({ outcome }) => outcome === 'record').length;
    this.invalid += blocks.filter(({ outcome }) => outcome === 'invalid').length;
  }
}

/** Brings the live blocks of the document in the active editor up to date, as one edit. It is not saved. */
export async function updateBlocks(plans: Plans, platform: Platform, log: Log): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  const current = document && (await currentPlan(document, plans));
  if (!document || !current) throw new Refused('open a document of the plan first: its live blocks are updated');
  const { folder, path, snapshot } = current;
  const update = new Update();
  for (const synced of await syncedBy(snapshot, platform, (one) => one === path)) update.add(folder, synced);
  return apply(update, log);
}

/** Brings the live blocks of every plan of the window up to date: as one edit, which is undone at once. */
export async function updateAllBlocks(plans: Plans, platform: Platform, log: Log): Promise<boolean> {
  const location = vscode.ProgressLocation.Notification;
  const update = await vscode.window.withProgress(
    { location, title: 'Milepost: updating live blocks', cancellable: true },
    async (_progress, token) => {
      await plans.settled();
      const all = new Update();
      for (const folder of plans.folders) await addAll(all, folder, platform, token);
      return all;
    },
  );
  return apply(update, log);
}

async function addAll(
  update: Update,
  folder: PlanFolder,
  platform: Platform,
  token: vscode.CancellationToken,
): Promise<void> {
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const snapshot = await folder.service.settled();
    // A block that leaves out what could not be read would be wrong.
    if (snapshot.plan.partial) throw new Refused('part of the plan could not be read: no live block was updated');
    const synced = await syncedBy(snapshot, platform, () => true, token);
    const paths = synced.flatMap(({ path, edits }) => (edits.length > 0 ? [path] : []));
    const changed = await changedSince(paths, { folder, snapshot });
    if (changed.length === 0) {
      for (const document of synced) update.add(folder, document);
      return;
    }
    folder.service.touch(changed);
  }
  throw new Refused('files of the plan change again and again: try once more');
}

async function syncedBy(
  snapshot: Snapshot,
  { host }: Platform,
  accepts: (path: string) => boolean,
  token?: vscode.CancellationToken,
): Promise<readonly SyncedDocument[]> {
  const isCancelled = (): boolean => token?.isCancellationRequested ?? false;
  const synced = await new Slices(host).run(syncPlan(snapshot, accepts), isCancelled);
  if (!synced || isCancelled()) throw new Cancelled();
  return synced;
}

/** Makes the edit, and tells what there was to do. */
async function apply({ edit, blocks, updated, records, invalid, doubtful }: Update, log: Log): Promise<boolean> {
  const message = doubtfulMessage(doubtful);
  if (message !== undefined) void vscode.window.showWarningMessage(message);
  const left = invalid === 0 ? '' : ` ${plural(invalid, 'live block')} cannot be generated: see Problems.`;
  if (updated === 0) {
    const all = standing(blocks, records);
    if (invalid > 0 || message === undefined) {
      void vscode.window.showInformationMessage(`Milepost: ${invalid > 0 ? left.trim() : all}`);
    }
    return false;
  }
  const isDone = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  log.info(isDone ? `Updated ${plural(updated, 'live block')}` : 'Live blocks could not be updated');
  if (!isDone) throw new Refused('the editor did not take the edit: try once more');
  if (left !== '') void vscode.window.showWarningMessage(`Milepost:${left}`);
  return true;
}

/** What is said where there was nothing to update. */
function standing(blocks: number, records: number): string {
  if (blocks === 0) return 'there are no live blocks.';
  const left = records === 0 ? '' : ' Parts of reports are left as they are: Update Report writes those of today anew.';
  return records < blocks ? `the live blocks are up to date.${left}` : left.trim().replace(/^P/, 'p');
}
