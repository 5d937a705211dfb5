import * as vscode from 'vscode';
import type { FromPage } from '../../../webview/protocol.ts';

type Saved = Extract<FromPage, { readonly type: 'save'; readonly format: 'svg' | 'png' }>;

/** Asks where a picture goes, and writes it there. Where a file is in the way, the dialog asks about that as well. */
export async function savePicture({ format, data }: Saved, folder: vscode.Uri | undefined): Promise<void> {
  const name = `dependency-graph.${format}`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [format.toUpperCase()]: [format] },
    saveLabel: 'Save Picture',
  });
  if (!uri) return;
  const bytes = format === 'svg' ? new TextEncoder().encode(data) : fromBase64(data);
  await vscode.workspace.fs.writeFile(uri, bytes);
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
