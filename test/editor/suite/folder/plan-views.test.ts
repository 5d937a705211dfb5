import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { forge } from '../forge.ts';
import { milepost, removePlan, untilShownAnew, writePlan } from '../milepost.ts';
import { openFile, page, setText, until } from '../support.ts';

const { executeCommand } = vscode.commands;

const PLAN = (title = 'The rehearsal'): string => `---
type: program
id: atlas
title: Atlas
owner: maria
goal: go-live
workstreams:
  - { id: data, title: Data }
milestones:
  - { id: schema, title: The schema, workstream: data, duration: 23d, due: 2026-11-27 }
  - { id: rehearsal, title: ${JSON.stringify(title)}, workstream: data, duration: 14d }
  - { id: go-live, title: Go-live, due: 2026-12-04, commitment: firm, depends_on: [schema, rehearsal] }
risks:
  - { id: R-1, title: ${JSON.stringify(`${title} fails`)}, probability: 40%, impact: high, impact_days: 10d, affects: [rehearsal] }
  - { id: R-2, title: The vendor is late, probability: high, impact: high, affects: [schema], mitigation: A call a week }
  - { id: R-3, title: Nobody knows }
decisions:
  - { id: D-1, title: ${JSON.stringify(`${title}, or none`)}, owner: dana, due: 2026-11-20, blocks: [rehearsal] }
  - { id: D-2, title: One schema, date: 2026-10-01, supersedes: [D-3] }
  - { id: D-3, title: Two schemas, date: 2026-09-01, status: superseded, superseded_by: D-2 }
---
`;

const HOSTILE = `"><img src=x onerror=window.wasRun=1> <script>window.wasRun=1</script> [x](javascript:1)`;

const chart = { webview: '.chart' };
const risks = { webview: '.risks' };
const decisions = { webview: '.decisions' };

/** The texts of what a selector finds. */
const texts = (selector: string, where: { webview: string }): Promise<string[]> =>
  page.evaluate(
    (wanted: string) => [...document.querySelectorAll(wanted)].map((found) => found.textContent ?? ''),
    selector,
    where,
  );

const untilTexts = (selector: string, where: { webview: string }, test: (all: string[]) => boolean, what: string) =>
  until(async () => {
    const all = await texts(selector, where);
    return test(all) || Promise.reject(new Error(all.join('\n')));
  }, what);

/** What of a hostile text became anything but text. */
const harm = (where: { webview: string }) =>
  page.evaluate(
    () => ({
      ran: 'wasRun' in window,
      foreign: document.querySelectorAll('img, a, iframe, .content script, .chart script').length,
    }),
    undefined,
    where,
  );

const untilSource = (id: string) =>
  until(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) === id;
  }, `the source of ${id}`);

