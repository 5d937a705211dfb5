import assert from 'node:assert/strict';
import type { Diagnostics } from '../../../src/vscode/diagnostics.ts';
import type { Platform } from '../../../src/vscode/platform.ts';
import type { RulePages } from '../../../src/vscode/rule-pages.ts';
import { DraftedPlan } from '../../support/drafted-plan.ts';
import { diagnostics, importWithStub } from '../../support/vscode-stub.ts';

const NAMES = ['a', 'b', 'c'];
const milestone = (id: string, more = ''): string => `---\ntype: milestone\nid: ${id}\nowner: maria\n${more}---\n`;

describe('findings in the editor', () => {
  let Class: typeof Diagnostics;
  before(async () => {
    const url = new URL('../../../src/vscode/diagnostics.ts', import.meta.url);
    ({ Diagnostics: Class } = await importWithStub<{ Diagnostics: typeof Diagnostics }>(url));
  });

  it('are told of all files, also where live blocks are found to hold before the last of them', async () => {
    const plan = new DraftedPlan(Object.fromEntries(NAMES.map((name) => [`${name}.md`, milestone(name)])));
    const { service, plans, host, log, published } = plan;
    await plan.settled();
    published.length = 0;
    const shown = new Class(plans, { linkOf: () => undefined } as unknown as RulePages, { host } as Platform, log);
    const told = async (): Promise<readonly number[]> => {
      // One telling waits for the other, which waits for all else.
      for (let turn = 0; turn <= NAMES.length; turn++) await new Promise(setImmediate);
      await plan.settled();
      return NAMES.map((name) => diagnostics.get(`file:///plan/${name}.md`)?.length ?? 0);
    };
    for (const name of NAMES) service.setOpen(`${name}.md`, milestone(name, 'colour: red\n'));
    assert.deepEqual(await told(), [1, 1, 1]);
    for (const name of NAMES) service.setOpen(`${name}.md`, milestone(name));
    assert.deepEqual(await told(), [0, 0, 0]);
    assert.deepEqual(published, [true, true]);
    shown.dispose();
  });
});
