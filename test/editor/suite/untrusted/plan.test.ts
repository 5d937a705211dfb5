import * as vscode from 'vscode';
import { deepEqual, equal } from '../assert.ts';
import { writeRepository } from '../git.ts';
import {
  drawTree,
  milepost,
  milestone,
  removePlan,
  shown,
  untilShown,
  untilTold,
  willWrite,
  writePlan,
} from '../milepost.ts';
import { openFile, setText, until } from '../support.ts';

describe('a plan in Restricted Mode', () => {
  afterEach(removePlan);

  it('has findings, a tree and commands as anywhere', async () => {
    const parts = await milepost();
    equal(vscode.workspace.isTrusted, false);
    await writePlan({ 'a.md': milestone('a') });
    await until(() => drawTree(parts).includes('The a'), 'the tree');
    const { document } = await openFile('a.md');
    await setText(document, milestone('a', 'depends_on: [b]\n'));
    await untilShown('a.md', ['unknown-reference 6:14-15']);
    await willWrite('b.md');
    await vscode.commands.executeCommand('milepost.new', { type: 'milestone', title: 'b', id: 'b', owner: 'maria' });
    await untilShown('a.md', []);
  });

  it('row 13: does not ask git', async () => {
    const parts = await milepost();
    await writeRepository();
    await until(() => drawTree(parts).includes('The a'), 'the tree');
    // In a folder that is trusted it is asked as soon as the plan has been read.
    deepEqual(parts.touched?.folders, []);
    deepEqual(shown('repository/a.md'), []);
  });

  it('row 13: does not ask git for what a change moves', async () => {
    const parts = await milepost();
    await writeRepository();
    await until(() => drawTree(parts).includes('The a'), 'the tree');
    await vscode.commands.executeCommand('milepost.reviewBranch');
    await untilTold(/plan changes cannot be reviewed: git is not asked in Restricted Mode; trust the folder first/);
    equal(parts.review.subject, undefined);
  });

  it('has quick fixes', async () => {
    await writePlan({ 'a.md': milestone('a', 'status: plannd\n') });
    await untilShown('a.md', ['unknown-status 6:9-15']);
    const { document } = await openFile('a.md');
    const actions = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(5, 10, 5, 10),
        vscode.CodeActionKind.QuickFix.value,
        1,
      );
      return found[0]?.edit && found;
    }, 'a fix');
    await vscode.workspace.applyEdit(actions[0]?.edit as vscode.WorkspaceEdit);
    equal(document.getText(), milestone('a', 'status: planned\n'));
    await untilShown('a.md', []);
  });

  it('row 12: listens to no settings of the folder that could hide something', async () => {
    const { clock } = await milepost();
    const { today } = clock;
    await writePlan({
      '.vscode/settings.json': JSON.stringify({
        'milepost.today': '1999-12-31',
        'milepost.diagnostics.enabled': false,
        'milepost.programTree.groupBy': 'owner',
      }),
      'a.md': milestone('a', 'due: 2020-01-31\n'),
    });
    const setting = (name: string) => vscode.workspace.getConfiguration('milepost').get(name);
    await until(() => setting('programTree.groupBy') === 'owner', 'the settings of the folder');
    equal(setting('today'), '');
    equal(setting('diagnostics.enabled'), true);
    await untilShown('a.md', ['overdue 6:6-16']);
    equal(clock.today, today);
    equal(clock.isPretended, false);
  });
});
