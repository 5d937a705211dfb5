import * as vscode from 'vscode';
import { isTaken } from '../../core/scaffold/file-name.ts';
import type { NewFile } from '../../core/scaffold/first-plan.ts';
import { Refused } from '../commands/refused.ts';
import { isMissing } from '../plans/workspace-files.ts';

/**
 * Creates files below a folder, all or none, in one step that can be undone. Never over a file that is there, never
 * through a link out of the folder, and never under a name that differs from another only in case.
 */
export async function createFiles(root: vscode.Uri, files: readonly NewFile[]): Promise<readonly vscode.Uri[]> {
  for (const { path } of files) await checkFree(root, path);
  const edit = new vscode.WorkspaceEdit();
  const uris = files.map(({ path, text }) => {
    const uri = vscode.Uri.joinPath(root, path);
    // Should the file have come since it was looked for, the edit fails and the file stays.
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
    return uri;
  });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Refused('the editor could not create the files: is the folder read-only?');
  return uris;
}

/** The files among some that are there already. */
export async function existing(root: vscode.Uri, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) if (await stat(vscode.Uri.joinPath(root, path))) found.push(path);
  return found;
}

/** Refuses a path below a folder where something stands already, where a link leads away, or that is no place for a plan. */
export async function checkFree(root: vscode.Uri, path: string): Promise<void> {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part.startsWith('.'))) {
    throw new Refused(`${path} is no place for a file of a plan: hidden folders are not read`);
  }
  let folder = root;
  for (const [depth, part] of parts.entries()) {
    const at = vscode.Uri.joinPath(folder, part);
    const found = await stat(at);
    const isLast = depth === parts.length - 1;
    if (found && isLast) throw new Refused(`${path} is there already, and stays as it is`);
    if (found && found.type !== vscode.FileType.Directory) {
      const what =
        found.type & vscode.FileType.SymbolicLink ? 'a link, which may lead anywhere' : 'a file and no folder';
      throw new Refused(`${parts.slice(0, depth + 1).join('/')} is ${what}: choose another folder`);
    }
    if (!found) {
      const names = (await list(folder)).map(([name]) => name);
      if (isTaken(part, names))
        throw new Refused(`${path} differs only in case from what is there already: choose another name`);
      // Below a folder that does not exist everything is free.
      return;
    }
    folder = at;
  }
}

async function stat(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function list(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
