import * as vscode from 'vscode';
import { milepost, milestone, removePlan, writePlan } from '../milepost.ts';
import { page, until } from '../support.ts';

const { executeCommand } = vscode.commands;

describe('the walkthrough', () => {
  afterEach(async () => {
    await executeCommand('workbench.action.closeAllEditors');
    await removePlan();
  });

  it('ticks the first plan as written where one is there already', async () => {
    await writePlan({ 'a.md': milestone('a') });
    const { contexts } = await milepost();
    await until(() => contexts.state === 'plan', 'the window to know that there is a plan');
    await executeCommand('workbench.action.openWalkthrough', 'milepost.milepost#start', false);
    const ticked = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-done-step-id][aria-checked="true"]')].map(
          (step) => step.getAttribute('data-done-step-id') ?? '',
        ),
      );
    await until(
      async () =>
        (await ticked()).includes('milepost.milepost#start#plan') || Promise.reject(new Error(`${await ticked()}`)),
      'the step to be ticked',
    );
  });
});
