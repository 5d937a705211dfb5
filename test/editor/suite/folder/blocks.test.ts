import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { milepost, milestone, removePlan, shown, untilShown, untilTold, writePlan } from '../milepost.ts';
import { openFile, readFile, setText, until, workspaceFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const page = (content = '', rest = ''): string =>
  `---\ntype: register\n---\nBefore.  \n\n<!-- milepost milestones -->\n${content}<!-- /milepost -->\n\nAfter${rest}`;

/** Waits until the plan knows a file: what an editor tells of files comes one after another. */
const untilRead = async (path: string): Promise<unknown> => {
  const { plans } = await milepost();
  return until(() => plans.folders[0]?.snapshot?.plan.documentAt(path), path);
};

describe('live blocks', () => {
  afterEach(removePlan);

  it('that are outdated are a finding, and its fix writes them', async () => {
    await writePlan({ 'a.md': milestone('a'), 'page.md': page('old\n') });
    await untilShown('page.md', ['outdated-block 6:1-29']);
    const { document } = await openFile('page.md');
    const actions = await until(async () => {
      const found = await executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(5, 0, 5, 1),
        vscode.CodeActionKind.QuickFix.value,
        50,
      );
      return found.some(({ title }) => title === 'Update this block') && found;
    }, 'the fix');
    const fix = actions.find(({ title }) => title === 'Update this block');
    ok(fix?.edit);
    equal(fix.isPreferred, true);
    equal(await vscode.workspace.applyEdit(fix.edit), true);
    match(document.getText(), /milestones -->\n\n\| Milestone .*\n\| --- .*\n\| \[a\]\(a\.md\) \| The a \| maria \|/);
    await untilShown('page.md', []);
  });

  it('are updated in the active document as it stands, by one edit that leaves all else alone', async () => {
    await writePlan({ 'a.md': milestone('a'), 'page.md': page() });
    const { document } = await openFile('page.md');
    const before = page('', ' that is not saved  ');
    await setText(document, before);
    await untilRead('a.md');
    equal(await executeCommand('milepost.updateBlocks'), true);
    const after = document.getText();
    const [head, tail] = ['<!-- milepost milestones -->', '<!-- /milepost'];
    equal(after.slice(0, after.indexOf(head)), before.slice(0, before.indexOf(head)));
    match(after.slice(after.indexOf(head)), /\| \[a\]\(a\.md\) \|/);
    match(after.slice(after.indexOf(tail)), /^<!-- \/milepost \d{4}-\d\d-\d\d -->\n\nAfter that is not saved {2}$/);
    equal(await executeCommand('milepost.updateBlocks'), false);
    equal(document.getText(), after);
    await executeCommand('undo');
    equal(document.getText(), before);
    deepEqual(shown('a.md'), []);
  });

  it('are updated in all documents at once, line ends and byte order mark kept', async () => {
    const windows = `\ufeff${page('old\n').replaceAll('\n', '\r\n')}`;
    await writePlan({ 'a.md': milestone('a'), 'page.md': page(), 'deep/windows.md': windows });
    await until(() => shown('deep/windows.md').length === 1, 'the finding');
    await untilRead('a.md');
    equal(await executeCommand('milepost.updateAllBlocks'), true);
    await vscode.workspace.saveAll();
    for (const path of ['page.md', 'deep/windows.md']) await untilShown(path, []);
    const bytes = await vscode.workspace.fs.readFile(workspaceFile('deep/windows.md'));
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    ok(text.startsWith('\ufeff---\r\n') && !/[^\r]\n/.test(text), JSON.stringify(text));
    ok(text.endsWith('-->\r\n\r\nAfter'));
    match(await readFile('page.md'), /\n\nAfter$/);
  });

  it('row 27: in a file that may not be UTF-8 are left as they are, by both commands, which say why', async () => {
    const doubtful = page('old\n', ' \ufffd');
    await writePlan({ 'a.md': milestone('a'), 'page.md': page('old\n'), 'doubtful.md': doubtful });
    await untilShown('page.md', ['outdated-block 6:1-29']);
    await untilShown('doubtful.md', ['outdated-block 6:1-29']);
    equal(await executeCommand('milepost.updateAllBlocks'), true);
    await untilTold(/^Milepost: doubtful\.md is left as it was\. It holds the character U\+FFFD/);
    await vscode.workspace.saveAll();
    await untilShown('page.md', []);
    const { document } = await openFile('doubtful.md');
    equal(await executeCommand('milepost.updateBlocks'), false);
    await untilTold(/^Milepost: doubtful\.md is left as it was\./);
    equal(document.getText(), doubtful);
    equal(await readFile('doubtful.md'), doubtful);
  });

  it('that cannot be generated are left as they are, and told', async () => {
    await writePlan({ 'page.md': page('mine\n').replace('milestones', 'milestone') });
    await untilShown('page.md', ['invalid-block 6:15-24']);
    const { document } = await openFile('page.md');
    equal(await executeCommand('milepost.updateBlocks'), false);
    await untilTold(/1 live block cannot be generated/);
    equal(document.getText(), page('mine\n').replace('milestones', 'milestone'));
  });
});
