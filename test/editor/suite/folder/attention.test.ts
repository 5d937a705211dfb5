import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import {
  drawAttention,
  milepost,
  milestone,
  removePlan,
  untilAttention,
  untilShown,
  willWrite,
  writePlan,
} from '../milepost.ts';
import { closeEditors, page, readFile, until } from '../support.ts';

const PLAN = {
  'a.md': milestone('a', 'due: 2020-01-31\n'),
  'b.md': milestone('b', 'depends_on: [nothing-of-the-kind]\n').replace('maria', 'chen'),
  'c.md': '---\ntype: milestone\nid: c\n---\n',
};

describe('needs attention', () => {
  afterEach(async () => {
    await removePlan();
    await vscode.commands.executeCommand('milepost.markSeen');
  });

  it('lists findings by who has to act, the worst first, and counts errors in its badge', async () => {
    const parts = await milepost();
    await writePlan(PLAN);
    await until(() => parts.attentionView.badge?.value === 1, 'the badge');
    await untilAttention(/ {2}Missing owner c · critical · has no owner\n/);
    await vscode.commands.executeCommand('milepost.markSeen');
    await untilAttention(
      /^chen 1 error\n {2}Unknown reference b · critical · depends_on: there is no item "nothing-of-the-kind" · The b\n/,
    );
    const drawn = await drawAttention(parts);
    ok(drawn.includes('maria 1 warning\n  Overdue a · critical · was due on 2020-01-31, '), drawn);
    ok(drawn.includes('No owner 1 warning\n  Missing owner c · critical · has no owner\n'), drawn);
    await writePlan({ 'b.md': milestone('b') });
    await until(() => parts.attentionView.badge === undefined, 'no badge');
  });

  it('shows on top what is new since the last visit', async () => {
    await writePlan({ 'a.md': PLAN['a.md'] });
    await untilAttention(/maria/);
    await vscode.commands.executeCommand('milepost.markSeen');
    await untilAttention(/^maria 1 warning\n/);
    await writePlan({ 'b.md': PLAN['b.md'] });
    const drawn = await untilAttention(/^New since your last visit 1 error\n/);
    ok(
      drawn.includes(
        '  Unknown reference b · critical · depends_on: there is no item "nothing-of-the-kind" · chen · The b\nmaria 1 warning\n',
      ),
      drawn,
    );
    await vscode.commands.executeCommand('milepost.markSeen');
    await untilAttention(/^chen 1 error\n/);
  });

  it('opens what a finding stands on with a click', async () => {
    await writePlan({ 'b.md': PLAN['b.md'] });
    await untilShown('b.md', ['unknown-reference 6:14-33']);
    await closeEditors();
    await vscode.commands.executeCommand('milepost.attention.focus');
    await page.click('.pane:has-text("Needs Attention") .monaco-list-row:has-text("nothing-of-the-kind")');
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/b.md'), 'the file');
    await until(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'nothing-of-the-kind';
    }, 'the reference to be selected');
  });

  it('says so when nothing needs attention', async () => {
    await writePlan({ 'a.md': milestone('a') });
    await vscode.commands.executeCommand('milepost.attention.focus');
    await page.waitFor('.pane:has-text("Needs Attention") >> text=Nothing needs attention');
  });
});

describe('where there is no plan', () => {
  afterEach(removePlan);

  it('the views say how to get one, and the status bar says nothing', async () => {
    const { contexts, statusBar } = await milepost();
    await until(() => contexts.state === 'empty', 'no plan');
    await vscode.commands.executeCommand('milepost.program.focus');
    await page.waitFor('.pane:has-text("Program") .monaco-button:has-text("Create a First Plan")');
    await until(() => statusBar.text === '', 'the status bar to be empty');
  });

  it('the view offers to show decision records, as they are, where there are some', async () => {
    const { contexts, plans, decisionsPanel } = await milepost();
    await until(() => contexts.state === 'empty', 'no plan');
    const record = '# Use Kafka\n\n## Status\n\nProposed\n';
    await willWrite('milepost.yaml');
    await writePlan({ 'docs/adr/0001-use-kafka.md': record, 'docs/adr/0002-use-postgres.md': '# Use Postgres\n' });
    await vscode.commands.executeCommand('milepost.program.focus');
    await page.click('.pane:has-text("Program") .monaco-button:has-text("Show Decision Records")');
    const read = () => plans.folders.flatMap(({ snapshot }) => snapshot?.plan.items ?? []);
    await until(() => read().length === 2, 'the records to be read');
    deepEqual(
      read().map(({ type, status }) => `${type.name} ${status}`),
      ['decision proposed', 'decision accepted'],
    );
    equal(await readFile('docs/adr/0001-use-kafka.md'), record);
    // What they are is seen, and not how they came to be read.
    await until(() => {
      const { message } = decisionsPanel;
      return message?.type === 'decisions' && message.view.open.length === 1 && message.view.decided.length === 1;
    }, 'the decision log');
    equal(vscode.window.activeTextEditor, undefined);
    await page.waitFor('.pane:has-text("Program") .monaco-list-row:has-text("Use Kafka")');
  });
});

