import * as vscode from 'vscode';
import type { DocumentEdit, Fix } from '../../core/fixes/fix.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Refused } from '../commands/refused.ts';
import { toRange } from '../convert.ts';
import { checkFree } from '../create/create-files.ts';
import { isSameText, sourceIn } from '../plans/current-plan.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import { whereItExists } from '../plans/workspace-files.ts';

/** What a fix does, as one edit that can be undone. Refused where a file that it is to create cannot be. */
export async function editFor(
  { edits, creates }: Pick<Fix, 'edits' | 'creates'>,
  { folder, snapshot }: { readonly folder: PlanFolder; readonly snapshot: Snapshot },
  metadata?: vscode.WorkspaceEditEntryMetadata,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const byPath = new Map<string, DocumentEdit[]>();
  for (const one of edits) {
    const own = byPath.get(one.path);
    if (own) own.push(one);
    else byPath.set(one.path, [one]);
  }
  for (const [path, own] of byPath) addEdits(edit, folder.uriOf(path), own, sourceIn(snapshot, path), metadata);
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

/** The files among some that are no longer what a plan knows of them; of those that were looked at until it is cancelled. */
export async function changedSince(
  paths: Iterable<string>,
  { folder, snapshot }: { readonly folder: PlanFolder; readonly snapshot: Snapshot },
  token?: vscode.CancellationToken,
): Promise<readonly string[]> {
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const isChanged = async (path: string): Promise<boolean> => {
    const uri = folder.uriOf(path);
    return !isSameText(sourceIn(snapshot, path)?.text, (await currentText(uri, open.get(uri.toString()))) ?? '');
  };
  const all = [...paths];
  const changed: string[] = [];
  for (let at = 0; at < all.length && !token?.isCancellationRequested; at += READS_AT_ONCE) {
    const some = all.slice(at, at + READS_AT_ONCE);
    const outcomes = await Promise.all(some.map(isChanged));
    changed.push(...some.filter((_, index) => outcomes[index]));
  }
  return changed;
}

/** How many files are asked for at once. */
const READS_AT_ONCE = 32;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** How often the editor is given time to read a file again that has changed, and how long each time. */
const PATIENCE = { times: 40, ms: 50 };

/**
 * What an edit of a file would find: what somebody typed and has not saved, else what is on the disk. The editor keeps
 * the text of files that were open, and may not have heard yet that they have changed.
 */
async function currentText(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<string | undefined> {
  // Thousands of files are not opened to look at them.
  if (!open) {
    const file = await whereItExists(vscode.workspace.fs.readFile(uri));
    return file && decoder.decode(file);
  }
  for (let time = 0; time < PATIENCE.times; time++) {
    const shown = open.getText();
    if (open.isDirty) return shown;
    const now = await whereItExists(vscode.workspace.fs.readFile(uri));
    if (now && isSameText(decoder.decode(now), shown)) return shown;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.ms));
  }
  throw new Refused(`${uri.path.replace(/^.*\//, '')} was changed on the disk meanwhile: try again`);
}
