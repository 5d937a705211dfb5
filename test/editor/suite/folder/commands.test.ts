import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
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
import { deleteFile, openFile, page, readFile, until, workspaceFile, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

describe('commands', () => {
  afterEach(removePlan);

  it('row 11: say what is wrong when they are called with anything, and throw nothing', async () => {
    await writePlan({ 'a.md': milestone('a') });
    const { plans } = await milepost();
    await until(() => plans.hasPlan, 'the plan');
    const circle: { itself?: unknown } = {};
    circle.itself = circle;
    const wrong = [42, '../../etc/passwd', 'plan/nothing', { uri: 'file:///etc/passwd' }, [], circle, '', true];
    const commands = (await vscode.commands.getCommands(true)).filter((name) => /^milepost\.[a-zA-Z]+$/.test(name));
    ok(commands.length >= 14, commands.join());
    // The others take no argument, or ask where they are given another one.
    const given = [
      'copyLink',
      'copyReference',
      'goToItem',
      'openChange',
      'openFinding',
      'openRule',
      'reveal',
      'new',
      'init',
      'import',
      'why',
      'whatRefersToThis',
      'whatThisWaitsFor',
      'whatWaitsForThis',
      'copyMessage',
    ];
    for (const name of given) {
      for (const argument of wrong) {
        equal(await executeCommand(`milepost.${name}`, argument), undefined, `${name} ${String(argument)}`);
      }
      await untilTold(new RegExp(`^milepost.${name}: .`));
    }
    await executeCommand('milepost.groupBy', 'colour');
    await untilTold(/what to group by is workstream, owner, status, due, type, float, and not "\\?"colour/);
    const names = (await vscode.workspace.fs.readDirectory(workspaceFile(''))).map(([name]) => name);
    deepEqual(names.sort(), ['README.md', 'a.md']);
  });

  it('copy what an item is called, and a link to it', async () => {
    await writePlan({
      'one/README.md': '---\ntype: program\nid: one\nowner: maria\n---\n',
      'two/README.md': '---\ntype: program\nid: two\nowner: maria\n---\n',
      'two/m/a.md': milestone('a'),
    });
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 3, 'the plan');
    await executeCommand('milepost.copyReference', 'a');
    equal(await vscode.env.clipboard.readText(), 'two/a');
    await openFile('one/README.md');
    await executeCommand('milepost.copyLink', 'two/a');
    equal(await vscode.env.clipboard.readText(), '[The a](../two/m/a.md)');
    await executeCommand('milepost.copyReference');
    equal(await vscode.env.clipboard.readText(), 'one');
  });

  it('go to an item by its reference, or by what is typed', async () => {
    await writePlan({ 'a.md': milestone('a'), 'b.md': milestone('b') });
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 2, 'the plan');
    const isOpen = (name: string) => vscode.window.activeTextEditor?.document.uri.path.endsWith(name);
    await executeCommand('milepost.goToItem', 'a');
    ok(isOpen('/a.md'));
    const gone = executeCommand('milepost.goToItem');
    await page.waitFor('.quick-input-widget .monaco-list-row:has-text("The b")');
    await page.type('The b');
    await page.waitFor('.quick-input-widget .monaco-list-row.focused:has-text("The b")');
    await page.keys('Enter');
    await gone;
    ok(isOpen('/b.md'));
  });

  it('open the page of a rule', async () => {
    await executeCommand('milepost.openRule', 'overdue');
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('overdue.md'),
      'the preview of the page',
    );
  });
});

