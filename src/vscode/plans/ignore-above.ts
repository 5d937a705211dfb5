import * as vscode from 'vscode';
import type { IgnoreAbove } from '../../workspace/walk.ts';

/** Folders are not that deep; a file system that goes on for ever is one that answers everything. */
const MOST_FOLDERS = 64;

/**
 * The `.gitignore` files above the root of a plan, from the top of its repository down, as far as its file system lets
 * them be read: what is not there, and what nobody can look at, is the same here. None outside of a repository.
 */
export async function ignoreAbove(root: vscode.Uri): Promise<readonly IgnoreAbove[]> {
  const above: IgnoreAbove[] = [];
  let below = '';
  for (let folder = root, count = 0; count < MOST_FOLDERS; count++) {
    if ((await typeOf(vscode.Uri.joinPath(folder, '.git'))) !== undefined) return above;
    const name = folder.path.replace(/\/+$/, '').replace(/^.*\//, '');
    if (name === '') return [];
    below = below === '' ? name : `${name}/${below}`;
    folder = vscode.Uri.joinPath(folder, '..');
    const text = await textOf(vscode.Uri.joinPath(folder, '.gitignore'));
    if (text !== undefined) above.unshift({ root: below, text });
  }
  return [];
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  // Links are not followed, as git does not either.
  if ((await typeOf(file)) !== vscode.FileType.File) return undefined;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
