import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { forge } from '../forge.ts';
import { git } from '../git.ts';
import { milepost, removePlan, untilShownAnew, willWrite, writePlan } from '../milepost.ts';
import { saveAs } from '../save-dialog.ts';
import { deleteFile, openFile, page, setText, until, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const TODAY = '2026-11-02';

const PLAN = (title = 'The rehearsal'): string => `---
type: program
id: atlas
title: Atlas
owner: maria
goal: go-live
workstreams:
  - { id: data, title: Data }
milestones:
  - { id: rehearsal, title: ${JSON.stringify(title)}, owner: chen, workstream: data, duration: 14d }
  - { id: go-live, title: Go-live, due: 2026-11-13, commitment: firm, depends_on: [rehearsal] }
decisions:
  - { id: D-1, title: Which vendor, owner: dana, due: 2026-10-30, blocks: [rehearsal] }
risks:
  - { id: R-1, title: The vendor is late, probability: high, impact: high, affects: [rehearsal] }
metrics:
  - { id: defects, title: Defects, direction: down, samples: [{ date: 2026-10-19, value: 3 }, { date: 2026-10-26, value: 5 }] }
---
`;

const HOSTILE = `"><img src=x onerror=window.wasRun=1> <script>window.wasRun=1</script> [x](javascript:1)`;

const dashboard = { webview: '.dashboard' };

const texts = (selector: string): Promise<string[]> => page.texts(selector, dashboard);

/** What of a hostile text became anything but text. */
const harm = () => ({
  ran: 'wasRun' in window,
  foreign: document.querySelectorAll('img, a, iframe, .content script').length,
});

const untilTexts = (selector: string, test: (all: string[]) => boolean, what: string) =>
  until(async () => {
    const all = await texts(selector);
    return test(all) || Promise.reject(new Error(all.join('\n')));
  }, what);

const untilSource = (id: string) =>
  until(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) === id;
  }, `the source of ${id}`);

