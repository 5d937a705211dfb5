import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import { milepost, milestone, removePlan, willWrite, writePlan } from '../milepost.ts';
import { openFile, page, readFile, until } from '../support.ts';

const { executeCommand } = vscode.commands;

/** What the editor offers to refactor at a word of a file, with its edits. */
async function offered(path: string, word: string): Promise<readonly vscode.CodeAction[]> {
  const { document } = await openFile(path);
  const at = document.positionAt(document.getText().indexOf(word) + 1);
  return executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.Refactor.value,
    50,
  );
}

async function untilItems(count: number): Promise<void> {
  const { plans } = await milepost();
  await until(() => plans.folders[0]?.snapshot?.plan.items.length === count, `${count} items`);
}

describe('actions in context', () => {
  afterEach(removePlan);

  it('stand in the menu of refactorings, and are one edit', async () => {
    const register =
      '---\ntype: register\nrisks:\n  - { id: R-1, title: One, owner: m, probability: low, impact: low }\n---\n\n## R-1\n\nIt happens.\n';
    await writePlan({ 'risks.md': register });
    await untilItems(1);
    const actions = await until(async () => {
      const all = await offered('risks.md', 'happens');
      return all.length > 0 && all;
    }, 'the actions');
    const own = actions.filter(({ title }) => /R-1/.test(title));
    deepEqual(
      own.map(({ title }) => title),
      ['R-1 has occurred: turn it into the issue I-1'],
    );
    ok(own[0]?.edit);
    ok(await vscode.workspace.applyEdit(own[0].edit));
    await untilItems(2);
    const { plans } = await milepost();
    deepEqual(plans.folders[0]?.snapshot?.plan.faulty, []);
    await executeCommand('undo');
    equal(vscode.window.activeTextEditor?.document.getText(), register);
  });

  it('write a file where items have files', async () => {
    await willWrite('a-part-1.md');
    await writePlan({ 'a.md': milestone('a') });
    await untilItems(1);
    await until(
      async () => (await offered('a.md', 'title')).some(({ title }) => title.startsWith('Split a')),
      'the action',
    );
    await until(async () => {
      await executeCommand('workbench.action.focusActiveEditorGroup');
      await executeCommand('editor.action.codeAction', { kind: 'refactor.extract', apply: 'first' });
      return until(() => readFile('a-part-1.md'), 'the file', 2000).catch(() => false);
    }, 'the milestone to be split');
    await untilItems(2);
    ok((await readFile('a-part-1.md')).includes('title: "The a, first part"'));
    ok(vscode.window.activeTextEditor?.document.getText().includes('depends_on: [a-part-1]'));
  });

  it('add a dependency that is chosen', async () => {
    await writePlan({ 'a.md': milestone('a'), 'b.md': milestone('b', 'depends_on: [a]\n'), 'c.md': milestone('c') });
    await untilItems(3);
    await until(
      async () => (await offered('a.md', 'title')).some(({ title }) => title === 'Add a dependency…'),
      'the action',
    );
    const { document } = await openFile('a.md');
    const added = executeCommand('milepost.addDependency', { item: 'folder/a' });
    await page.waitFor('.quick-input-widget .monaco-list-row:has-text("The c")');
    equal((await page.texts('.quick-input-widget .monaco-list-row')).length, 1);
    await page.keys('Enter');
    ok(await added);
    equal(document.getText(), milestone('a', 'depends_on: [c]\n'));
  });
});