describe('decision records beside a milepost.yaml that reads none', () => {
  afterEach(removePlan);

  it('are left to a person, who is told once, and sees the file to write into', async () => {
    const { contexts } = await milepost();
    const rules = 'rules: { overdue: off }\n';
    await writePlan({ 'milepost.yaml': rules, 'docs/adr/0001-use-kafka.md': '# Use Kafka\n' });
    await until(() => contexts.state === 'empty', 'no plan');
    await vscode.commands.executeCommand('notifications.clearAll');
    await until(async () => {
      await vscode.commands.executeCommand('milepost.readRecords');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('/milepost.yaml');
    }, 'the file');
    equal(await readFile('milepost.yaml'), rules);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('milepost.readRecords');
    await vscode.commands.executeCommand('notifications.showList');
    // One failure, one message.
    await until(async () => {
      const told = await page.texts('.notifications-center .notification-list-item-message');
      return told.join('\n') === TOLD || Promise.reject(new Error(told.join('\n')));
    }, 'the message');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

const TOLD =
  'Milepost: milepost.yaml of folder is there already, and stays as it is: write into it adapters: [{ use: adr, files: ["docs/adr/*.md"] }]';

describe('the status bar', () => {
  afterEach(removePlan);

  it('counts items and findings, and leads to what needs attention', async () => {
    const { statusBar } = await milepost();
    await writePlan(PLAN);
    await until(() => statusBar.text === '$(milestone) 3 items, 1 error, 2 warnings', 'the counts');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await page.click('.statusbar-item:has-text("3 items")');
    await page.waitFor('.pane:has-text("Needs Attention") .monaco-list-row:has-text("chen")');
  });

  it('says which day it is taken to be', async () => {
    const { statusBar, clock } = await milepost();
    await writePlan({ 'a.md': milestone('a', 'due: 2026-11-20\n') });
    const configuration = vscode.workspace.getConfiguration('milepost');
    await configuration.update('today', '2026-11-20', vscode.ConfigurationTarget.Global);
    await until(() => statusBar.text === '$(milestone) 1 item, no findings · as of 20 Nov 2026', 'the day before');
    await untilShown('a.md', []);
    await configuration.update('today', '2026-11-21', vscode.ConfigurationTarget.Global);
    await untilShown('a.md', ['overdue 6:6-16']);
    await configuration.update('today', 'tomorrow', vscode.ConfigurationTarget.Global);
    await until(() => !clock.isPretended && !statusBar.text.includes('as of'), 'today');
    await configuration.update('today', undefined, vscode.ConfigurationTarget.Global);
  });
});

describe('files in the Explorer', () => {
  afterEach(removePlan);

  it('are marked where something in them is blocked or stale', async () => {
    const { decorations, plans } = await milepost();
    await writePlan({
      'a.md': milestone('a', 'status: blocked\n'),
      'b.md': milestone('b', 'status: in-progress\nupdated: 2020-01-31\n'),
      'c.md': milestone('c'),
    });
    const badge = (path: string) => {
      const folder = plans.folders[0];
      const found = folder && decorations.provideFileDecoration(folder.uriOf(path));
      return found && `${found.badge} ${found.tooltip}`;
    };
    await until(() => badge('a.md') === 'B a is blocked' && badge('b.md') === 'S b is stale', 'the marks');
    equal(badge('c.md'), undefined);
    const configuration = vscode.workspace.getConfiguration('milepost');
    await configuration.update('fileDecorations.enabled', false, vscode.ConfigurationTarget.Global);
    await until(() => badge('a.md') === undefined, 'no marks');
    await configuration.update('fileDecorations.enabled', undefined, vscode.ConfigurationTarget.Global);
  });
});
