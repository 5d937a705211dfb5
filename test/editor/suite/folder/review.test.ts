import * as vscode from 'vscode';
import { deepEqual, equal } from '../assert.ts';
import { git } from '../git.ts';
import {
  drawChanges,
  milepost,
  milestone,
  removePlan,
  treeElement,
  untilTold,
  willWrite,
  writePlan,
} from '../milepost.ts';
import { deleteFile, openFile, page, setText, until, workspaceFile, writeFile } from '../support.ts';

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
  await untilItems(4);
}

/** Waits until the plan in the repository has so many items, and the folder around it none: else it is asked which is meant. */
async function untilItems(count: number): Promise<void> {
  const { plans } = await milepost();
  const counts = (): string =>
    plans.folders.map(({ uri, snapshot }) => `${uri.path.split('/').at(-1)} ${snapshot?.plan.items.length}`).join(', ');
  await until(
    () => new RegExp(`^\\S+ 0, repository ${count}$`).test(counts()) || Promise.reject(new Error(counts())),
    `${count} items`,
  );
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
    await writeFile('repository/plan.md', program('', SCHEMA, EXPORT.replace('10d', '12d'), LIVE));
    git(['commit', '-q', '-a', '-m', 'The export takes longer']);
    await executeCommand('milepost.reviewBranch');
    await untilChanges(
      [
        'live moves from 20 to 24 November (2 working days later), through export.',
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

  it('says behind an item how often its due date has moved, and how far since the baseline', async () => {
    const parts = await milepost();
    await writeBranch();
    for (const [due, name] of [
      ['2026-11-20', 'v1'],
      ['2026-12-04', 'v2'],
      ['2026-12-11', 'v3'],
    ] as const) {
      await writeFile('repository/plan.md', program('', SCHEMA, `${EXPORT}, due: ${due}`, LIVE));
      await writeFile('repository/milepost.yaml', 'baseline: v1\n');
      git(['add', '.']);
      git(['commit', '-q', '-m', name]);
      git(['tag', name]);
    }
    const editor = await openFile('repository/plan.md');
    await until(() => editor.document.getText().includes('2026-12-11'), 'the text of the file');
    await executeCommand('milepost.reviewChanges', 'main');
    const notes = () =>
      parts.changeNotes.notesOf(editor)?.map(({ renderOptions }) => renderOptions?.after?.contentText);
    await until(
      () =>
        // How far the forecast has drifted since stands behind it, once the baseline has been read.
        /^due new · due was 20 Nov, moved twice, \+21 d since v1(?: · [+−]\d+d since v1)?$/.test(notes()?.[0] ?? '') ||
        Promise.reject(new Error(`${notes()}`)),
      'the history of the date',
    );
  });

  it('marks files, lines and items; the settings turn each off, and the end of the review all', async () => {
    const parts = await milepost();
    await writeBranch();
    const editor = await openFile('repository/plan.md');
    const { uri } = editor.document;
    await setText(
      editor.document,
      program('', SCHEMA.replace('The schema', 'x\u202e'), EXPORT.replace('10d', '12d'), LIVE),
    );
    await executeCommand('milepost.reviewChanges', 'HEAD');
    const notes = () =>
      parts.changeNotes
        .notesOf(editor)
        ?.map(({ range, renderOptions }) => `${range.start.line + 1} ${renderOptions?.after?.contentText}`);
    const lenses = async () =>
      (await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 50))
        .map(({ command }) => command?.title ?? '')
        .filter((title) => title.startsWith('changed'));
    const mark = () => parts.changedFiles.provideFileDecoration(uri)?.tooltip;
    await until(
      () => mark() === '2 items changed: schema-v2, export (since HEAD)' || Promise.reject(new Error(mark())),
      'the mark',
    );
    deepEqual(notes(), [
      '8 title was The schema',
      '9 was 20 Nov, +2d · duration was 10d',
      '10 was 20 Nov, +2d, through export',
    ]);
    deepEqual(await lenses(), [
      'changed: title The schema → x\\u{202e}',
      'changed: duration 10d → 12d · moves 1 other item',
    ]);
    // They are there for whoever looks.
    await until(
      () =>
        page.evaluate(() =>
          [...document.styleSheets].some((sheet) =>
            [...sheet.cssRules].some(({ cssText }) => cssText.includes('was 20 Nov, +2d, through export')),
          ),
        ),
      'the notes in the window',
    );
    const settings = vscode.workspace.getConfiguration('milepost.review');
    const names = ['fileDecorations', 'lineNotes', 'codeLens'];
    for (const name of names) await settings.update(name, false, vscode.ConfigurationTarget.Global);
    await until(() => mark() === undefined, 'no mark');
    deepEqual(notes(), []);
    deepEqual(await lenses(), []);
    for (const name of names) await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
    await until(() => mark() !== undefined, 'the mark again');
    await executeCommand('milepost.endReview');
    equal(mark(), undefined);
    deepEqual(notes(), []);
  });

  it('shows in the timeline and in the graph where things stood, as long as that is wanted', async () => {
    const parts = await milepost();
    await writeBranch();
    const { document } = await openFile('repository/plan.md');
    await setText(document, program('', SCHEMA, EXPORT.replace('10d', '12d'), 'id: new, title: New'));
    await executeCommand('milepost.reviewChanges', 'main');
    await executeCommand('milepost.openTimeline');
    const timeline = () =>
      parts.timelinePanel.message?.type === 'timeline' ? parts.timelinePanel.message.view : undefined;
    await until(
      () => timeline()?.rows.some(({ title, formerly }) => title === 'The export' && formerly?.forecast),
      'where it stood',
    );
    equal(timeline()?.base, 'main');
    equal(timeline()?.summary, '3 items · since main: 1 moved, 1 added, 1 removed');
    await page.waitFor('.chart .ghost', { webview: '.chart', state: 'attached' });
    await page.click('button:text-is("Since main")', { webview: '.chart' });
    await page.waitFor('.chart .ghost', { webview: '.chart', state: 'detached' });
    await page.click('button:text-is("Since main")', { webview: '.chart' });
    await page.waitFor('.chart .ghost', { webview: '.chart', state: 'attached' });
    await executeCommand('milepost.openGraph');
    const marks = () =>
      parts.graphPanel.picture?.nodes.map(({ lines, marks: [, ...own] }) => `${lines[0]}: ${own.at(-1)}`);
    await until(() => marks()?.includes('Go live: removed') || Promise.reject(new Error(String(marks()))), 'the graph');
    deepEqual(
      marks()?.filter((mark) => !mark.startsWith('The schema')),
      ['The export: changed', 'New: added', 'Go live: removed'],
    );
    const gone = parts.graphPanel.picture?.nodes.find(({ lines }) => lines[0] === 'Go live')?.id;
    await page.click(`.node[data-node="${gone}"]`, { webview: '.scene[data-drawn]' });
    await until(
      () => vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.input instanceof vscode.TabInputTextDiff),
      'the diff',
    );
    await executeCommand('milepost.endReview');
    await until(
      () => parts.graphPanel.picture?.base === undefined && marks()?.includes('Go live: removed') === false,
      'a graph without it',
    );
    await document.save();
  });

  it('asks what to compare with, and takes what is typed as git does', async () => {
    const parts = await milepost();
    await writeBranch();
    await writeFile('repository/plan.md', program('', SCHEMA.replace('5d', '6d'), EXPORT, LIVE));
    await until(() => treeElement(parts, 'Atlas'), 'the program');
    const rows = () => page.texts('.quick-input-list .monaco-list-row .label-name');
    const offered = async (expected: string): Promise<unknown> =>
      until(async () => {
        const found = (await rows()).join(' | ').replaceAll('\u00a0', ' ');
        return found.includes(expected) || Promise.reject(new Error(found));
      }, expected);
    const asking = executeCommand('milepost.reviewChanges', treeElement(parts, 'Atlas'));
    await offered('Where this branch left main');
    await offered('The last commit');
    await page.keys('Enter');
    await asking;
    await until(() => parts.changeView.description.startsWith('since main, '), 'the review');
    await until(() => drawChanges(parts).includes('The schema duration 5d → 6d'), 'the change');
    const again = executeCommand('milepost.changeBase');
    await offered('Where this branch left main');
    await page.fill('.quick-input-filter input[type="text"]', 'later~0');
    await offered('later~0');
    await page.keys('Enter');
    await again;
    await until(() => parts.changeView.description.startsWith('since later~0, '), 'the review since something else');
    const dismissed = executeCommand('milepost.changeBase');
    await offered('Where this branch left main');
    await page.keys('Escape');
    await dismissed;
    equal(parts.changeView.description.startsWith('since later~0, '), true);
  });

  it('keeps its base until somebody refreshes it, with a detached head too', async () => {
    const parts = await milepost();
    await writeBranch();
    git(['switch', '-q', '--detach']);
    await writeFile('repository/plan.md', program('', SCHEMA.replace('5d', '6d'), EXPORT, LIVE));
    await executeCommand('milepost.reviewChanges', 'HEAD');
    await until(() => drawChanges(parts).includes('The schema duration 5d → 6d'), 'the change');
    git(['commit', '-q', '-a', '-m', 'The schema takes longer']);
    await writeFile('repository/plan.md', program('', SCHEMA.replace('5d', '7d'), EXPORT, LIVE));
    await until(() => drawChanges(parts).includes('The schema duration 5d → 7d'), 'the change from the base');
    await executeCommand('milepost.refreshReview');
    await until(() => drawChanges(parts).includes('The schema duration 6d → 7d'), 'the change from what it is now');
  });

  it('follows a plan that is read again, and opens what is gone where it was', async () => {
    const parts = await milepost();
    await writeBranch();
    await writeFile('repository/gone.md', '---\ntype: risk\nid: R-1\ntitle: Gone\nowner: maria\n---\n');
    git(['add', '.']);
    git(['commit', '-q', '-m', 'A risk']);
    await untilItems(5);
    await executeCommand('milepost.reviewChanges', 'later');
    await untilChanges('Nothing of the plan has changed.\n');
    await deleteFile('repository/gone.md');
    await until(() => drawChanges(parts).includes('Gone removed'), 'what is gone');
    await executeCommand('milepost.refresh');
    await until(
      () => parts.plans.isComplete && parts.review.reviewed?.folder === parts.plans.folders[1],
      'the new plan',
    );
    const gone = parts.changeView.getChildren().flatMap(({ children }) => children);
    await executeCommand('milepost.openChange', gone[0]);
    const { document, selection } = await until(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.scheme === 'milepost-base' && editor;
    }, 'the file as it was');
    equal(document.getText(selection), 'R-1');
  });

  it('says what is missing', async () => {
    const parts = await milepost();
    await writeBranch();
    for (const argument of [42, {}, [], true]) await executeCommand('milepost.reviewChanges', argument);
    await untilTold(/^milepost.reviewChanges: this takes the name of a revision/);
    await executeCommand('milepost.refreshReview');
    await untilTold(/nothing is being reviewed/);
    await executeCommand('milepost.reviewChanges', '--output=x');
    await untilTold(/there is no commit "--output=x"/);
    git(['branch', '-m', 'main', 'other']);
    await executeCommand('milepost.reviewBranch');
    await untilTold(/there is no branch main or master/);
    await writePlan({ 'alone.md': milestone('alone') });
    await openFile('alone.md');
    await until(() => parts.plans.folders[0]?.snapshot?.plan.items.length === 1, 'a plan in no repository');
    await executeCommand('milepost.reviewBranch');
    await untilTold(/plan changes cannot be reviewed: the plan is in no git repository/);
    equal(parts.review.subject, undefined);
  });
});
