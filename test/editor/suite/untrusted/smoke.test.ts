import * as vscode from 'vscode';
import { equal } from '../assert.ts';
import { activate } from '../support.ts';

describe('the extension in Restricted Mode', () => {
  it('activates', async () => {
    equal(vscode.workspace.isTrusted, false);
    equal((await activate()).isActive, true);
  });
});
