import { DAY, expected, FOLDER, files } from 'milepost:same-plan';
import * as vscode from 'vscode';
import { firstDifference } from '../../../same-findings/finding-lines.ts';
import { milepost, removePlan, willWrite } from '../milepost.ts';
import { until, workspaceFile } from '../support.ts';
import { toldBelow } from '../told-findings.ts';

// The command line is held to the same text: test/cli/same-findings.test.ts.
describe('the same plan in the editor', () => {
  const today = (day: string | undefined) =>
    vscode.workspace.getConfiguration('milepost').update('today', day, vscode.ConfigurationTarget.Global);
  before(() => today(DAY));
  after(() => today(undefined));
  afterEach(removePlan);

  it('has the findings of the command line, to the byte, of files and of open documents', async () => {
    await milepost();
    await willWrite(FOLDER);
    const paths = Object.keys(files);
    for (const path of paths) {
      const bytes = Uint8Array.from(files[path] ?? []);
      await vscode.workspace.fs.writeFile(workspaceFile(`${FOLDER}/${path}`), bytes);
    }
    const same = async (): Promise<boolean> => {
      const difference = firstDifference(toldBelow(workspaceFile(FOLDER)), expected);
      return difference === '' || Promise.reject(new Error(difference));
    };
    await until(same, 'the findings of the command line');
    // The editor takes every file for UTF-8, and line ends that are mixed for one kind.
    const opened = paths.filter((path) => /\.(?:md|yaml|csv)$/.test(path) && !path.startsWith('encodings/'));
    for (const path of opened) await vscode.workspace.openTextDocument(workspaceFile(`${FOLDER}/${path}`));
    const { plans } = await milepost();
    await plans.settled();
    await until(same, 'the findings of the command line in open documents');
  });
});
