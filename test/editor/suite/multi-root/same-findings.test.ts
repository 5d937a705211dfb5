import { DAY, expected, FOLDER, files } from 'milepost:same-plan';
import * as vscode from 'vscode';
import { firstDifference } from '../../../same-findings/finding-lines.ts';
import { equal } from '../assert.ts';
import { Cloud } from '../cloud.ts';
import { milepost } from '../milepost.ts';
import { until } from '../support.ts';
import { toldBelow } from '../told-findings.ts';

// A window of one folder would begin anew with a second one; this one has two already.
describe('the same plan in a virtual file system', () => {
  const root = vscode.Uri.parse(`milepost-cloud:/${FOLDER}`);
  const cloud = new Cloud();
  const today = (day: string | undefined) =>
    vscode.workspace.getConfiguration('milepost').update('today', day, vscode.ConfigurationTarget.Global);
  let registration: vscode.Disposable;

  before(async () => {
    await milepost();
    for (const [path, bytes] of Object.entries(files)) cloud.set(`${root.path}/${path}`, Uint8Array.from(bytes));
    registration = vscode.workspace.registerFileSystemProvider(root.scheme, cloud, { isReadonly: true });
    await today(DAY);
  });
  after(async () => {
    await today(undefined);
    registration.dispose();
  });

  it('row 14: has the findings of the command line, to the byte', async () => {
    const { plans } = await milepost();
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    equal(vscode.workspace.updateWorkspaceFolders(count, 0, { uri: root, name: FOLDER }), true);
    try {
      await until(async () => {
        const difference = firstDifference(toldBelow(root), expected);
        return difference === '' || Promise.reject(new Error(difference));
      }, 'the findings of the command line');
    } finally {
      vscode.workspace.updateWorkspaceFolders(count, 1);
    }
    await until(() => plans.folders.every(({ uri }) => uri.scheme !== root.scheme), 'the folder to be gone');
    equal(toldBelow(root), '');
  });
});
