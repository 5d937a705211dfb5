import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { milepost, milestone, removePlan, untilTold, willWrite, writePlan } from '../milepost.ts';
import { pressRename } from '../rename.ts';
import { openFile, page, readFile, setText, until, workspaceFile } from '../support.ts';

const { executeCommand } = vscode.commands;

/** What the editor would change when a word of a file gets another name, once the plan knows the file. */
async function renaming(path: string, word: string, name: string): Promise<vscode.WorkspaceEdit> {
  const { document } = await openFile(path);
  const at = document.positionAt(document.getText().indexOf(word) + 1);
  return until(
    () => executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, name),
    `the rename of ${word}`,
  );
}

/** The text of a file as the editor has it, saved or not. */
const textOf = async (path: string): Promise<string> =>
  (await vscode.workspace.openTextDocument(workspaceFile(path))).getText();

/** Waits until the editor, which saves what a rename has changed, has done so: it would write what has been removed again. */
const untilSaved = (path: string, text: string): Promise<unknown> =>
  until(async () => (await readFile(path)).includes(text), `${path} to be saved`);

/** Waits until the plan has the items of these keys, and no others. */
async function untilItems(...keys: string[]): Promise<void> {
  const { plans } = await milepost();
  const now = () => plans.folders[0]?.snapshot?.plan.items.map(({ key }) => key.replace(/^[^/]*\//, '')).sort();
  await until(
    () => JSON.stringify(now()) === JSON.stringify([...keys].sort()) || Promise.reject(new Error(String(now()))),
    `the items ${keys}`,
  );
}

/** Moves a file or folder, as the explorer does. */
async function move(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(workspaceFile(from), workspaceFile(to));
  ok(await vscode.workspace.applyEdit(edit));
}

describe('rename', () => {
  afterEach(removePlan);

  it('changes an id in every file that names it, unsaved text too, and one step back undoes it', async () => {
    const register =
      '---\ntype: register\nrisks:\n  - { id: R-1, owner: m, probability: low, impact: low, affects: [target] }\n---\n';
    await writePlan({ 'target.md': milestone('target'), 'from.md': milestone('from'), 'risks.md': register });
    const from = `${milestone('from', 'depends_on: ["target SS"]  # target\n')}\nSee [[target|it]].\n`;
    await setText((await openFile('from.md')).document, from);
    await untilItems('target', 'from', 'R-1');
    const edit = await renaming('target.md', 'target', 'go-live');
    equal(edit.size, 3);
    ok(await vscode.workspace.applyEdit(edit));
    equal(await textOf('from.md'), from.replace('"target SS"', '"go-live SS"').replace('[[target', '[[go-live'));
    equal(await textOf('risks.md'), register.replace('target', 'go-live'));
    equal(await textOf('target.md'), milestone('target').replace('id: target', 'id: go-live'));
    await untilItems('go-live', 'from', 'R-1');
    await openFile('from.md');
    await executeCommand('undo');
    await until(async () => (await textOf('risks.md')) === register, 'the reference to be back');
    equal(await textOf('from.md'), from);
    equal(await textOf('target.md'), milestone('target'));
  });

  it('asks for the name where it stands, and tells why it cannot be', async () => {
    await writePlan({ 'target.md': milestone('target'), 'from.md': milestone('from', 'depends_on: [target]\n') });
    await untilItems('target', 'from');
    const editor = await openFile('from.md');
    const at = editor.document.positionAt(editor.document.getText().indexOf('target]') + 2);
    await pressRename(editor, at, 'from');
    await untilTold(/from is the id of milestone "The from" already/);
    equal(await textOf('from.md'), milestone('from', 'depends_on: [target]\n'));
    await pressRename(editor, at, 'go-live');
    await until(async () => (await textOf('from.md')).includes('[go-live]'), 'the reference');
    await until(async () => (await textOf('target.md')).includes('id: go-live'), 'the id');
    await untilItems('go-live', 'from');
    await untilSaved('from.md', '[go-live]');
    await untilSaved('target.md', 'id: go-live');
  });

  it('changes nothing of what has no name, and says so', async () => {
    await writePlan({ 'a.md': milestone('a', 'depends_on: [nowhere]\n') });
    await untilItems('a');
    const { document } = await openFile('a.md');
    const place = (word: string) => document.positionAt(document.getText().indexOf(word) + 1);
    const message = await executeCommand('vscode.prepareRename', document.uri, place('owner')).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    match(message, /the name of a field/);
    // Others would take the brackets for a link.
    const edit = await executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place('nowhere'),
      'b',
    );
    equal(edit.size, 0);
    await untilTold(/nowhere leads nowhere: correct it instead/);
  });

  it('renames the file that an id comes from, with the links to it', async () => {
    await willWrite('go-live.md');
    const unnamed = milestone('x').replace('id: x\n', '');
    await writePlan({
      'target.md': unnamed,
      'from.md': `${milestone('from', 'depends_on: [target]\n')}\n[it](target.md#a)\n`,
    });
    await untilItems('target', 'from');
    ok(await vscode.workspace.applyEdit(await renaming('from.md', 'target]', 'go-live')));
    await untilItems('go-live', 'from');
    equal(await textOf('from.md'), `${milestone('from', 'depends_on: [go-live]\n')}\n[it](go-live.md#a)\n`);
    equal(await readFile('go-live.md'), unnamed);
  });

  describe('in the preview', () => {
    const unnamed = milestone('x').replace('id: x\n', '');
    const from = `${milestone('from', 'depends_on: [target]\n')}\n[it](target.md#a)\n`;
    const { now } = performance;
    afterEach(() => {
      performance.now = now;
    });

    /** Shows what a rename of a file's item would change, and looks at that for longer than a moment. */
    async function preview(): Promise<void> {
      await willWrite('go-live.md');
      await writePlan({ 'target.md': unnamed, 'from.md': from });
      await untilItems('target', 'from');
      const editor = await openFile('from.md');
      const at = editor.document.positionAt(from.indexOf('target]') + 1);
      await pressRename(editor, at, 'go-live', 'Control+Enter');
      await page.waitFor('.bulk-edit-panel .monaco-list-row');
      performance.now = () => now.call(performance) + 10_000;
    }

    it('is applied as a whole, however long somebody has looked at it', async () => {
      await preview();
      await executeCommand('refactorPreview.apply');
      await untilItems('go-live', 'from');
      equal(await textOf('from.md'), from.replaceAll('target', 'go-live'));
      equal(await textOf('go-live.md'), unnamed);
      await untilSaved('from.md', '[go-live]');
    });

    it('is given up, and whoever moves the file then by hand keeps its id and the links to it', async () => {
      await preview();
      await executeCommand('refactorPreview.discard');
      await page.waitFor('.bulk-edit-panel .monaco-list-row', { state: 'hidden' });
      await move('target.md', 'go-live.md');
      await until(async () => (await textOf('from.md')).includes('[it](go-live.md#a)'), 'the link');
      await until(async () => (await textOf('go-live.md')).includes('id: target\n'), 'the id');
      await untilItems('target', 'from');
    });
  });
});

describe('files that are renamed or moved', () => {
  afterEach(removePlan);

  it('keep their ids, their program and their links, folders too', async () => {
    await willWrite('b');
    const unnamed = milestone('x').replace('id: x\n', '');
    await writePlan({
      'a/README.md': '---\ntype: program\ntitle: A\nowner: m\n---\n\nSee [one](one.md).\n',
      'a/one.md': unnamed,
      'from.md': `${milestone('from', 'program: a\ndepends_on: [one]\n')}\n[it](a/one.md)\n`,
    });
    await untilItems('a', 'one', 'from');
    await move('a/one.md', 'a/two.md');
    await until(async () => (await textOf('a/two.md')) === unnamed.replace('title', 'id: one\ntitle'), 'the id');
    await until(async () => (await textOf('a/README.md')).includes('[one](two.md)'), 'the link');
    await vscode.workspace.saveAll(false);
    await untilItems('a', 'one', 'from');
    await move('a', 'b');
    await until(async () => (await textOf('from.md')).includes('[it](b/two.md)'), 'the link into the folder');
    await until(async () => (await textOf('b/README.md')).includes('id: a\n'), 'the id of the program');
    await vscode.workspace.saveAll(false);
    await untilItems('a', 'one', 'from');
    deepEqual((await milepost()).plans.folders[0]?.snapshot?.plan.faulty, []);
  });
});
