import * as vscode from 'vscode';
import { post } from './bridge.ts';

/** The extension under test, activated. */
export async function activate(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('milepost.milepost');
  if (!extension) throw new Error('The extension milepost.milepost is not there');
  await extension.activate();
  return extension;
}

/** Waits until `condition` answers with something truthy, and answers with that. */
export async function until<T>(
  condition: () => T | Thenable<T>,
  what: string,
  ms = 20_000,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const end = Date.now() + ms;
  let last: unknown;
  do {
    try {
      const value = await condition();
      if (value) return value as Exclude<T, undefined | null | false | 0 | ''>;
      last = value;
    } catch (error) {
      last = error;
    }
    await pause(20);
  } while (Date.now() < end);
  throw new Error(
    `Waited ${ms} ms for ${what}; at last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A file of the opened folder, or of the workspace folder with the given name. */
export function workspaceFile(path: string, folder?: string): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = folder === undefined ? folders[0] : folders.find(({ name }) => name === folder);
  if (!found) throw new Error(`There is no workspace folder ${folder ?? ''}`);
  return vscode.Uri.joinPath(found.uri, path);
}

export async function readFile(path: string, folder?: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(path, folder)));
}

/** Writes behind the editor's back, as git or another program would. */
export async function writeFile(path: string, text: string, folder?: string): Promise<vscode.Uri> {
  const uri = workspaceFile(path, folder);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function deleteFile(path: string, folder?: string): Promise<void> {
  await vscode.workspace.fs.delete(workspaceFile(path, folder), { recursive: true });
}

export async function openFile(path: string, folder?: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(path, folder)));
}

/**
 * Replaces the whole text of an open document, as typing would; nothing is saved. VS Code refuses an edit that was made
 * for an older version, which happens while it reads a file that has just been written: then it is made again.
 */
export async function setText(document: vscode.TextDocument, text: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    if (await vscode.workspace.applyEdit(edit)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The text of ${document.uri} could not be replaced`);
}

/** Closes every editor and forgets what was not saved, so that the next test starts from the files. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isClosed) continue;
    // The editor itself is writing a setting, and saves that.
    if (document.uri.path.endsWith('/User/settings.json')) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where in the window something is done: a CSS selector, in a webview if `webview` says so. */
interface Target {
  /** true for the only webview, or a selector that only the wanted webview's document has. */
  readonly webview?: string | true;
  readonly timeout?: number;
}

/**
 * The window that this test runs in, seen from outside. Selectors are those of playwright, so `text=Save` or
 * `.monaco-list-row:has-text("GA")` work.
 */
export const page = {
  /** Takes a picture into .vscode-test/pictures/<launch>/<name>.png, of one element if there is a selector. */
  screenshot: (name: string, target: Target & { selector?: string } = {}) =>
    post({ action: 'screenshot', name, ...target }) as Promise<string>,
  click: (selector: string, target: Target & { button?: 'left' | 'right'; double?: boolean } = {}) =>
    post({ action: 'click', selector, ...target }),
  hover: (selector: string, target: Target = {}) => post({ action: 'hover', selector, ...target }),
  fill: (selector: string, text: string, target: Target = {}) => post({ action: 'fill', selector, text, ...target }),
  /** Types into whatever has the focus. */
  type: (text: string) => post({ action: 'type', text }),
  /** Presses keys one after another, such as `Control+Shift+P`. */
  keys: (...keys: string[]) => post({ action: 'keys', keys }),
  text: (selector: string, target: Target = {}) => post({ action: 'text', selector, ...target }) as Promise<string>,
  texts: (selector: string, target: Target = {}) => post({ action: 'texts', selector, ...target }) as Promise<string[]>,
  waitFor: (selector: string, target: Target & { state?: 'visible' | 'hidden' | 'attached' | 'detached' } = {}) =>
    post({ action: 'waitFor', selector, ...target }),
  /** Runs a function in the window. It is sent as text: it sees its argument and the page, nothing of the test. */
  evaluate: <A, R>(run: (argument: A) => R, argument?: A, target: Target = {}) =>
    post({ action: 'evaluate', source: String(run), argument, ...target }) as Promise<Awaited<R>>,
  /** What axe finds wrong in the window, or below an element of it, one text each: see scripts/webview/axe.mjs. */
  axe: (target: Target & { within?: string } = {}) => post({ action: 'axe', ...target }) as Promise<string[]>,
  resize: (width: number, height: number) => post({ action: 'resize', width, height }),
};
