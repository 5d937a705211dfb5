import * as vscode from 'vscode';
import type { DocumentEdit, Fix } from '../../core/fixes/fix.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { toRange } from '../convert.ts';
import { checkFree } from '../create/create-files.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import { isSameText, sourceIn } from './current-plan.ts';

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
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    if (!isSameText(sourceIn(snapshot, path)?.text, document.getText())) changed.push(path);
  }
  return changed;
}
