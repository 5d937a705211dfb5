import * as vscode from 'vscode';
import { page, pause, readFile, until, workspaceFile } from './support.ts';

/** Answers the dialog that asks where something is saved, and gives what then stands in that file of the workspace. */
export async function saveAs(name: string): Promise<string> {
  await vscode.workspace.fs.delete(workspaceFile(name)).then(undefined, () => undefined);
  const input = '.quick-input-widget input';
  await page.waitFor(input);
  const { path } = workspaceFile(name);
  const saved = await until(async () => {
    const text = await readFile(name).catch(() => '');
    if (text !== '' || (await page.texts(`${input}:visible`)).length === 0) return text;
    // The dialog may put a name of its own over what was typed, and takes no answer while it looks at that.
    const typed = await page.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.value, input);
    if (typed === path) await page.keys('Enter');
    else await page.fill(input, path);
    await pause(300);
    return '';
  }, 'the file');
  await vscode.workspace.fs.delete(workspaceFile(name));
  return saved;
}
