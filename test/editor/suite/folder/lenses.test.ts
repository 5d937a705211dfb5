import * as vscode from 'vscode';
import { deepEqual } from '../assert.ts';
import { drawWaits, milepost, milestone, removePlan, writePlan } from '../milepost.ts';
import { openFile, setText, until } from '../support.ts';

const { executeCommand } = vscode.commands;

describe('code lenses and inlay hints', () => {
  const settings = () => vscode.workspace.getConfiguration('milepost');

  afterEach(async () => {
    for (const name of ['codeLens.enabled', 'inlayHints.dates', 'inlayHints.float']) {
      await settings().update(name, undefined, vscode.ConfigurationTarget.Global);
    }
    await removePlan();
  });

  async function opened(): Promise<vscode.TextDocument> {
    await writePlan({
      'a.md': milestone('a', 'due: 2027-Q1\n'),
      'b.md': milestone('b', 'depends_on: [a]\n'),
      'c.md': milestone('c', 'depends_on: [a]\n'),
    });
    const { document } = await openFile('a.md');
    await setText(document, milestone('a', 'due: 2027-01-15\nstart: 2027-Q1\n'));
    return document;
  }

  const lenses = async (document: vscode.TextDocument): Promise<vscode.CodeLens[]> =>
    executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);

  it('say of an item in text that is not saved how many wait for it; a click shows what', async () => {
    const document = await opened();
    const { command, arguments: given = [] } = await until(
      async () =>
        (await lenses(document)).map((lens) => lens.command).find((each) => each?.title === '2 wait for this'),
      'the code lens',
    );
    await executeCommand(command, ...given);
    const parts = await milepost();
    const drawn = drawWaits(parts)
      .split('\n')
      .map((line) => line.trim().slice(0, 1));
    deepEqual(drawn, ['a', 'b', 'c', '']);
    await executeCommand('milepost.closeWaits');
    await settings().update('codeLens.enabled', false, vscode.ConfigurationTarget.Global);
    await until(async () => (await lenses(document)).length === 0, 'no code lens');
  });

  it('stand behind dates and ids, as far as the settings say', async () => {
    const document = await opened();
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<readonly string[]> => {
      const found = await executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
      return found.map(({ position, label }) => `${position.line + 1}:${position.character + 1} ${String(label)}`);
    };
    const untilHints = (expected: readonly string[]): Promise<unknown> =>
      until(async () => {
        const found = await hints();
        return String(found) === String(expected) || Promise.reject(new Error(String(found)));
      }, `the hints ${expected}`);
    await untilHints(['6:16 Fri', '7:15 → Fri 1 Jan 2027']);
    await settings().update('inlayHints.dates', false, vscode.ConfigurationTarget.Global);
    await untilHints([]);
  });
});
