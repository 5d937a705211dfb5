import * as vscode from 'vscode';
import { launch } from '../bridge.ts';
import { git } from '../git.ts';
import { milepost, removePlan, willWrite } from '../milepost.ts';
import { openFile, page, until, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const PLAN = (due: string): string => `---
type: program
id: atlas
title: Atlas
owner: maria
goal: go-live
workstreams:
  - { id: data, title: Data }
milestones:
  - { id: rehearsal, title: The rehearsal, owner: chen, workstream: data, duration: 14d }
  - { id: go-live, title: Go-live, owner: maria, due: ${due}, commitment: firm, depends_on: [rehearsal] }
decisions:
  - { id: D-1, title: Which vendor, owner: dana, due: 2026-10-30, blocks: [rehearsal] }
  - { id: D-2, title: One vendor, date: 2026-10-01 }
risks:
  - { id: R-1, title: The vendor is late, probability: high, impact: high, affects: [rehearsal] }
metrics:
  - { id: defects, title: Defects, direction: down, samples: [{ date: 2026-10-19, value: 3 }, { date: 2026-10-26, value: 5 }] }
---

# Atlas

<!-- milepost status -->
<!-- /milepost -->

<!-- milepost milestones -->
<!-- /milepost -->

<!-- milepost graph -->
<!-- /milepost -->
`;

/** The themes that a person may have, and what a webview's body says of them. */
const THEMES = {
  'Default Dark Modern': 'vscode-dark',
  'Default Light Modern': 'vscode-light',
  'Default High Contrast': 'vscode-high-contrast',
  'Default High Contrast Light': 'vscode-high-contrast-light',
} as const;

/** How each view is opened, and what is there once it shows something. */
const VIEWS = [
  { open: ['milepost.openDashboard'], webview: '.dashboard', shown: '.program .finish' },
  { open: ['milepost.openGraph'], webview: '.scene', shown: '.scene .node' },
  { open: ['milepost.openTimeline'], webview: '.chart', shown: '.name.item' },
  { open: ['milepost.openRiskMatrix'], webview: '.risks', shown: '.matrix .item' },
  { open: ['milepost.openDecisionLog'], webview: '.decisions', shown: '.decisions .item' },
  { open: ['milepost.showHistory', 'atlas/go-live'], webview: '.history', shown: '.history-chart .point' },
  { open: ['milepost.copyReport'], webview: '.content.report', shown: '.content.report h1' },
  // What else is in a preview is the editor's.
  {
    ...{ open: ['markdown.showPreview'], webview: '.markdown-body', shown: '.milepost-diagram svg' },
    within: '.milepost-block',
  },
] as const;

/** A preview is see-through: what is behind it lies in a frame around it, where axe does not look. */
const paintBehind = () => {
  document.documentElement.style.background = 'var(--vscode-editor-background)';
};

// What differs from one VS Code to the next is not the pages: one is enough.
const test = launch().name === 'newest' ? describe : () => {};

test('what axe says of the views', function () {
  this.timeout(60_000);

  const settings = () => vscode.workspace.getConfiguration();
  const set = (name: string, value: string | undefined) =>
    settings().update(name, value, vscode.ConfigurationTarget.Global);
  let before: string | undefined;

  beforeEach(async () => {
    before = settings().get('workbench.colorTheme');
    await set('milepost.today', '2026-11-02');
    await willWrite('repository/plan.md');
    await writeFile('repository/plan.md', PLAN('2026-11-13'));
    git(['init', '-q', '-b', 'main']);
    const at = '2026-10-20T12:00:00Z';
    git(['add', 'plan.md']);
    git(['commit', '-q', '-m', 'The plan'], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
    await writeFile('repository/milepost.yaml', '');
  });
  afterEach(async () => {
    await removePlan();
    await set('workbench.colorTheme', before);
    await set('milepost.today', undefined);
  });

  for (const { open, webview, shown, ...more } of VIEWS) {
    it(`nothing of ${open[0]}, in every kind of theme`, async () => {
      const { plans } = await milepost();
      await until(() => plans.hasPlan, 'a plan');
      // What some of them show is that of the active document.
      await openFile('repository/plan.md');
      await executeCommand(open[0], ...open.slice(1));
      for (const [theme, name] of Object.entries(THEMES)) {
        await set('workbench.colorTheme', theme);
        // While it takes on a theme, a page is half of each, and the preview may put another frame in the place of its own.
        await until(async () => {
          await page.waitFor(`body.${name} ${shown}`, { webview, timeout: 5000 });
          await page.evaluate(paintBehind, undefined, { webview });
          const wrong = await page.axe({ webview, ...more });
          return wrong.length === 0 || Promise.reject(new Error(wrong.join('\n')));
        }, `nothing to be wrong in the theme ${theme}`);
      }
    });
  }
});
