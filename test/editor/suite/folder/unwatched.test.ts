import { mkdir, rm, writeFile } from 'node:fs/promises';
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

  it('are there after a moment where the folder above has come while the window was open', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('watcherExclude', { '**/quiet/inner/**': true }, vscode.ConfigurationTarget.Global);
    try {
      await writePlan({ 'b.md': milestone('b'), 'quiet/inner/a.md': milestone('a', 'depends_on: [nothing-here]\n') });
      await untilShown('quiet/inner/a.md', ['unknown-reference 6:14-26']);
      await pause(1000);
      await writeFile(
        workspaceFile('quiet/inner/a.md').fsPath,
        milestone('a', 'depends_on: [b, nothing-of-the-kind]\n'),
      );
      await untilShown('quiet/inner/a.md', ['unknown-reference 6:17-36']);
      await willWrite('quiet/inner/c.md');
      await writeFile(workspaceFile('quiet/inner/c.md').fsPath, milestone('c', 'depends_on: [nobody]\n'));
      await untilShown('quiet/inner/c.md', ['unknown-reference 6:14-20']);
      await rm(workspaceFile('quiet/inner/c.md').fsPath);
      await untilShown('quiet/inner/c.md', []);
    } finally {
      await files.update('watcherExclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
