import * as vscode from 'vscode';
import { deepEqual, equal } from '../assert.ts';
import { activate, readFile } from '../support.ts';

describe('the extension in a workspace of several folders', () => {
  it('activates', async () => {
    equal((await activate()).isActive, true);
    deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['ledger', 'portal'],
    );
    equal(await readFile('README.md', 'portal'), '# Portal\n');
  });
});
