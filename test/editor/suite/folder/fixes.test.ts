import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import {
  codeOf,
  diagnosticsOf,
  milepost,
  milestone,
  removePlan,
  shown,
  untilShown,
  untilTold,
  willWrite,
  writePlan,
} from '../milepost.ts';
import { openFile, page, pause, readFile, setText, until, workspaceFile, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

/** The actions that the editor offers on the finding of a rule, once its window knows of the finding. */
function actionsOn(path: string, code: string): Promise<readonly vscode.CodeAction[]> {
  return until(async () => {
    const actions = await actionsNow(path, code);
    return actions.length > 0 && actions;
  }, `actions on ${code} in ${path}`);
}

async function actionsNow(path: string, code: string): Promise<readonly vscode.CodeAction[]> {
  const found = await until(() => diagnosticsOf(path).find((one) => codeOf(one.code) === code), `${code} in ${path}`);
  // The editor knows of documents that are open, and of no others.
  await vscode.workspace.openTextDocument(workspaceFile(path));
  return executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    workspaceFile(path),
    found.range,
    vscode.CodeActionKind.QuickFix.value,
    50,
  );
}

/** Applies the action of a title, as a click on it would. */
async function apply(path: string, code: string, title: string): Promise<vscode.CodeAction> {
  const actions = await actionsOn(path, code);
  const action = actions.find((one) => one.title.startsWith(title));
  ok(action?.edit, `“${title}” among ${actions.map((one) => one.title).join(' | ')}`);
  equal(await vscode.workspace.applyEdit(action.edit), true);
  return action;
}

const register = (lines: string): string => `---\ntype: register\n${lines}---\n`;

