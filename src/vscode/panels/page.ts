import * as vscode from 'vscode';

/** The pages that there are: each is a script of that name. */
export type PageName = 'graph';

/** The one folder that a page may read from: scripts and a stylesheet, nothing of the workspace. */
export const pageRoot = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'webview');

/** What a page may do, besides talking with the extension. */
export const pageOptions = (extension: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableCommandUris: false,
  enableForms: false,
  localResourceRoots: [pageRoot(extension)],
});

/**
 * The document of a page. Nothing is allowed but what is named: scripts with the nonce of this document, the stylesheet
 * of the extension with the inline styles that Mermaid measures and draws with, and pictures that the page has made
 * itself, which is how a drawing becomes a PNG. No address can be reached, not even one of a picture.
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, page: PageName, title: string): string {
  const nonce = randomNonce();
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extension), name)).toString();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(webview.cspSource, nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${file('milepost.css')}">
</head>
<body class="milepost ${page}">
<script type="module" nonce="${nonce}" src="${file(`${page}.js`)}"></script>
</body>
</html>`;
}

const contentSecurityPolicy = (source: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'unsafe-inline'`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Known to nobody before: 128 random bits. */
const randomNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
