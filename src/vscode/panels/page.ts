import * as vscode from 'vscode';
import { pageHtml } from './page-html.ts';

/** The pages that there are: each is a script of that name. */
export type PageName = 'dashboard' | 'graph' | 'timeline' | 'risks' | 'decisions' | 'history' | 'report';

/** The one folder that a page may read from: scripts and a stylesheet, nothing of the workspace. */
const pageRoot = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'webview');

/** What a page may do, besides talking with the extension. */
export const pageOptions = (extension: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableCommandUris: false,
  enableForms: false,
  localResourceRoots: [pageRoot(extension)],
});

/** The document of a page, for a webview. */
export function webviewHtml(webview: vscode.Webview, extension: vscode.Uri, page: PageName, title: string): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extension), name)).toString();
  return pageHtml({ page, title, source: webview.cspSource, nonce: randomNonce(), file });
}

/** 128 random bits. */
const randomNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
