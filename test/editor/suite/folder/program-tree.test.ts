import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { lines, milepost, milestone, removePlan, treeElement, untilTree, willWrite, writePlan } from '../milepost.ts';
import { deleteFile, openFile, page, setText, until, workspaceFile } from '../support.ts';

const PROGRAM = `---
type: program
id: atlas
title: Atlas
owner: maria
workstreams:
  - { id: platform, title: Platform, owner: chen }
---
`;

describe('the program tree', () => {
  afterEach(removePlan);
  after(() => vscode.commands.executeCommand('milepost.groupBy', 'workstream'));

  it('follows files that are added, renamed, deleted and moved between folders', async () => {
    const parts = await milepost();
    await writePlan({ 'README.md': PROGRAM, 'milestones/a.md': milestone('a', 'workstream: platform\n') });
    const tree = (...below: string[]) => untilTree(parts, lines('Atlas', ...below));
    await tree('  Platform', '    The a');
    await writePlan({ 'milestones/b.md': milestone('b', 'workstream: platform\n') });
    await tree('  Platform', '    The a', '    The b');
    const { fs } = vscode.workspace;
    // Without an id, the name of the file is the id: only the title stays.
    await writePlan({ 'milestones/c.md': '---\ntype: milestone\nowner: maria\n---\n' });
    await tree('  Platform', '    The a', '    The b', '  Milestones', '    c');
    await fs.rename(workspaceFile('milestones/c.md'), workspaceFile('milestones/d.md'));
    await tree('  Platform', '    The a', '    The b', '  Milestones', '    d');
    // In the folder of another program it is another program's.
    await writePlan({ 'other/README.md': PROGRAM.replace('atlas', 'other').replace('Atlas', 'Other') });
    await fs.rename(workspaceFile('milestones/d.md'), workspaceFile('other/d.md'));
    await tree('  Platform', '    The a', '    The b', 'Other', '  Platform', '  Milestones', '    d');
    await deleteFile('milestones/a.md');
    await tree('  Platform', '    The b', 'Other', '  Platform', '  Milestones', '    d');
    await deleteFile('other');
    await tree('  Platform', '    The b');
    await willWrite('stones.v2');
    await fs.rename(workspaceFile('milestones'), workspaceFile('stones.v2'));
    const path = () => treeElement(parts, 'The b')?.node.item?.document.path;
    await until(() => path() === 'stones.v2/b.md', 'the new name of the folder');
    await deleteFile('stones.v2');
    await tree('  Platform');
  });

  it('follows what is done in the Explorer', async () => {
    const parts = await milepost();
    await writePlan({ 'README.md': PROGRAM, 'x/a.md': milestone('a') });
    await untilTree(parts, lines('Atlas', '  Platform', '  Milestones', '    The a'));
    await willWrite('y');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(workspaceFile('x'), workspaceFile('y'));
    ok(await vscode.workspace.applyEdit(edit));
    await until(() => treeElement(parts, 'The a')?.node.item?.document.path === 'y/a.md', 'the new folder');
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(workspaceFile('y'), { recursive: true });
    ok(await vscode.workspace.applyEdit(removal));
    await untilTree(parts, lines('Atlas', '  Platform'));
  });

  it('follows typing', async () => {
    const parts = await milepost();
    await writePlan({ 'a.md': milestone('a') });
    const { document } = await openFile('a.md');
    await setText(document, milestone('a', 'status: in-progress\ndue: 2020-01-31\n').replace('The a', 'Another'));
    await until(() => treeElement(parts, 'Another'), 'the new title');
    const element = treeElement(parts, 'Another');
    ok(element);
    const treeItem = parts.programView.getTreeItem(element);
    match(String(treeItem.description), /^due 31 Jan 2020 · critical · overdue [\d,]+ days .*· in progress$/);
    equal((treeItem.iconPath as vscode.ThemeIcon).color?.id, 'milepost.overdueForeground');
  });

  it('is grouped as somebody chose, and remembers it', async () => {
    const parts = await milepost();
    await writePlan({ 'README.md': PROGRAM, 'a.md': milestone('a', 'due: 2026-12-11\n') });
    await untilTree(parts, lines('Atlas', '  Platform', '  Milestones', '    The a'));
    await vscode.commands.executeCommand('milepost.groupBy', 'owner');
    await untilTree(parts, lines('Atlas', '  maria', '    The a'));
    await vscode.commands.executeCommand('milepost.groupBy', 'due');
    await untilTree(parts, lines('Atlas', '  December 2026', '    The a'));
    // By hand: the quick pick of the title bar.
    const chosen = vscode.commands.executeCommand('milepost.groupBy');
    await page.waitFor('.quick-input-widget .monaco-list-row:has-text("Due Month")');
    await page.type('status');
    await page.keys('Enter');
    await chosen;
    await untilTree(parts, lines('Atlas', '  Planned', '    The a'));
    await vscode.commands.executeCommand('milepost.groupBy', 'workstream');
  });

  it('leaves out what is done when it is told to', async () => {
    const parts = await milepost();
    await writePlan({ 'a.md': milestone('a', 'status: done\n'), 'b.md': milestone('b') });
    await vscode.commands.executeCommand('milepost.hideDone');
    await until(() => treeElement(parts, 'The b') && !treeElement(parts, 'The a'), 'only what is open');
    await vscode.commands.executeCommand('milepost.showDone');
    await until(() => treeElement(parts, 'The a'), 'what is done');
  });

  it('opens the line of an item with a click, and shows the item that the cursor is in', async () => {
    const parts = await milepost();
    await writePlan({ 'README.md': PROGRAM, 'a.md': milestone('a') });
    await untilTree(parts, lines('Atlas', '  Platform', '  Milestones', '    The a'));
    await vscode.commands.executeCommand('milepost.program.focus');
    await page.click('.pane:has-text("Program") .monaco-list-row:has-text("The a")');
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/a.md'), 'the file');
    await until(() => vscode.window.activeTextEditor?.selection.start.line === 2, 'the line of the id');
    const editor = await openFile('README.md');
    const at = editor.document.positionAt(editor.document.getText().indexOf('id: platform'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('milepost.reveal');
    await page.waitFor('.pane:has-text("Program") .monaco-list-row.selected:has-text("Platform")');
  });

  it('row 10, 15: shows titles as text: no links, no icons, no hidden characters', async () => {
    const parts = await milepost();
    const title = '[x](command:workbench.action.closeAllEditors) <b>bold</b> $(bug) \\u202Eevil';
    await writePlan({ 'a.md': `---\ntype: milestone\nid: a\ntitle: "${title}"\nowner: "<i>$(flame)</i>"\n---\n` });
    await vscode.commands.executeCommand('milepost.program.focus');
    const row = '.pane:has-text("Program") .monaco-list-row:has-text("command:workbench")';
    await page.waitFor(row);
    const text = await page.text(row);
    ok(text.includes('[x](command:workbench.action.closeAllEditors) <b>bold</b> $(bug) \\u{202e}evil'), text);
    const markup = await page.evaluate(
      (selector: string) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => element.textContent?.includes('command:workbench'))
          .map((element) => element.querySelectorAll('a[href], b, img, .codicon-bug').length),
      '.monaco-list-row',
    );
    equal(Math.max(...(markup as number[])), 0);
    const element = parts.programView.getChildren()[0]?.children[0]?.children[0];
    ok(element);
    const { tooltip } = parts.programView.getTreeItem(element);
    equal(typeof tooltip, 'string');
    match(String(tooltip), /Owner: <i>\$\(flame\)<\/i>/);
  });
});
