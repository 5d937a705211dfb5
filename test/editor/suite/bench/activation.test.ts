import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { post } from '../bridge.ts';
import { milepost } from '../milepost.ts';
import { page, until } from '../support.ts';

/** What the editor says of each extension that runs: its name, and how long it took to load and to activate it. */
const rows = () =>
  page.texts('.runtime-extensions-editor .monaco-list-row').then((texts) =>
    texts.flatMap((text) => {
      const ms = /Activation: (\d+)ms/.exec(text)?.[1];
      return ms === undefined ? [] : { text, ms: Number(ms) };
    }),
  );

describe('bench', () => {
  it('activation', async () => {
    const { activationMs } = await milepost();
    // The costliest stand first, and only what there is room for is there at all.
    await page.resize(1200, 2600);
    await vscode.commands.executeCommand('workbench.action.showRuntimeExtensions');
    await until(async () => (await rows()).length > 2, 'what the editor says of extensions');
    const told = await rows();
    const of = (name: RegExp): number | undefined => told.find(({ text }) => name.test(text))?.ms;
    const [own, git] = [of(/^Milepost\n/), of(/^Git\n/)];
    ok(own !== undefined && git !== undefined, JSON.stringify(told));
    await post({ event: 'figure', name: 'activation', figure: { own, git, ready: activationMs } });
  });
});
