import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { milepost } from '../milepost.ts';
import { page, pause, readFile, until, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const PLAN = `---
type: program
id: atlas
title: Atlas
milestones:
  - { id: a, title: First }
  - { id: b, title: Second, depends_on: [a] }
  - { id: c, title: Third, depends_on: [b] }
  - { id: d, title: Fourth, depends_on: [c] }
---
`;
const scene = { webview: '.scene' };
const dashboard = { webview: '.dashboard' };

/** Loading the window again ends this test where it stands, and begins it anew: the file tells which time it is. */
const hasReloaded = async (): Promise<boolean> => (await readFile('reloaded.txt').catch(() => '')) !== '';

const place = (): Promise<string | null | undefined> =>
  page.evaluate(() => document.querySelector('.scene > g')?.getAttribute('transform'), undefined, scene);

describe('a window that is loaded again', function () {
  this.timeout(120_000);

  it('has the dependency graph where it was, with what was chosen, and the dashboard beside it', async () => {
    if (await hasReloaded()) return check();
    await writeFile('README.md', PLAN);
    const { graphPanel } = await milepost();
    await executeCommand('milepost.showInGraph', 'atlas/a');
    await page.waitFor('.scene .node', scene);
    equal(graphPanel.picture?.nodes.length, 3);
    await executeCommand('milepost.openDashboard');
    await executeCommand('workbench.action.moveEditorToRightGroup');
    await page.waitFor('.program', dashboard);
    await page.waitFor('.scene .node', scene);
    await page.click('button[title^="Zoom in"]', scene);
    await page.click('button[title^="Zoom in"]', scene);
    // The page keeps its state a moment after it has moved.
    await pause(1000);
    await writeFile('reloaded.txt', (await place()) ?? '');
    // Whoever waits for it hears that it was cancelled, as everything is.
    void executeCommand('workbench.action.reloadWindow').then(undefined, () => {});
    return new Promise(() => {});
  });

  async function check(): Promise<void> {
    const { graphPanel } = await milepost();
    await page.waitFor('.scene .node', scene);
    ok(graphPanel.panel.isOpen);
    equal(graphPanel.picture?.nodes.length, 3);
    equal(graphPanel.picture?.focus, 'First');
    await until(async () => (await place()) === (await readFile('reloaded.txt')), 'the picture where it was');
    await page.waitFor('.program', dashboard);
  }
});
