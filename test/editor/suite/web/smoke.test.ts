import * as vscode from 'vscode';
import { equal, match } from '../assert.ts';
import { activate, page, readFile, workspaceFile } from '../support.ts';

describe('the extension in a web worker', () => {
  it('activates', async () => {
    equal(typeof process, 'undefined');
    equal((await activate()).isActive, true);
  });

  it('reaches files only through the editor', async () => {
    equal(workspaceFile('README.md').scheme, 'vscode-remote');
    match(await readFile('README.md'), /^# Ledger/);
  });

  it('can touch its window', async () => {
    await vscode.window.showTextDocument(workspaceFile('README.md'));
    await page.waitFor('.tab.active:has-text("README.md")');
  });
});
