import * as vscode from 'vscode';
import type { Milepost } from '../../../../src/vscode/activate.ts';
import { equal, match } from '../assert.ts';
import { activate, page, readFile, workspaceFile } from '../support.ts';

describe('the extension in a web worker', () => {
  it('activates', async () => {
    equal(typeof process, 'undefined');
    const { isActive, exports } = await activate();
    equal(isActive, true);
    // Nobody can start git here.
    equal((exports as Milepost).touched, undefined);
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
