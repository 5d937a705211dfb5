import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../assert.ts';
import { drawWhy, lines, milepost, milestone, shown, untilShown, untilTold, untilTree } from '../milepost.ts';
import {
  closeEditors,
  deleteFile,
  openFile,
  page,
  readFile,
  setText,
  until,
  workspaceFile,
  writeFile,
} from '../support.ts';

const program = (title: string): string => `---\ntype: program\nid: main\ntitle: ${title}\nowner: maria\n---\n`;

describe('plans of several workspace folders', () => {
  before(async () => {
    for (const [folder, title] of [
      ['ledger', 'The ledger'],
      ['portal', 'The portal'],
    ] as const) {
      await writeFile('plan/README.md', program(title), folder);
      await writeFile('plan/a.md', milestone('a', 'depends_on: [b]\n'), folder);
    }
    await writeFile('plan/b.md', milestone('b'), 'ledger');
  });

  after(async () => {
    await closeEditors();
    for (const folder of ['ledger', 'portal']) await deleteFile('plan', folder);
  });

  it('know nothing of each other', async () => {
    const parts = await milepost();
    await untilShown('plan/a.md', ['unknown-reference 6:14-15'], 'portal');
    await untilShown('plan/a.md', [], 'ledger');
    deepEqual(
      parts.plans.folders.map(({ name }) => name),
      ['ledger', 'portal'],
    );
    const below = ['  Milestones', '    The a'];
    await untilTree(parts, lines('The ledger', ...below, '    The b', 'The portal', ...below));
    const descriptions = parts.programView
      .getChildren()
      .map((element) => parts.programView.getTreeItem(element).description);
    deepEqual(descriptions, ['green · 2 open · ledger', 'green · 1 open · portal']);
    await until(() => parts.statusBar.text === '$(milestone) 5 items, 1 error', 'the sum of both');
  });

  it('are all in the health, and each answers why for itself', async () => {
    const parts = await milepost();
    await until(() => parts.healthBar.text !== '', 'the health');
    match(parts.healthBar.tooltip, /^The ledger: green\nThe portal: green\n/);
    const [, portal] = parts.programView.getChildren();
    const [a] = portal?.children[0]?.children ?? [];
    await vscode.commands.executeCommand('milepost.why', a);
    // In the other plan it waits for b.
    match(drawWhy(parts), /^a .* · The a\n {2}Critical: .*\n {2}today, .*\n$/);
    await closeEditors();
    await page.click('.pane:has(.title:text-is("Why")) .monaco-list-row');
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/portal/plan/a.md'), 'its file');
    await vscode.commands.executeCommand('milepost.closeWhy');
  });

  it('follow typing each for itself', async () => {
    const { document } = await openFile('plan/b.md', 'ledger');
    await setText(document, milestone('c'));
    await untilShown('plan/a.md', ['unknown-reference 6:14-15'], 'ledger');
    await setText(document, milestone('b'));
    await untilShown('plan/a.md', [], 'ledger');
  });

  it('go and come with their folders', async () => {
    const parts = await milepost();
    const portal = workspaceFile('', 'portal');
    const a = workspaceFile('plan/a.md', 'portal');
    await untilShown('plan/a.md', ['unknown-reference 6:14-15'], 'portal');
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await until(() => parts.plans.folders.length === 1, 'one plan');
    equal(vscode.languages.getDiagnostics(a).length, 0);
    await untilTree(parts, lines('The ledger', '  Milestones', '    The a', '    The b'));
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: portal });
    await until(() => parts.plans.folders.length === 2 && parts.plans.isComplete, 'two plans');
    await untilShown('plan/a.md', ['unknown-reference 6:14-15'], 'portal');
  });

  it('are found below each other once: the inner folder is the root of its files', async () => {
    const parts = await milepost();
    const inner = workspaceFile('plan', 'ledger');
    vscode.workspace.updateWorkspaceFolders(2, 0, { uri: inner, name: 'inner' });
    await until(() => parts.plans.folders.length === 3 && parts.plans.isComplete, 'three plans');
    await until(() => parts.plans.at(vscode.Uri.joinPath(inner, 'a.md'))?.folder.name === 'inner', 'the nearest root');
    await until(() => parts.plans.folders[0]?.snapshot?.plan.items.length === 0, 'nothing left in the outer');
    deepEqual(shown('plan/a.md', 'ledger'), []);
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await until(() => parts.plans.folders[0]?.snapshot?.plan.items.length === 3, 'everything back in the outer');
  });
});

describe('decision records of several workspace folders', () => {
  const CONFIG = 'rules: { overdue: off }\n';
  const inFolders = ['ledger', 'portal'] as const;

  before(async () => {
    for (const folder of inFolders) await writeFile('adr/0001-use-kafka.md', '# Use Kafka\n', folder);
    await writeFile('milepost.yaml', CONFIG, 'ledger');
  });

  after(async () => {
    await closeEditors();
    for (const folder of inFolders) {
      for (const path of ['adr', 'milepost.yaml']) await deleteFile(path, folder).then(undefined, () => undefined);
    }
  });

  it('are read in one where they cannot be in the other, whose milepost.yaml is opened', async () => {
    const { plans } = await milepost();
    const [ledger, portal] = inFolders.map((folder) => workspaceFile('milepost.yaml', folder));
    await until(async () => {
      await vscode.commands.executeCommand('milepost.readRecords');
      return plans.folders[1]?.snapshot?.plan.items.length === 1;
    }, 'the records of the second');
    match(
      String(await readFile('milepost.yaml', 'portal')),
      /adapters:\n {2}- \{ use: adr, files: \["adr\/\*\.md"\] \}/,
    );
    equal(await readFile('milepost.yaml', 'ledger'), CONFIG);
    equal(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === 'Decision Log'),
      true,
    );
    const shownFiles = vscode.workspace.textDocuments.map(({ uri }) => uri.toString());
    deepEqual(
      [ledger, portal].map((uri) => shownFiles.includes(String(uri))),
      [true, false],
    );
    await untilTold(/^Milepost: milepost\.yaml of ledger is there already/);
  });
});