describe('a new item', () => {
  const input = '.quick-input-widget';
  afterEach(removePlan);

  /** Answers what is asked of every new item, maria being its owner; gives what becomes of it once the rest is answered. */
  async function begin(type: string, title: string): Promise<{ readonly made: Thenable<vscode.Uri | undefined> }> {
    const made = executeCommand<vscode.Uri>('milepost.new');
    await page.waitFor(`${input} .monaco-list-row:has-text("${type}")`);
    await page.type(type);
    await page.waitFor(`${input} .monaco-list-row.focused:has-text("${type}")`);
    await page.keys('Enter');
    await page.waitFor(`${input}:has-text("Its title")`);
    await page.type(title);
    await page.keys('Enter');
    await page.waitFor(`${input}:has-text("Its id")`);
    await page.keys('Enter');
    await page.waitFor(`${input} .monaco-list-row:has-text("maria")`);
    await page.type('maria');
    await page.keys('Enter');
    return { made };
  }

  it('goes beside its program, into a file that says what was answered', async () => {
    const parts = await milepost();
    await writePlan({ 'atlas/README.md': '---\ntype: program\nid: atlas\nowner: maria\n---\n' });
    await until(() => parts.plans.hasPlan, 'the plan');
    const { made } = await begin('milestone', 'Public API frozen');
    await page.waitFor(`${input}:has-text("By when")`);
    await page.type('2099-W50');
    await page.keys('Enter');
    equal((await made)?.path, workspaceFile('atlas/milestones/public-api-frozen.md').path);
    const text = await readFile('atlas/milestones/public-api-frozen.md');
    match(
      text,
      /^---\ntype: milestone\nid: public-api-frozen\ntitle: Public API frozen\nstatus: planned\nowner: maria\n/,
    );
    match(text, /\ndue: 2099-W50\n/);
    await until(() => drawTree(parts).includes('    Public API frozen\n'), 'the item in the tree');
    deepEqual(shown('atlas/milestones/public-api-frozen.md'), []);
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('/public-api-frozen.md'), true);
  });

  it('that is a gate asks which milestone is not done before it', async () => {
    const { plans } = await milepost();
    await writePlan({
      'README.md': '---\ntype: program\nid: atlas\nowner: maria\n---\n',
      'milestones/other.md': milestone('other'),
    });
    await until(() => plans.hasPlan, 'the plan');
    await willWrite('gates');
    await willWrite('updates');
    const { made } = await begin('gate', 'Pen test');
    await page.waitFor(`${input}:has-text("None yet") .monaco-list-row.focused:has-text("other")`);
    await page.keys('Enter');
    equal((await made)?.path, workspaceFile('gates/G-1.md').path);
    match(await readFile('gates/G-1.md'), /\nowner: maria\nfor: \[other\]\n/);
    equal(await executeCommand('milepost.new', { type: 'gate', title: 'x', for: 'no-such' }), undefined);
    await untilTold(/there is no item "no-such"/);
    const uri = await executeCommand<vscode.Uri>('milepost.new', { type: 'update', title: 'Week 47' });
    equal(uri?.path, workspaceFile('updates/week-47.md').path);
    match(await readFile('updates/week-47.md'), /\ndate: \d{4}-\d\d-\d\d\nhealth: green\n/);
  });

  it('row 34, 36: never takes the place of a file, nor a name that some system has trouble with', async () => {
    const { plans } = await milepost();
    await writePlan({
      'README.md': '---\ntype: program\nid: atlas\nowner: maria\n---\n',
      'risks/r-1.md': 'precious',
      'milestones/other.md': milestone('other'),
    });
    await until(() => plans.hasPlan, 'the plan');
    equal(await executeCommand('milepost.new', { type: 'risk', title: 'x', id: 'R-1' }), undefined);
    await untilTold(/differs only in case|is there already/);
    equal(await readFile('risks/r-1.md'), 'precious');
    equal(await executeCommand('milepost.new', { type: 'risk', title: 'x', id: 'r-1' }), undefined);
    await untilTold(/risks\/r-1.md is there already, and stays as it is/);
    const uri = await executeCommand<vscode.Uri>('milepost.new', { type: 'risk', title: 'x', id: 'aux' });
    equal(uri?.path, workspaceFile('risks/item-aux.md').path);
    for (const id of ['../x', '/etc/x', '.git', 'a/b', 'C:x', '']) {
      equal(await executeCommand('milepost.new', { type: 'risk', title: 'x', id }), undefined, id);
    }
    await untilTold(/an id holds letters/);
    equal(await executeCommand('milepost.new', { type: 'milestone', title: 'x', id: 'other' }), undefined);
    await untilTold(/other is the id of milestone "The other"/);
  });
});