describe('the views of the plan', () => {
  const today = (day: string | undefined) =>
    vscode.workspace.getConfiguration('milepost').update('today', day, vscode.ConfigurationTarget.Global);

  before(() => today('2026-11-02'));
  after(() => today(undefined));
  beforeEach(() => writePlan({ 'README.md': PLAN() }));
  afterEach(removePlan);

  const show = async (command: string, shown: string, where: { webview: string }): Promise<void> => {
    const { plans } = await milepost();
    await until(() => plans.hasPlan, 'a plan');
    await executeCommand(command);
    await page.waitFor(shown, where);
  };

  describe('timeline', () => {
    const open = () => show('milepost.openTimeline', '.name', chart);
    const names = '.names .name .text';

    it('shows programs, workstreams and items, with their bars, their slip and today', async () => {
      await open();
      deepEqual(await texts(names, chart), [
        'Atlas',
        'Data',
        'The schema',
        'The rehearsal',
        'No workstream',
        'The rehearsal, or none',
        'Go-live',
      ]);
      equal((await texts('.bars .row .bar', chart)).length, 2);
      equal((await texts('.bars .link:not(.head)', chart)).length, 3);
      match((await texts('.bars .words', chart)).join(' '), /\+4d/);
      equal((await texts('.bars .today', chart)).length, 1);
    });

    it('goes to the source of a row that is clicked', async () => {
      await open();
      await page.click('.name .text:text-is("The rehearsal")', chart);
      await untilSource('rehearsal');
    });

    it('leaves the text where it is, and itself in sight, when something is clicked', async () => {
      const text = await openFile('README.md');
      const column = text.viewColumn;
      await open();
      await page.click('.name .text:text-is("The rehearsal")', chart);
      await untilSource('rehearsal');
      equal(vscode.window.activeTextEditor?.viewColumn, column);
      ok((await texts(names, chart)).includes('The schema'));
    });

    it('goes from row to row by keys, folds, and opens', async () => {
      await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('.chart')?.focus(), undefined, chart);
      await page.keys('ArrowDown', 'ArrowDown');
      await page.keys('ArrowLeft');
      await untilTexts(names, chart, (all) => all.includes('Data') && !all.includes('The schema'), 'a fold');
      match((await texts('.bars .words', chart)).join(' '), /2 items, 1 late/);
      await page.keys('ArrowRight');
      await untilTexts(names, chart, (all) => all.includes('The schema'), 'the rows');
      await page.keys('ArrowDown');
      const current = () =>
        page.evaluate(
          () => {
            const id = document.querySelector('.chart')?.getAttribute('aria-activedescendant') ?? '';
            return document.getElementById(id)?.getAttribute('aria-label') ?? '';
          },
          undefined,
          chart,
        );
      await until(async () => /^The (schema|rehearsal), milestone atlas/.test(await current()), 'a row');
      await page.keys('Enter');
      await until(() => vscode.window.activeTextEditor, 'an editor');
    });

    it('zooms from days to years', async () => {
      await open();
      const ticks = () => texts('.axis .lower', chart);
      for (let n = 0; n < 8; n++) await page.click('button[title^="Zoom in"]', chart);
      ok((await ticks()).every((tick) => /^\d{1,2}$/.test(tick)));
      for (let n = 0; n < 25; n++) await page.click('button[title^="Zoom out"]', chart);
      ok((await ticks()).every((tick) => /^\d{4}$/.test(tick)));
      await page.click('button:text-is("Fit")', chart);
      await until(async () => (await ticks()).some((tick) => /[A-Z]/.test(tick)), 'weeks or months');
    });

    it('follows edits, does nothing where nothing has changed, and shows hostile titles as text', async () => {
      const { document: text } = await openFile('README.md');
      await open();
      const { timelinePanel } = await milepost();
      await setText(text, PLAN(HOSTILE));
      await untilTexts(names, chart, (all) => all.includes(HOSTILE), 'the title as written');
      deepEqual(await harm(chart), { ran: false, foreign: 0 });
      const { drawing } = timelinePanel.message?.view ?? {};
      await setText(text, `${PLAN(HOSTILE)}\nSome prose.\n`);
      await untilShownAnew(timelinePanel);
      equal(timelinePanel.message?.view.drawing, drawing);
    });

    it('marks the item at the cursor', async () => {
      const editor = await openFile('README.md');
      await open();
      await vscode.window.showTextDocument(editor.document, editor.viewColumn);
      const at = editor.document.positionAt(editor.document.getText().indexOf('The schema'));
      editor.selection = new vscode.Selection(at, at);
      await untilTexts('.name.at-cursor .text', chart, (all) => all.join() === 'The schema', 'the schema');
    });

    it('shows what is chosen', async () => {
      await open();
      await page.click('button:text-is("Critical")', chart);
      await untilTexts(names, chart, (all) => all.includes('The rehearsal') && !all.includes('The schema'), 'less');
      await page.click('button:text-is("Show all")', chart);
      await untilTexts(names, chart, (all) => all.includes('The schema'), 'all');
    });

    it('row 8: takes no id that it was not given', async () => {
      await open();
      const { timelinePanel } = await milepost();
      const { drawing } = timelinePanel.message?.view ?? {};
      await page.evaluate(
        forge,
        [
          { type: 'open', drawing, id: 'n99' },
          { type: 'open', drawing: 99_999, id: 'n0' },
          { type: 'card', drawing, id: 'n99' },
          { type: 'card', drawing, id: 'n0', path: '/' },
          { type: 'open', drawing, id: '../README.md' },
        ],
        chart,
      );
      // What follows them, and is sound, shows that they were heard.
      await page.click('.name:has-text("Data")', chart);
      await untilTexts(names, chart, (all) => !all.includes('The schema'), 'a fold');
      equal(vscode.window.activeTextEditor, undefined);
    });
  });

  describe('risk matrix', () => {
    const open = () => show('milepost.openRiskMatrix', '.matrix .item', risks);

    it('shows each risk in its cell, and all of them in a list with score and exposure', async () => {
      await open();
      equal((await texts('.matrix td', risks)).length, 25);
      const cell = (label: string) => texts(`.matrix td[title^="${label}"] .item`, risks);
      deepEqual(await cell('Probability medium, impact high: score 12'), ['R-1']);
      deepEqual(await cell('Probability high, impact high: score 16'), ['R-2']);
      deepEqual(await texts('.list tbody tr th', risks), ['R-2', 'R-1', 'R-3']);
      match((await texts('.list tbody tr:nth-child(2)', risks)).join(), /12.*4d.*open, no mitigation.*rehearsal/);
      match(await page.text('.summary', risks), /^3 open risks · 4 working days of exposure/);
    });

    it('goes to the source of a risk, and of what it threatens', async () => {
      await open();
      await page.click('.matrix .item:text-is("R-2")', risks);
      await untilSource('R-2');
      await show('milepost.openRiskMatrix', '.matrix .item', risks);
      await page.click('.list .items .item:text-is("schema")', risks);
      await untilSource('schema');
    });

    it('follows edits, and shows hostile titles as text', async () => {
      const { document: text } = await openFile('README.md');
      await open();
      await setText(text, PLAN(HOSTILE));
      await untilTexts(
        '.list td.title > :first-child',
        risks,
        (all) => all.includes(`${HOSTILE} fails`),
        'the title as written',
      );
      deepEqual(await harm(risks), { ran: false, foreign: 0 });
    });
  });

  describe('decision log', () => {
    const open = () => show('milepost.openDecisionLog', '.decisions .item', decisions);

    it('shows what is to be decided and until when, and what replaced what', async () => {
      await open();
      deepEqual(await texts('h2', decisions), ['To be decided', 'Decided']);
      deepEqual(await texts('tbody tr th', decisions), ['D-1', 'D-2', 'D-3']);
      // Beside a document there is room for titles; the rest stands below them.
      const [first = '', ...others] = await texts('tbody td.title', decisions);
      match(first, /due 20 Nov.*decide .* or go-live moves.*waiting for it: rehearsal.*proposed.*dana/);
      match(others.join(' | '), /replaces D-3 \| .* replaced by D-2$/);
      await page.click('button:text-is("Hide decided")', decisions);
      await untilTexts('h2', decisions, (all) => all.length === 1, 'the open ones');
    });

    it('goes to the source of a decision, and of what waits for it', async () => {
      await open();
      await page.click('tbody .items .item:text-is("rehearsal"):visible', decisions);
      await untilSource('rehearsal');
    });

    it('follows edits, and shows hostile titles as text', async () => {
      const { document: text } = await openFile('README.md');
      await open();
      await setText(text, PLAN(HOSTILE));
      await untilTexts(
        'td.title > :first-child',
        decisions,
        (all) => all.includes(`${HOSTILE}, or none`),
        'the title as written',
      );
      deepEqual(await harm(decisions), { ran: false, foreign: 0 });
    });
  });
});