describe('the dashboard', () => {
  const today = (day: string | undefined) =>
    vscode.workspace.getConfiguration('milepost').update('today', day, vscode.ConfigurationTarget.Global);

  before(() => today(TODAY));
  after(() => today(undefined));
  beforeEach(() => writePlan({ 'README.md': PLAN() }));
  afterEach(removePlan);

  async function open(): Promise<void> {
    const { plans } = await milepost();
    await until(() => plans.hasPlan, 'a plan');
    await executeCommand('milepost.openDashboard');
    await page.waitFor('.program', dashboard);
  }

  it('says in its head that documents cannot be read whole, and leads to each', async () => {
    await open();
    await writePlan({ 'broken.md': '---\ntype: milestone\nid: broken\ndue 2027-02-12\n---\n' });
    await page.waitFor('.doubt', dashboard);
    await untilTexts(
      '.doubt',
      ([first]) => first === '1 document cannot be read whole, so these dates may be wrong: broken.md',
      'the doubt',
    );
    await page.click('.doubt .link', dashboard);
    await until(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'due 2027-02-12';
    }, 'what cannot be read');
    await writePlan({ 'broken.md': '---\ntype: milestone\nid: broken\ndue: 2027-02-12\n---\n' });
    await untilTexts('.doubt', (all) => all.length === 0, 'the end of the doubt');
  });

  it('shows how the program stands, and in lists what asks for somebody', async () => {
    await open();
    // The page is drawn anew when what has changed is known.
    const titles = [
      ...['Needs a decision', 'Open escalations', 'Objectives', 'Moved since 26 October', 'Top risks'],
      ...['Next milestones', 'Metrics'],
    ];
    await untilTexts('.card-box h2 > :first-child', (all) => all.join() === titles.join(), 'all cards');
    await untilTexts('.program h2 .health, .program h2 .link', (all) => all.join() === 'red,Atlas', 'the program');
    match((await texts('.program .standing')).join(), /20 Nov\s*Go-live.*5 working days after its firm date 13 Nov/s);
    const lines = ['Which vendor', 'The vendor is late', 'The rehearsal', 'Go-live', 'Defects'];
    await untilTexts('.card-box .lines .first > .link', (all) => all.join() === lines.join(), 'the lines');
    equal((await texts('.spark .end')).length, 1);
  });

  it('goes to the source of what is clicked, beside itself', async () => {
    const text = await openFile('README.md');
    await open();
    await page.click('.card-box .link:text-is("Which vendor")', dashboard);
    await untilSource('D-1');
    equal(vscode.window.activeTextEditor?.viewColumn, text.viewColumn);
    await page.click('.why .link:text-is("The vendor is late")', dashboard);
    await untilSource('R-1');
    ok((await texts('.program')).length === 1);
  });

  it('follows edits, does nothing where nothing has changed, and shows hostile titles as text', async () => {
    const { document } = await openFile('README.md');
    await open();
    const { dashboardPanel } = await milepost();
    await setText(document, PLAN(HOSTILE));
    await untilTexts('.card-box .link', (all) => all.includes(HOSTILE), 'the title as written');
    deepEqual(await page.evaluate(harm, undefined, dashboard), { ran: false, foreign: 0 });
    const { drawing } = dashboardPanel.message?.view ?? {};
    await setText(document, `${PLAN(HOSTILE)}\nSome prose.\n`);
    await untilShownAnew(dashboardPanel);
    equal(dashboardPanel.message?.view.drawing, drawing);
  });

  it('shows what an owner has to look at', async () => {
    await open();
    await page.evaluate(
      () => {
        const select = document.querySelector<HTMLSelectElement>('select[aria-label="Owner"]');
        if (!select) return;
        select.value = 'dana';
        select.dispatchEvent(new Event('change'));
      },
      undefined,
      dashboard,
    );
    await untilTexts('.card-box .first > .link', (all) => all.join() === 'Which vendor', 'what dana owns');
    await page.click('button:text-is("Show all")', dashboard);
    await untilTexts('.card-box .first > .link', (all) => all.length > 3, 'all of it');
  });

  it('row 8: takes no id that it was not given', async () => {
    await open();
    const { dashboardPanel } = await milepost();
    const { drawing } = dashboardPanel.message?.view ?? {};
    await page.evaluate(
      forge,
      [
        { type: 'open', drawing, id: 'n99' },
        { type: 'open', drawing: 99_999, id: 'n0' },
        { type: 'open', drawing, id: '../README.md' },
        { type: 'save', format: 'html', data: '<script>1</script>' },
      ],
      dashboard,
    );
    equal(vscode.window.activeTextEditor, undefined);
    await page.click('.card-box .link:text-is("Which vendor")', dashboard);
    await untilSource('D-1');
  });

  it('saves what is seen as a page that needs nothing else, and in which nothing runs', async () => {
    await writePlan({ 'README.md': PLAN(HOSTILE) });
    await open();
    await untilTexts('.card-box .link', (all) => all.includes(HOSTILE), 'the title as written');
    await page.click('button:text-is("Save as HTML…")', dashboard);
    const saved = await saveAs('dashboard.html');
    match(
      saved,
      /^<!doctype html>[\s\S]*default-src 'none'[\s\S]*<main class="content dashboard"[\s\S]*&lt;img src=x[\s\S]*<\/html>\n$/,
    );
    ok(!/<script|<img|<button|https?:|url\(/.test(saved));
  });

  async function committed(at: string): Promise<vscode.TextDocument> {
    await deleteFile('README.md');
    await willWrite('repository/plan.md');
    await writeFile('repository/plan.md', PLAN());
    await writeFile('repository/milepost.yaml', '');
    git(['init', '-q', '-b', 'main']);
    git(['add', '.']);
    git(['commit', '-q', '-m', 'The plan'], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
    return (await openFile('repository/plan.md')).document;
  }

  const moves = (since: string) => `.card-box:has(h2:has-text("Moved since ${since}")) li .first`;

  it('tells what has moved since a week ago, as git has it', async () => {
    const document = await committed('2026-10-20T12:00:00Z');
    await open();
    await setText(document, PLAN().replace('14d', '16d'));
    await untilTexts(moves('26 October'), (all) => /The rehearsal\s*\+\d+d/.test(all.join()), 'what has moved');
    await document.save();
  });

  it('tells in the first week of a plan what has moved since its first commit', async () => {
    const document = await committed('2026-10-29T12:00:00Z');
    await open();
    await setText(document, PLAN().replace('14d', '16d'));
    const first = moves('the first commit of the plan, 29 October');
    await untilTexts(first, (all) => /The rehearsal\s*\+\d+d/.test(all.join()), 'what has moved');
    await document.save();
  });

  it('is opened from the title bar of the program tree', async () => {
    await executeCommand('milepost.program.focus');
    const pane = '.pane:has(.title:text-is("Program"))';
    await page.hover(`${pane} .pane-body`);
    await page.click(`${pane} [aria-label="Open Dashboard"]`);
    await page.waitFor('.program', dashboard);
  });
});
