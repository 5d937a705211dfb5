import * as vscode from 'vscode';
import { page } from './support.ts';

const PATIENCE_MS = 8000;
const MOST_TRIES = 6;

/** Gives what stands at a place another name as a person does: with F2, the name, and a key. */
export async function pressRename(
  editor: vscode.TextEditor,
  at: vscode.Position,
  name: string,
  key: 'Enter' | 'Control+Enter' = 'Enter',
): Promise<void> {
  for (let tries = 1; ; tries++) {
    await vscode.window.showTextDocument(editor.document);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    void vscode.commands.executeCommand('editor.action.rename');
    try {
      await page.waitFor('.rename-box .rename-input', { timeout: PATIENCE_MS });
      break;
    } catch (error) {
      // The editor may still be giving up what it showed of the rename before, and asks for no other name until then.
      if (tries === MOST_TRIES) throw error;
    }
  }
  await page.fill('.rename-box .rename-input', name);
  await page.keys(key);
}
