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
      ['If R-1 has occurred, turn it into the issue I-1', 'Move R-1 to a file of its own, risks/R-1.md'],
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

  it('move an entry to a file of its own and back, each in one step that can be undone', async () => {
    const readme =
      '---\r\ntype: program\r\nid: p\r\nowner: m\r\nmilestones:\r\n  - id: a\r\n    title: The a # why\r\n  - id: b\r\n---\r\n\r\nSee [a](#a-first).\r\n\r\n## a: first\r\n\r\nText.\r\n';
    const path = 'milestones/a.md';
    const file = '---\r\ntype: milestone\r\nid: a\r\ntitle: The a # why\r\n---\r\n\r\n# a: first\r\n\r\nText.\r\n';
    await willWrite(path);
    await writePlan({ 'README.md': readme });
    await untilItems(3);
    const { plans } = await milepost();
    const holds = (id: string, where: string, patience?: number) =>
      until(
        () => {
          const items = plans.folders[0]?.snapshot?.plan.items.filter((item) => item.id === id);
          return items?.length === 1 && items[0]?.document.path === where;
        },
        `${id} in ${where}`,
        patience,
      );
    // What the editor gives back of a file to be written cannot be applied a second time, so that it applies it itself.
    const move = async (from: string, word: string, where: string): Promise<void> => {
      const action = await until(
        async () => (await offered(from, word)).find(({ title }) => title.startsWith('Move a ')),
        'the move',
      );
      equal(action.kind?.value, 'refactor.move');
      const editor = await openFile(from);
      const at = editor.document.positionAt(editor.document.getText().indexOf(word) + 1);
      editor.selection = new vscode.Selection(at, at);
      await until(async () => {
        await executeCommand('workbench.action.focusActiveEditorGroup');
        // Not again where it has been applied and the plan does not know yet.
        const { document } = editor;
        if (!document.isClosed && document.getText().includes(word)) {
          await executeCommand('editor.action.codeAction', { kind: 'refactor.move', apply: 'first' });
        }
        return holds('a', where, 2000).catch(() => false);
      }, 'the item to be moved');
      await vscode.workspace.saveAll();
    };
    await move('README.md', 'id: a', path);
    equal(await readFile(path), file);
    ok((await readFile('README.md')).includes('See [a](milestones/a.md).'));
    ok(!(await readFile('README.md')).includes('first'));
    await openFile('README.md');
    await executeCommand('undo');
    await until(() => vscode.window.activeTextEditor?.document.getText() === readme, 'the step back');
    await vscode.workspace.saveAll();
    await holds('a', 'README.md');

    await move('README.md', 'id: a', path);
    const without = await readFile('README.md');
    await move(path, 'The a', 'README.md');
    const now = await readFile('README.md');
    ok(now.includes('  - id: a\r\n    title: The a # why\r\n'), now);
    ok(now.endsWith('See [a](#a-first).\r\n\r\n## a: first\r\n\r\nText.\r\n'), now);
    equal(await readFile(path).catch(() => 'gone'), 'gone');
    await openFile('README.md');
    await executeCommand('undo');
    await until(() => readFile(path).catch(() => undefined), 'the file to be back');
    equal(await readFile(path), file);
    await until(() => vscode.window.activeTextEditor?.document.getText() === without, 'the step back');
    await vscode.workspace.saveAll();
    await holds('a', path);
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
