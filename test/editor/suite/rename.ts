import * as vscode from 'vscode';
import { page } from './support.ts';

/** Gives what stands at a place another name as a person does: with F2, the name, and a key. */
export async function pressRename(
  editor: vscode.TextEditor,
  at: vscode.Position,
  name: string,
  key: 'Enter' | 'Control+Enter' = 'Enter',
): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  void vscode.commands.executeCommand('editor.action.rename');
  await page.waitFor('.rename-box .rename-input');
  await page.fill('.rename-box .rename-input', name);
  await page.keys(key);
}
