import { mkdir, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { deepEqual } from '../assert.ts';
import { milestone, removePlan, shown, untilShown, willWrite, writePlan } from '../milepost.ts';
import { openFile, pause, workspaceFile } from '../support.ts';

describe('findings in a folder that the editor does not watch', () => {
  afterEach(removePlan);

  it('are there as soon as somebody opens the file', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('watcherExclude', { '**/unwatched/**': true }, vscode.ConfigurationTarget.Global);
    try {
      await writePlan({ 'b.md': milestone('b'), 'unwatched/b.txt': '' });
      await willWrite('unwatched/a.md');
      await mkdir(workspaceFile('unwatched').fsPath, { recursive: true });
      await pause(1000);
      await writeFile(workspaceFile('unwatched/a.md').fsPath, milestone('a', 'depends_on: [b, nothing-of-the-kind]\n'));
      await pause(1000);
      deepEqual(shown('unwatched/a.md'), []);
      await openFile('unwatched/a.md');
      await untilShown('unwatched/a.md', ['unknown-reference 6:17-36']);
    } finally {
      await files.update('watcherExclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
