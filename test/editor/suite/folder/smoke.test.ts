import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { launch } from '../bridge.ts';
import { activate, closeEditors, openFile, page, until } from '../support.ts';

describe('the extension in a folder', () => {
  it('activates in the VS Code that this launch is about', async () => {
    equal((await activate()).isActive, true);
    equal(vscode.version, launch().vscode);
    equal(vscode.workspace.isTrusted, true);
  });
});

describe('the window', () => {
  afterEach(closeEditors);

  it('takes what a test types', async () => {
    const editor = await openFile('README.md');
    await page.click('.monaco-editor .view-lines');
    await page.keys('Control+End');
    await page.type('Typed from outside.');
    await until(() => editor.document.getText().endsWith('Typed from outside.'), 'the text in the document');
  });

  it('can be looked into where a webview allows nothing', async () => {
    const panel = vscode.window.createWebviewPanel('probe', 'Probe', vscode.ViewColumn.One, { enableScripts: true });
    try {
      panel.webview.html = `<!doctype html><html><head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'">
        </head><body class="probe"><button>Press</button>
        <script nonce="n">
          const host = acquireVsCodeApi();
          document.querySelector('button').onclick = () => host.postMessage('pressed');
        </script></body></html>`;
      const message = new Promise((resolve) => panel.webview.onDidReceiveMessage(resolve));
      await page.click('button', { webview: '.probe' });
      equal(await message, 'pressed');
      equal(await page.text('button', { webview: true }), 'Press');
      equal(
        await page.evaluate((selector: string) => document.querySelectorAll(selector).length, 'button', {
          webview: true,
        }),
        1,
      );
      ok((await page.screenshot('webview')).endsWith('.png'));
    } finally {
      panel.dispose();
    }
  });
});
