import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { git } from '../git.ts';
import { codeOf, milepost, removePlan, untilTold, willWrite, writePlan } from '../milepost.ts';
import { saveAs } from '../save-dialog.ts';
import { openFile, page, readFile, setText, until, workspaceFile, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const TODAY = '2026-11-02';
const WEEK_AGO = '2026-10-26';

const PLAN = (duration = '14d'): string => `---
type: program
id: atlas
title: Atlas
owner: maria
goal: go-live
milestones:
  - { id: rehearsal, title: The rehearsal, owner: chen, duration: ${duration} }
  - { id: go-live, title: Go-live, due: 2026-11-13, commitment: firm, depends_on: [rehearsal] }
---
`;

const report = { webview: '.report' };

/** Chooses in a list that asks, once it does. */
async function choose(placeHolder: string, label: string): Promise<void> {
  await page.waitFor(`.quick-input-widget input[placeholder="${placeHolder}"]`);
  await page.click(`.quick-input-widget .monaco-list-row:has-text("${label}")`);
}

describe('reports', () => {
  const today = (day: string | undefined) =>
    vscode.workspace.getConfiguration('milepost').update('today', day, vscode.ConfigurationTarget.Global);

  before(() => today(TODAY));
  after(() => today(undefined));
  beforeEach(() => willWrite('updates/none.md'));
  afterEach(removePlan);

  const untilPlan = async (): Promise<void> => {
    const { plans } = await milepost();
    await until(() => plans.hasPlan, 'a plan');
  };

  /** Answers what is asked, and gives the report that is open then. */
  async function write(audience: string, path: string): Promise<vscode.TextEditor> {
    await untilPlan();
    const done = executeCommand('milepost.writeReport');
    await choose('Who reads it?', audience);
    await choose('Since when?', 'A week ago');
    await done;
    const editor = vscode.window.activeTextEditor;
    ok(editor?.document.uri.path.endsWith(path), editor?.document.uri.path);
    return editor as vscode.TextEditor;
  }

  it('is written for whom it is, as a status update of today, and opens', async () => {
    await writePlan({ 'README.md': PLAN() });
    const { document } = await write('Those who steer', `/updates/${TODAY}.md`);
    const text = document.getText();
    equal(document.isDirty, false);
    match(
      text,
      new RegExp(
        `^---\\ntype: update\\n[\\s\\S]*date: ${TODAY}\\nsince: ${WEEK_AGO}\\naudience: executive\\nhealth: red`,
      ),
    );
    match(text, /\*\*Atlas is 🔴 red\.\*\* \[Go-live\]\(\.\.\/README\.md#?[^)]*\) is forecast for 19 November/);
    match(text, /What has changed is not known: /);
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.ofType('update').length === 1, 'an update of the plan');
  });

  it('is never written over: what is there opens', async () => {
    await writePlan({ 'README.md': PLAN() });
    await write('The team', `/updates/${TODAY}-team.md`);
    const before = await readFile(`updates/${TODAY}-team.md`);
    const done = executeCommand('milepost.writeReport');
    await choose('Who reads it?', 'The team');
    await done;
    await untilTold(/is there already: Update Report writes its parts anew/);
    equal(await readFile(`updates/${TODAY}-team.md`), before);
  });

  it('begins with a template of the plan', async () => {
    await writePlan({
      'README.md': PLAN(),
      'templates/steering.md': '# {{title}}, {{day}}\n\n<!-- milepost next most=1 -->\n<!-- /milepost -->\n',
    });
    const { document } = await write('steering', `/updates/${TODAY}-steering.md`);
    match(document.getText(), /\n# Atlas, 2 November 2026\n\n<!-- milepost next most=1 -->\n\n\| Milestone /);
  });

  it('is brought up to date as one edit, and keeps every word that somebody wrote', async () => {
    await writePlan({ 'README.md': PLAN() });
    const editor = await write('Those who steer', `/updates/${TODAY}.md`);
    const written = editor.document.getText();
    const mine = written.replace('## Workstreams', 'Ask me about the rehearsal.\n\n## Workstreams');
    await setText(editor.document, mine);
    const plan = await vscode.workspace.openTextDocument(workspaceFile('README.md'));
    await setText(plan, PLAN('19d'));
    await plan.save();
    await vscode.window.showTextDocument(editor.document);
    const { plans } = await milepost();
    await plans.settled();
    await page.waitFor('.editor-actions [aria-label^="Update Report"]');
    await page.click('.editor-actions [aria-label^="Update Report"]');
    await until(() => editor.document.getText().includes('26 November'), 'the new date');
    match(editor.document.getText(), /\n\nAsk me about the rehearsal\.\n\n## Workstreams/);
    await executeCommand('undo');
    equal(editor.document.getText(), mine);
    await editor.document.save();
  });

  it('leaves a part in which somebody has written as it is, says so before and when it is updated, and leads there', async () => {
    await writePlan({ 'README.md': PLAN() });
    const editor = await write('Those who steer', `/updates/${TODAY}.md`);
    const { document } = editor;
    const mine = document.getText().replace(/^\*\*Atlas is .*$/m, '$&\n\nMy own words.');
    await setText(document, mine);
    const told = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ code }) => codeOf(code) === 'outdated-block');
    await until(() => told().length === 1, 'what is said of the part');
    equal(told()[0]?.severity, vscode.DiagnosticSeverity.Information);
    match(told()[0]?.message ?? '', /somebody has written in the part "headline"/);
    const plan = await vscode.workspace.openTextDocument(workspaceFile('README.md'));
    await setText(plan, PLAN('19d'));
    await plan.save();
    await vscode.window.showTextDocument(document);
    const { plans } = await milepost();
    await plans.settled();
    await executeCommand('milepost.updateReport');
    ok(document.getText().includes('26 November'), 'the other parts are written');
    const headline = /<!-- milepost headline -->[\s\S]*?<!-- \/milepost/;
    equal(headline.exec(document.getText())?.[0], headline.exec(mine)?.[0]);
    await executeCommand('notifications.showList');
    await page.waitFor('.notifications-center .notification-list-item:has-text("somebody has written")');
    await vscode.window.showTextDocument(plan);
    await executeCommand('notifications.showList');
    await page.click('.notifications-center .notification-list-item:has-text("somebody has written") .monaco-button');
    const line = () => vscode.window.activeTextEditor?.selection.active.line ?? -1;
    const isThere = () =>
      vscode.window.activeTextEditor?.document === document &&
      document.lineAt(line()).text === '<!-- milepost headline -->';
    await until(isThere, 'the part');
    await executeCommand('notifications.clearAll');
    await document.save();
  });

  it('changes nothing where it is up to date, and never a report of another day', async () => {
    await writePlan({ 'README.md': PLAN() });
    const editor = await write('Those who steer', `/updates/${TODAY}.md`);
    await executeCommand('milepost.updateReport');
    await untilTold(/the report is up to date/);
    equal(editor.document.isDirty, false);
    equal(await executeCommand('milepost.updateBlocks'), false);
    await untilTold(/: parts of reports are left as they are: Update Report writes those of today anew\./);
    const old = editor.document.getText().replace(`date: ${TODAY}`, 'date: 2026-10-30');
    await setText(editor.document, old);
    await executeCommand('milepost.updateReport');
    await untilTold(/says how things stood on 2026-10-30, and stays so/);
    equal(editor.document.getText(), old);
    await editor.document.save();
  });

  it('tells what has moved, from git, since a revision that somebody types', async () => {
    await willWrite('repository/plan.md');
    await writeFile('repository/plan.md', PLAN());
    await writeFile('repository/milepost.yaml', '');
    const at = '2026-10-20T12:00:00Z';
    git(['init', '-q', '-b', 'main']);
    git(['add', '.']);
    git(['commit', '-q', '-m', 'The plan'], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
    await writeFile('repository/plan.md', PLAN('19d'));
    await openFile('repository/plan.md');
    const { plans } = await milepost();
    const own = () => plans.folders.find(({ uri }) => uri.path.endsWith('/repository'));
    await until(
      () => own()?.snapshot?.plan.documentAt('plan.md') !== undefined,
      'the repository to be a plan of its own',
    );
    const done = executeCommand('milepost.writeReport');
    await choose('Who reads it?', 'Engineering');
    await choose('Since when?', 'Another day');
    await page.waitFor('.quick-input-widget input[placeholder="2026-10-26"]');
    await page.type('main');
    await page.keys('Enter');
    await done;
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    match(text, /\nsince: main\naudience: engineering\n/);
    match(text, /The rehearsal[^\n]* moved from [^\n]*duration 14d → 19d/);
  });

  it('is shown as it looks where it is sent, copied with its looks, and saved as a page', async () => {
    await writePlan({ 'README.md': PLAN() });
    const editor = await write('Those who steer', `/updates/${TODAY}.md`);
    await page.waitFor('.editor-actions [aria-label^="Copy Report"]');
    await page.click('.editor-actions [aria-label^="Copy Report"]');
    await page.waitFor('.report table', report);
    equal((await page.texts('.content h1', report)).join(), 'Atlas: status of 2 November 2026');
    match((await page.texts('.report strong', report)).join(), /Atlas is\s*● red/);
    await page.click('button:text-is("Copy")', report);
    await page.waitFor('.told:has-text("Copied")', report);
    const { html, text } = await page.evaluate(
      async () => {
        const [item] = await navigator.clipboard.read();
        const of = async (type: string) => (await item?.getType(type))?.text();
        return { html: await of('text/html'), text: await of('text/plain') };
      },
      undefined,
      report,
    );
    match(text ?? '', /^# Atlas: status of 2 November 2026\n/);
    match(html ?? '', /<td style="[^"]*border[^"]*"[\s\S]*● red/);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await setText(editor.document, editor.document.getText().replace('# Atlas: status', '# <b>Atlas</b>: status'));
    await page.waitFor('.report h1:has-text("<b>Atlas</b>")', report);
    await editor.document.save();
    await page.click('button:text-is("Save as HTML…")', report);
    match(await saveAs('report.html'), /^<!doctype html>[\s\S]*default-src 'none'[\s\S]*<svg class="timeline"/);
  });
});
