import * as vscode from 'vscode';
import { Refused } from '../commands/refused.ts';
import { answered } from './questions.ts';

/** The folder of the workspace that a new plan goes into: the only one, or the one that somebody chooses. */
export async function chooseRoot(): Promise<vscode.Uri> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Refused('open a folder first: a plan is a folder of Markdown files');
  if (folders.length === 1) return (folders[0] as vscode.WorkspaceFolder).uri;
  return answered(await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Where should the plan go?' })).uri;
}
