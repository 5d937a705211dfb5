import * as vscode from 'vscode';
import { match } from '../assert.ts';
import { milepost, milestone, removePlan, willWrite, writePlan } from '../milepost.ts';
import { openFile, page, readFile, until } from '../support.ts';

const WHY = 'a browser has no git; open the folder in VS Code on a desktop';
const PLAN = {
  'milepost.yaml': 'baseline: v1-plan\n',
  'README.md': '---\ntype: program\nid: main\ntitle: The main\nowner: maria\ntarget: 2030-01-31\n---\n',
  'a.md': milestone('a', 'due: 2030-01-31\nstatus: in-progress\nupdated: 2020-01-31\n'),
  'risks.md': '---\ntype: register\nrisks:\n  - { id: R-1, title: R, owner: m, probability: low, impact: low }\n---\n',
};

describe('what git would give, in a browser', () => {
  beforeEach(() => writePlan(PLAN));
  afterEach(removePlan);

  for (const [command, said] of [
    ['openRiskMatrix', `how scores have moved is not known: ${WHY}`],
    ['openTimeline', `drift since v1-plan is not known: ${WHY}`],
    ['openDashboard', `drift since v1-plan is not known: ${WHY}`],
    ['openDashboard', `What has changed is not known: ${WHY}.`],
    ['showHistory', `There is no history to show: ${WHY}.`],
  ] as const) {
    it(`is said by ${command}: ${said.replace(/:.*/, '')}`, async () => {
      const { plans } = await milepost();
      await until(() => plans.folders[0]?.snapshot?.plan.items.length === 3, 'the plan');
      await vscode.commands.executeCommand(`milepost.${command}`, ...(command === 'showHistory' ? ['a'] : []));
      await until(async () => {
        const text = await page.text('body', { webview: true });
        return text.includes(said) || Promise.reject(new Error(text));
      }, said);
      await page.screenshot(`without git ${command}`);
    });
  }

  it('is said on what is stale by the dates in the plan alone', async () => {
    const { attentionView } = await milepost();
    const tooltip = await until(async () => {
      for (const group of await attentionView.getChildren()) {
        for (const element of await attentionView.getChildren(group)) {
          const { tooltip } = attentionView.getTreeItem(element);
          if (typeof tooltip === 'string' && tooltip.includes('stale, a.md')) return tooltip;
        }
      }
      return undefined;
    }, 'what is stale');
    match(tooltip, new RegExp(`Dates in the plan alone tell when it was touched: ${WHY}`));
  });

  it('is said in a report, which is written all the same', async () => {
    await openFile('README.md');
    await willWrite('updates');
    const running = vscode.commands.executeCommand('milepost.writeReport');
    for (const choice of ['Those who steer', 'A week ago']) {
      await page.waitFor(`.quick-input-list .monaco-list-row:has-text("${choice}")`);
      await page.click(`.quick-input-list .monaco-list-row:has-text("${choice}")`);
    }
    await running;
    const report = await until(() => vscode.window.activeTextEditor?.document, 'the report');
    const path = vscode.workspace.asRelativePath(report.uri, false);
    await willWrite(path);
    match(await readFile(path), new RegExp(`What has changed is not known: ${WHY}\\.`));
  });
});
