import * as vscode from 'vscode';
import type { DocumentEdit, Fix } from '../../core/fixes/fix.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Refused } from '../commands/refused.ts';
import { toRange } from '../convert.ts';
import { checkFree } from '../create/create-files.ts';
import { isSameText, sourceIn } from '../plans/current-plan.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';

/** What a fix does, as one edit that can be undone. Refused where a file that it is to create cannot be. */
export async function editFor(
  { edits, creates }: Pick<Fix, 'edits' | 'creates'>,
  { folder, snapshot }: { readonly folder: PlanFolder; readonly snapshot: Snapshot },
  metadata?: vscode.WorkspaceEditEntryMetadata,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const path of new Set(edits.map((one) => one.path))) {
    const own = edits.filter((one) => one.path === path);
    addEdits(edit, folder.uriOf(path), own, sourceIn(snapshot, path), metadata);
  }
  if (creates) {
    await checkFree(folder.uri, creates.path);
    const contents = new TextEncoder().encode(creates.text);
    edit.createFile(folder.uriOf(creates.path), { overwrite: false, ignoreIfExists: false, contents });
  }
  return edit;
}

/** Adds edits of a text to those of a workspace. */
export function addEdits(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  edits: readonly Pick<DocumentEdit, 'range' | 'text'>[],
  source: Parameters<typeof toRange>[0] | undefined,
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  if (!source) return;
  for (const { range, text } of edits) {
    if (metadata) edit.replace(uri, toRange(source, range), text, metadata);
    else edit.replace(uri, toRange(source, range), text);
  }
}

/** The files among some that are no longer what a plan knows of them. */
export async function changedSince(
  paths: Iterable<string>,
  { folder, snapshot }: { readonly folder: PlanFolder; readonly snapshot: Snapshot },
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const path of paths) {
    if (!isSameText(sourceIn(snapshot, path)?.text, await currentText(folder.uriOf(path)))) changed.push(path);
  }
  return changed;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** How often the editor is given time to read a file again that has changed, and how long each time. */
const PATIENCE = { times: 40, ms: 50 };

/**
 * What an edit of a file would find: what somebody typed and has not saved, else what is on the disk. The editor keeps
 * the text of files that were open, and may not have heard yet that they have changed.
 */
async function currentText(uri: vscode.Uri): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  for (let time = 0; time < PATIENCE.times; time++) {
    const shown = document.getText();
    if (document.isDirty || isSameText(decoder.decode(await vscode.workspace.fs.readFile(uri)), shown)) return shown;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.ms));
  }
  throw new Refused(`${uri.path.replace(/^.*\//, '')} is another one on the disk than in the editor: try again`);
}