describe('quick fixes', () => {
  afterEach(removePlan);

  it('row 31: change nothing but what is wrong, in text that is not saved, and the finding is gone', async () => {
    await writePlan({ 'a.md': milestone('a'), 'cutover.md': milestone('cutover') });
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 2, 'the plan');
    const { document } = await openFile('a.md');
    const text = milestone('a', "depends_on:   [ 'cutovr SS+2d' ]   # soon\n\n# odd:   spacing\n");
    await setText(document, text);
    await untilShown('a.md', ['unknown-reference 6:18-24']);
    const action = await apply('a.md', 'unknown-reference', 'Change to cutover');
    equal(action.isPreferred, true);
    equal(document.getText(), text.replace('cutovr', 'cutover'));
    deepEqual(
      action.edit
        ?.entries()
        .map(([, edits]) => edits.map((edit) => [edit.range.start.character, edit.range.end.character, edit.newText])),
      [[[17, 23, 'cutover']]],
    );
    await untilShown('a.md', []);
    ok(document.isDirty, 'saved without being asked to');
    equal(await readFile('a.md'), milestone('a'));
  });

  it('row 31: keep byte order mark and line ends of a file', async () => {
    const text = `\ufeff${milestone('a', 'due: 2020-01-31\n').replaceAll('\n', '\r\n')}`;
    await writePlan({ 'a.md': text });
    await apply('a.md', 'overdue', 'Mark a as done');
    const document = await vscode.workspace.openTextDocument(workspaceFile('a.md'));
    await document.save();
    const { clock } = await milepost();
    const today = new Date(clock.today * 86_400_000).toISOString().slice(0, 10);
    const bytes = await vscode.workspace.fs.readFile(workspaceFile('a.md'));
    equal(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      text.replace('due: 2020-01-31\r\n', `due: 2020-01-31\r\ncompleted: ${today}\r\n`),
    );
    await untilShown('a.md', []);
  });

  it('are asked for lazily: nothing where there is no finding', async () => {
    await writePlan({ 'a.md': milestone('a', 'staus: done\n') });
    await untilShown('a.md', ['unknown-field 6:1-6']);
    const all = (range: vscode.Range) =>
      executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', workspaceFile('a.md'), range);
    await actionsOn('a.md', 'unknown-field');
    const titles = (await all(new vscode.Range(5, 0, 5, 3))).map(({ title }) => title);
    ok(titles.includes('Change to status'), titles.join());
    ok(!titles.some((title) => /Milepost/.test(title)), 'the light bulb offers what was not asked for');
    const elsewhere = await all(new vscode.Range(1, 0, 1, 3));
    ok(!elsewhere.some(({ title }) => title === 'Change to status'));
  });

  it('stand in the menu of the light bulb, the likeliest first', async () => {
    await writePlan({ 'a.md': milestone('a', 'status: plannd\n') });
    await untilShown('a.md', ['unknown-status 6:9-15']);
    const { document } = await openFile('a.md');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(5, 10, 5, 10);
    await until(async () => {
      await executeCommand('editor.action.autoFix');
      // Asked once more while the first is on its way, it would be done twice.
      for (let i = 0; i < 25 && document.getText() === milestone('a', 'status: plannd\n'); i++) await pause(100);
      return document.getText() === milestone('a', 'status: planned\n');
    }, 'the preferred fix');
    await untilShown('a.md', []);
    await executeCommand('undo');
    equal(document.getText(), milestone('a', 'status: plannd\n'));
  });

  it('silence a finding until a day', async () => {
    const { clock } = await milepost();
    await writePlan({ 'a.md': milestone('a', 'due: 2020-01-31\n') });
    const until_ = new Date((clock.today + 14) * 86_400_000).toISOString().slice(0, 10);
    await apply('a.md', 'overdue', `Silence overdue on a until ${until_}`);
    await untilShown('a.md', []);
    const document = await vscode.workspace.openTextDocument(workspaceFile('a.md'));
    equal(document.getText(), milestone('a', `due: 2020-01-31\nmute: { overdue: ${until_} }\n`));
  });

  it('break a cycle at the link that is chosen, in another file', async () => {
    await writePlan({
      'a.md': milestone('a', 'depends_on: [b]\n'),
      'b.md': milestone('b', 'depends_on: [c]\n'),
      'c.md': milestone('c', 'depends_on: [a]\n'),
    });
    const path = await until(
      () => ['a.md', 'b.md', 'c.md'].find((one) => shown(one).some((text) => text.startsWith('dependency-cycle'))),
      'the cycle',
    );
    const titles = (await actionsOn(path, 'dependency-cycle')).map(({ title }) => title);
    equal(titles.filter((title) => /^Remove this link/.test(title)).length, 3);
    await apply(path, 'dependency-cycle', 'Remove this link: b no longer waits for c');
    for (const one of ['a.md', 'b.md', 'c.md']) await untilShown(one, []);
    const document = await vscode.workspace.openTextDocument(workspaceFile('b.md'));
    equal(document.getText(), milestone('b'));
  });

  /** Puts the cursor on the finding of a rule, once the editor knows what to offer there. */
  async function goTo(path: string, code: string): Promise<void> {
    await actionsOn(path, code);
    const editor = await openFile(path);
    const found = diagnosticsOf(path).find((one) => codeOf(one.code) === code);
    ok(found);
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
  }

  /** Applies the first fix at the cursor, as the menu of the light bulb does, until it is seen to be done. */
  async function applyFirst(isDone: () => Promise<boolean>): Promise<void> {
    // An editor that has just been opened may not know of its findings yet.
    await until(async () => {
      // A list of messages that was opened meanwhile has the focus.
      await executeCommand('workbench.action.focusActiveEditorGroup');
      await executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
      for (let i = 0; i < 5; i++, await pause(400)) if (await isDone()) return true;
      return false;
    }, 'the first fix');
  }

  it('create the missing item, in a file of its own or beside the others', async () => {
    await willWrite('decisions');
    await writePlan({
      'a.md': milestone('a', 'depends_on: [D-7]\n'),
      'risks.md': register('risks:\n  - { id: R-1, owner: m, probability: low, impact: low, mitigated_by: [A-7] }\n'),
    });
    const created = () => readFile('decisions/D-7.md').catch(() => '');
    await goTo('a.md', 'unknown-reference');
    await applyFirst(async () => (await created()) !== '');
    match(await created(), /^---\ntype: decision\nid: D-7\n/);
    await untilShown('a.md', []);
    await apply('risks.md', 'unknown-reference', 'Create the action A-7');
    const document = await vscode.workspace.openTextDocument(workspaceFile('risks.md'));
    match(document.getText(), /\nactions:\n {2}- id: A-7\n/);
  });

  it('row 34: create no file where there is one, part of the plan or not', async () => {
    await writePlan({ 'a.md': milestone('a', 'depends_on: [D-7]\n'), 'decisions/D-7.md': 'Mine.\n' });
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.hasFile('decisions/D-7.md'), 'the file');
    const titles = (await actionsOn('a.md', 'unknown-reference')).map(({ title }) => title);
    deepEqual(titles, ['Remove the reference to D-7']);
    equal(await readFile('decisions/D-7.md'), 'Mine.\n');
  });

  it('row 36: create no file whose name differs from another in case only', async () => {
    await writePlan({ 'a.md': milestone('a', 'depends_on: [D-7]\n'), 'decisions/d-7.md': 'Mine.\n' });
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.hasFile('decisions/d-7.md'), 'the file');
    const refused = /decisions\/D-7\.md differs only in case from what is there already/;
    await goTo('a.md', 'unknown-reference');
    await applyFirst(() =>
      untilTold(refused, 2000).then(
        () => true,
        () => false,
      ),
    );
    const names = (await vscode.workspace.fs.readDirectory(workspaceFile('decisions'))).map(([name]) => name);
    deepEqual(names, ['d-7.md']);
  });

  it('row 30: renumber a duplicate with its references', async () => {
    const risk = (more: string) => `{ id: R-1, owner: m, probability: low, impact: low${more} }`;
    await writePlan({
      'a.md': register(`risks: [${risk('')}]\n`),
      'b.md': `${register(`risks: [${risk('')}]\ndecisions: [{ id: D-1, owner: m, due: 2099-01-01, relates_to: R-1 }]\n`)}\n[[R-1]]\n`,
    });
    await until(() => shown('b.md').some((text) => text.startsWith('duplicate-id')), 'the duplicate');
    const action = await apply('b.md', 'duplicate-id', 'Renumber to R-2');
    equal(action.isPreferred, true);
    const document = await vscode.workspace.openTextDocument(workspaceFile('b.md'));
    equal(document.getText().match(/R-2/g)?.length, 3);
    ok(!document.getText().includes('R-1'));
    await untilShown('a.md', []);
    await untilShown('b.md', []);
  });

  it('row 28: offer both sides of a merge conflict, and nothing else until it is solved', async () => {
    const conflict = '<<<<<<< HEAD\ndue: 2099-01-31\n=======\ndue: 2099-02-28\n>>>>>>> feature/dates\n';
    await writePlan({ 'a.md': milestone('a', `staus: done\n${conflict}`) });
    const titles = (await actionsOn('a.md', 'merge-conflict')).map(({ title }) => title);
    deepEqual(titles, ['Accept the first side, of HEAD', 'Accept the second side, of feature/dates']);
    deepEqual(await actionsNow('a.md', 'unknown-field'), []);
    await apply('a.md', 'merge-conflict', 'Accept the second side');
    const document = await vscode.workspace.openTextDocument(workspaceFile('a.md'));
    equal(document.getText(), milestone('a', 'staus: done\ndue: 2099-02-28\n'));
    await apply('a.md', 'unknown-field', 'Change to status');
    await until(() => document.getText() === milestone('a', 'status: done\ndue: 2099-02-28\n'), 'the status');
  });

  it('row 33: edit the buffer of an open file, and read a changed one again first', async () => {
    await writePlan({
      'a.md': milestone('a', 'depends_on: [I-1]\n'),
      'i.md': '---\ntype: issue\nid: I-1\nowner: m\ndue: 2099-01-01\n---\n',
    });
    const { document } = await openFile('i.md');
    const typed = '---\ntype: issue\nid: I-1\n# typed, and not saved\nowner: m\ndue: 2099-01-01\n---\n';
    await setText(document, typed);
    await apply('a.md', 'wrong-reference-type', 'Say it in I-1: it blocks a');
    equal(document.getText(), typed.replace('due: 2099-01-01\n', 'due: 2099-01-01\nblocks: [a]\n'));
    await untilShown('a.md', []);
  });

  it('row 33: read a file that has changed once more, before they change it', async () => {
    const issue = (more: string) => `---\ntype: issue\n${more}id: I-1\nowner: m\ndue: 2099-01-01\n---\n`;
    await writePlan({ 'waiting.md': milestone('a', 'depends_on: [I-1]\n'), 'issue.md': issue('') });
    await goTo('waiting.md', 'wrong-reference-type');
    // Nobody waits until the extension has heard of it.
    await writeFile('issue.md', issue('title: Longer than before\n'));
    const document = await vscode.workspace.openTextDocument(workspaceFile('issue.md'));
    await applyFirst(async () => document.getText().includes('blocks'));
    const fixed = issue('title: Longer than before\n').replace('due: 2099-01-01\n', 'due: 2099-01-01\nblocks: [a]\n');
    equal(document.getText(), fixed);
    await untilShown('waiting.md', []);
    // Nor does the editor find that the file is newer than what it has.
    await vscode.workspace.saveAll(false);
    await until(() => vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty), 'everything to be saved');
    equal(await readFile('issue.md'), fixed);
  });
});

