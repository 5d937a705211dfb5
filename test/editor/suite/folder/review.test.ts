import * as vscode from 'vscode';
import { deepEqual, equal } from '../assert.ts';
import { git } from '../git.ts';
import { drawChanges, milepost, removePlan, willWrite } from '../milepost.ts';
import { openFile, setText, until, workspaceFile, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const TODAY = '2026-11-02';

const program = (more: string, ...milestones: readonly string[]): string =>
  `---\ntype: program\nid: atlas\ntitle: Atlas\nowner: maria\nstart: ${TODAY}\n${more}milestones:\n${milestones.map((one) => `  - { owner: maria, ${one} }\n`).join('')}---\n`;

const SCHEMA = 'id: schema-v2, title: The schema, duration: 5d';
const EXPORT = 'id: export, title: The export, duration: 10d, depends_on: [schema-v2]';
const LIVE = 'id: live, title: Go live, depends_on: [export]';

/** A plan in a repository, on a branch of its own that has changed nothing yet. */
async function writeBranch(): Promise<void> {
  await willWrite('repository/plan.md');
  await writeFile('repository/plan.md', program('', SCHEMA, EXPORT, LIVE));
  await writeFile('repository/milepost.yaml', '');
  git(['init', '-q', '-b', 'main']);
  git(['add', '.']);
  git(['commit', '-q', '-m', 'The plan']);
  git(['switch', '-q', '-c', 'later']);
}

async function untilChanges(expected: string): Promise<void> {
  const parts = await milepost();
  const said = () => `${parts.changeView.message}\n${drawChanges(parts)}`;
  await until(() => said() === expected || Promise.reject(new Error(`\n${said()}`)), `the changes to be\n${expected}`);
}

describe('a review of plan changes', () => {
  before(() => vscode.workspace.getConfiguration('milepost').update('today', TODAY, vscode.ConfigurationTarget.Global));

  afterEach(async () => {
    await executeCommand('milepost.endReview');
    await removePlan();
  });

  after(() =>
    vscode.workspace.getConfiguration('milepost').update('today', undefined, vscode.ConfigurationTarget.Global),
  );

  it('shows what a branch moves, and follows what is typed; each entry opens where it is written', async () => {
    const parts = await milepost();
    await writeBranch();
    await until(() => parts.plans.folders.some(({ snapshot }) => snapshot?.plan.items.length === 4), 'the plan');
    await writeFile('repository/plan.md', program('', SCHEMA, EXPORT.replace('10d', '12d'), LIVE));
    git(['commit', '-q', '-a', '-m', 'The export takes longer']);
    await executeCommand('milepost.reviewBranch');
    await untilChanges(
      [
        'atlas finishes 2 working days later; 2 items are changed or moved.',
        'Programs 1',
        '  Atlas 20 → 24 Nov +2d',
        'What was changed 1',
        '  The export duration 10d → 12d · 20 → 24 Nov +2d',
        '    duration 10d → 12d',
        'What that moves 1',
        '  Go live 20 → 24 Nov +2d, through export',
        '    export duration 10d → 12d',
        '',
      ].join('\n'),
    );
    equal(parts.changeView.description, `since main, ${git(['rev-parse', 'main']).slice(0, 8)}`);
    const { document } = await openFile('repository/plan.md');
    await setText(document, program('', SCHEMA, EXPORT, LIVE));
    await untilChanges('Nothing of the plan has changed.\n');
    await setText(document, program('', SCHEMA, EXPORT.replace('10d', '1d'), LIVE.replace('live', 'launch')));
    await until(() => drawChanges(parts).includes('Go live renamed · was live'), 'the renamed item');
    const fields = parts.changeView.getChildren().flatMap(({ children }) => children.flatMap((each) => each.children));
    const duration = fields.find(({ node }) => node.label === 'duration');
    await executeCommand('milepost.openChange', duration);
    const input = await until(() => {
      const found = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return found instanceof vscode.TabInputTextDiff && found;
    }, 'a diff');
    equal(input.modified.toString(), workspaceFile('repository/plan.md').toString());
    equal(input.original.scheme, 'milepost-base');
    equal((await vscode.workspace.openTextDocument(input.original)).getText(), program('', SCHEMA, EXPORT, LIVE));
    equal(vscode.window.activeTextEditor?.selection.active.line, 8);
    await document.save();
    await executeCommand('milepost.endReview');
    deepEqual(parts.changeView.getChildren(), []);
    equal(parts.review.reviewed, undefined);
  });
});
