import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { workspaceFile } from '../support.ts';

const root = (): string => workspaceFile('').fsPath;

export const onDisk = (path: string): string => join(root(), path);

/** The files of the opened folder by their paths, those of git aside. */
export function filePaths(): readonly string[] {
  return readdirSync(root(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(root().length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/^(?:\.git|\.vscode)\//.test(path))
    .sort();
}

export const pathOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);

/** The documents of the opened folder that are not saved. */
export function unsaved(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ isDirty, isClosed, uri }) =>
      isDirty && !isClosed && uri.scheme === 'file' && uri.path.startsWith(`${workspaceFile('').path}`),
  );
}

/** The text of a file as its reader sees it: in the editor, where it is not saved. */
export function textOf(path: string): string | undefined {
  const open = unsaved().find(({ uri }) => pathOf(uri) === path);
  if (open) return open.getText();
  return existsSync(onDisk(path)) ? readFileSync(onDisk(path), 'utf8') : undefined;
}

/** Writes a file, or takes it away, as another program would. */
export function writeOnDisk(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(onDisk(path), { recursive: true, force: true });
    return;
  }
  mkdirSync(dirname(onDisk(path)), { recursive: true });
  writeFileSync(onDisk(path), text);
}

/** Types into a document, and leaves it unsaved: what has changed of the text is one edit. */
export async function typeInto(path: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(workspaceFile(path), { preview: false });
  for (let tries = 0; tries < 20; tries++) {
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const [start, end] = changed(before, text);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text.slice(start, text.length - (before.length - end)));
    // It is refused where the editor is reading the file anew.
    if (await vscode.workspace.applyEdit(edit)) return document;
  }
  return document;
}

/** What of a text is not in the other: from where to where, in the first. */
function changed(before: string, after: string): readonly [start: number, end: number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [start, before.length - same];
}

/** Makes an edit of files; says whether the editor took it. */
export async function editFiles(change: (edit: vscode.WorkspaceEdit) => void): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  return vscode.workspace.applyEdit(edit);
}