describe('a first plan', () => {
  afterEach(removePlan);

  it('asks for a title, and for a folder where a file is in the way; has no findings', async () => {
    const parts = await milepost();
    await willWrite('plan');
    const before = await readFile('README.md');
    const made = executeCommand<vscode.Uri[]>('milepost.init');
    const input = '.quick-input-widget';
    await page.waitFor(`${input}:has-text("The name of your program")`);
    await page.type('Atlas migration');
    await page.keys('Enter');
    await page.waitFor(`${input}:has-text("README.md is there already")`);
    await page.keys('Enter');
    deepEqual(
      (await made)?.map(({ path }) => path.replace(workspaceFile('').path, '').replace(/^\//, '')),
      ['plan/README.md', 'plan/milestones/first-milestone.md', 'plan/risks.md'],
    );
    equal(await readFile('README.md'), before);
    await until(() => drawTree(parts).startsWith('Atlas migration\n'), 'the plan');
    for (const path of ['plan/README.md', 'plan/milestones/first-milestone.md', 'plan/risks.md']) {
      await untilShown(path, []);
    }
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('/plan/README.md'), true);
  });

  it('row 34, 35: stays inside of the folder, out of hidden ones, and away from files', async () => {
    const { plans } = await milepost();
    await willWrite('plan');
    await writeFile('plan/risks.md', 'precious');
    for (const folder of ['../outside', '/tmp/x', '.git', 'a/../..', '.vscode', 'con']) {
      equal(await executeCommand('milepost.init', { title: 'x', folder }), undefined, folder);
    }
    await untilTold(/^milepost.init: /);
    equal(await executeCommand('milepost.init', { title: 'x', folder: 'plan' }), undefined);
    await untilTold(/plan\/risks.md is there already, and stays as it is/);
    equal(await readFile('plan/risks.md'), 'precious');
    equal(plans.hasPlan, false);
  });
});

describe('a plan of another tool', () => {
  afterEach(removePlan);

  it('is written into a new folder, and its README opened; what was left aside is told', async () => {
    const parts = await milepost();
    await willWrite('pay');
    const csv = await writeFile(
      'pay-plan.csv',
      'Summary,Issue key,Issue Type,Due date,Votes\nSchema live,PAY-1,Epic,03/04/2027,7\nKeys leak,PAY-2,Risk,,1\n',
    );
    const made = executeCommand<vscode.Uri[]>('milepost.import', { file: csv.toString() });
    const input = '.quick-input-widget';
    await page.waitFor(`${input}:has-text("The month stands first")`);
    await page.keys('Enter');
    await page.waitFor(`${input}:has-text("Into which new folder")`);
    await page.keys('Control+a');
    await page.type('pay');
    await page.keys('Enter');
    deepEqual(
      (await made)?.map(({ path }) => path.slice(workspaceFile('').path.length).replace(/^\//, '')),
      ['pay/README.md', 'pay/risks.md'],
    );
    match(await readFile('pay/README.md'), /- id: schema-live\n {4}title: Schema live\n {4}due: 2027-04-03\n/);
    match(await readFile('pay/README.md'), /<!-- milepost status program=pay-plan -->/);
    await until(() => drawTree(parts).startsWith('Pay plan\n'), 'the plan');
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('/pay/README.md'), true);
    await untilTold(/1 milestone and 1 risk from pay-plan\.csv/);
    equal(await executeCommand('milepost.import', { file: csv.toString(), folder: 'pay', dates: 'dmy' }), undefined);
    await untilTold(/pay is there already, and stays as it is/);
    equal(await executeCommand('milepost.import', { file: csv.toString(), folder: '../out', dates: 'dmy' }), undefined);
    await untilTold(/^milepost\.import: /);
    await deleteFile('pay-plan.csv');
  });
});