describe('all fixes', () => {
  afterEach(removePlan);

  const wrong = milestone('a', 'staus: plannd\nnote: a: b\ndue: 2020-01-31\n');
  const right = milestone('a', 'status: planned\nnote: "a: b"\ndue: 2020-01-31\n');

  it('of a document are one source action, which moves no date', async () => {
    await writePlan({ 'a.md': wrong });
    const { document } = await openFile('a.md');
    await until(() => shown('a.md').length === 3, 'the findings');
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'source.fixAll.milepost',
    );
    equal(actions.length, 1);
    ok(actions[0]?.edit);
    await vscode.workspace.applyEdit(actions[0].edit);
    equal(document.getText(), right);
  });

  it('are applied on saving, where the settings say so', async () => {
    await writePlan({
      '.vscode/settings.json': JSON.stringify({
        'editor.codeActionsOnSave': { 'source.fixAll.milepost': 'explicit' },
      }),
      'a.md': milestone('a'),
    });
    await until(
      () => vscode.workspace.getConfiguration('editor').get('codeActionsOnSave', {})['source.fixAll.milepost' as never],
      'the setting',
    );
    const { document } = await openFile('a.md');
    await setText(document, wrong);
    await executeCommand('workbench.action.files.save');
    await until(async () => (await readFile('a.md')) === right, 'the file to be fixed and saved');
  });

  it('row 27: leave a file alone that may not be UTF-8, and say so', async () => {
    const doubtful = `${wrong}\nWhat \ufffd is.\n`;
    await writePlan({ 'a.md': doubtful });
    await until(() => shown('a.md').length === 3, 'the findings');
    equal(await executeCommand<boolean>('milepost.fixAll'), false);
    await untilTold(/a\.md is left as it was.*U\+FFFD/);
    equal(await readFile('a.md'), doubtful);
  });

  it('row 32: of the workspace are one edit, shown first, discarded or applied as a whole', async () => {
    await writePlan({ 'a.md': wrong, 'deep/b.md': wrong.replace('id: a', 'id: b') });
    await until(() => shown('deep/b.md').length === 3, 'the findings');
    const discarded = executeCommand<boolean>('milepost.fixAll');
    await page.waitFor('.refactor-preview, .bulk-edit-panel');
    await executeCommand('refactorPreview.discard');
    equal(await discarded, false);
    equal(await readFile('a.md'), wrong);
    const applied = executeCommand<boolean>('milepost.fixAll');
    await page.waitFor('.refactor-preview, .bulk-edit-panel');
    await pause(300);
    await executeCommand('refactorPreview.apply');
    equal(await applied, true);
    const texts = async () =>
      Promise.all(
        ['a.md', 'deep/b.md'].map(async (path) =>
          (await vscode.workspace.openTextDocument(workspaceFile(path))).getText(),
        ),
      );
    deepEqual(await texts(), [right, right.replace('id: a', 'id: b')]);
  });
});
