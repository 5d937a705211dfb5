import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { drawTree, drawWaits, drawWhy, milepost, milestone, removePlan, untilTold, writePlan } from '../milepost.ts';
import { openFile, page, until } from '../support.ts';

const PLAN = {
  'README.md': '---\ntype: program\nid: main\ntitle: The main\nowner: maria\ntarget: 2020-01-31\n---\n',
  'a.md': milestone('a', 'due: 2020-01-31\ndepends_on: [b]\n'),
  'b.md': milestone('b', 'due: 2020-01-30\n'),
  'c.md': milestone('c', 'status: done\ncompleted: 2020-01-30\n'),
};

/** What a command is to do, with the cursor in the milestone `a`. */
type Does = (run: () => Thenable<unknown>) => Promise<unknown>;

/** Asks something; nobody answers. */
const asks: Does = async (run) => {
  const running = Promise.resolve(run());
  await page.waitFor('.quick-input-widget:visible');
  await page.keys('Escape');
  // What nobody answers is given up without a word.
  await running;
};
const tells =
  (message: RegExp): Does =>
  async (run) => {
    await run();
    await untilTold(message);
  };
const opens =
  (title: RegExp): Does =>
  async (run) => {
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const opened = () => tabs().filter(({ label }) => title.test(label));
    // What another command has opened is no answer to this one.
    await vscode.window.tabGroups.close(opened());
    await run();
    const labels = () => tabs().map(({ label }) => label);
    await until(() => opened().length > 0 || Promise.reject(new Error(labels().join())), `${title}`);
  };
const copies =
  (text: string | RegExp): Does =>
  async (run) => {
    await vscode.env.clipboard.writeText('');
    await run();
    match(await vscode.env.clipboard.readText(), new RegExp(text));
  };
const draws =
  (tree: (parts: Awaited<ReturnType<typeof milepost>>) => string, text: RegExp): Does =>
  async (run) => {
    await run();
    match(tree(await milepost()), text);
  };

/** Has nothing to do here, or nothing to be seen. */
const isQuiet: Does = async (run) => {
  await run();
};

const NO_GIT = /a browser has no git; open the folder in VS Code on a desktop/;

/** Every command, in an order in which each has something to do. */
const COMMANDS: Readonly<Record<string, Does>> = {
  init: asks,
  import: asks,
  readRecords: tells(/there are no decision records here that are not read yet/),
  new: asks,
  addDependency: asks,
  fixAll: tells(/there is nothing to fix without a decision/),
  updateBlocks: tells(/there are no live blocks/),
  updateAllBlocks: tells(/there are no live blocks/),
  writeReport: asks,
  updateReport: tells(/report/),
  copyReport: opens(/^Report$/),
  goToItem: asks,
  reveal: async (run) => {
    await run();
    await page.waitFor('.pane:has(.title:text-is("Program")) .monaco-list-row.selected:has-text("The a")');
  },
  copyReference: copies('^a$'),
  copyLink: copies(/\[The a\]\(.*a\.md\)/),
  copyMessage: asks,
  showHistory: async (run) => {
    await run();
    await until(async () => NO_GIT.test(await page.text('body', { webview: true })), 'the words of the page');
  },
  why: draws(drawWhy, /The a/),
  closeWhy: draws(drawWhy, /^$/),
  whatWaitsForThis: draws(drawWaits, /Nothing|nothing|a/),
  whatThisWaitsFor: draws(drawWaits, /b/),
  turnWaits: draws(drawWaits, /The a|What waits/),
  whatRefersToThis: draws(drawWaits, /a/),
  closeWaits: draws(drawWaits, /^$/),
  openDashboard: opens(/^Dashboard$/),
  openGraph: opens(/Graph/),
  showInGraph: opens(/Graph/),
  openTimeline: opens(/^Timeline$/),
  openRiskMatrix: opens(/^Risk Matrix$/),
  openDecisionLog: opens(/^Decision Log$/),
  reviewChanges: tells(NO_GIT),
  reviewBranch: tells(NO_GIT),
  changeBase: tells(/nothing is being reviewed/),
  refreshReview: tells(/nothing is being reviewed/),
  endReview: isQuiet,
  showHealth: asks,
  groupBy: asks,
  hideDone: async (run) => {
    await run();
    await until(async () => !drawTree(await milepost()).includes('The c'), 'a tree without what is done');
  },
  showDone: async (run) => {
    await run();
    await until(async () => drawTree(await milepost()).includes('The c'), 'a tree with what is done');
  },
  markSeen: isQuiet,
  openRule: asks,
  refresh: async (run) => {
    const { plans } = await milepost();
    const [before] = plans.folders;
    await run();
    await until(() => plans.isComplete && plans.hasPlan && plans.folders[0] !== before, 'the plan, read again');
  },
  showLog: async (run) => {
    await run();
    await page.waitFor('.panel .output-view, .panel .output-view-inline');
  },
};

/** What only views and their menus call, with what is in them. */
const OF_VIEWS = ['openChange', 'openFinding'];

describe('every command in a browser', () => {
  beforeEach(async () => {
    await writePlan(PLAN);
    const { plans } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 4, 'the plan');
    const editor = await openFile('a.md');
    editor.selection = new vscode.Selection(2, 5, 2, 5);
  });
  after(removePlan);

  it('is one of these', async () => {
    const { packageJSON } = vscode.extensions.getExtension('milepost.milepost') as vscode.Extension<unknown>;
    const declared = (packageJSON.contributes.commands as { command: string }[]).map(({ command }) => command);
    const known = [...Object.keys(COMMANDS), ...OF_VIEWS].map((name) => `milepost.${name}`);
    deepEqual(declared.sort(), known.sort());
  });

  for (const [name, does] of Object.entries(COMMANDS)) {
    it(`${name} does something, or says why not`, () => does(() => vscode.commands.executeCommand(`milepost.${name}`)));
  }

  it('is not in the palette where it would take git', async () => {
    const entries = async (typed: string): Promise<string> => {
      await vscode.commands.executeCommand('workbench.action.quickOpen', `>Milepost: ${typed}`);
      await page.waitFor('.quick-input-list .monaco-list-row');
      const texts = await page.texts('.quick-input-list .monaco-list-row');
      await page.keys('Escape');
      return texts.join('\n');
    };
    await until(async () => /Why This Date/.test(await entries('Why This Date')), 'a command that is there');
    ok(!/Review Plan Changes/.test(await entries('Review Plan Changes')));
    ok(!/Show History/.test(await entries('Show History')));
    equal((await milepost()).contexts.state, 'plan');
  });
});
