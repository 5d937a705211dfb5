import * as vscode from 'vscode';
import type { PlanFolder } from '../../plans/plan-folder.ts';

const OPEN = 'Open in Browser';

/**
 * Asks where the dashboard goes as a page of HTML, and writes it there: with the stylesheet of the pages, the colours of a
 * plain theme, and a policy under which nothing in it can run or reach anything.
 */
export async function saveDashboard(
  content: string,
  folder: PlanFolder | undefined,
  extension: vscode.Uri,
): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, 'dashboard.html') } : {}),
    filters: { HTML: ['html'] },
    saveLabel: 'Save Dashboard',
  });
  if (!uri) return;
  const file = vscode.Uri.joinPath(extension, 'dist', 'webview', 'milepost.css');
  const style = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(dashboardHtml(content, style)));
  void vscode.window.showInformationMessage('Milepost: the dashboard is saved.', OPEN).then((chosen) => {
    if (chosen === OPEN) void vscode.env.openExternal(uri);
  });
}

/** @param content what the page has drawn, all of its texts as text */
const dashboardHtml = (content: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Milepost">
<title>Dashboard</title>
<style>
${COLOURS}
${style}
</style>
</head>
<body class="milepost saved">
${content}
</body>
</html>
`;

/** What a theme of the editor says elsewhere. */
const COLOURS = `:root {
  color-scheme: light dark;
  --vscode-editor-foreground: #1f2328; --vscode-descriptionForeground: #59636e; --vscode-editor-background: #ffffff;
  --vscode-charts-green: #1a7f37; --vscode-charts-blue: #0969da;
  --vscode-charts-red: #cf222e; --vscode-charts-yellow: #9a6700; --vscode-milepost-overdueForeground: #b54708;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --vscode-editor-foreground: #e6edf3; --vscode-descriptionForeground: #9198a1; --vscode-editor-background: #0d1117;
    --vscode-charts-green: #3fb950; --vscode-charts-blue: #58a6ff;
    --vscode-charts-red: #f85149; --vscode-charts-yellow: #d29922; --vscode-milepost-overdueForeground: #e8935a;
  }
}`;
