import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Decorations } from '../../../src/vscode/decorations.ts';
import { DraftedPlan } from '../../support/drafted-plan.ts';
import { importWithStub, Uri } from '../../support/vscode-stub.ts';

const milestone = (more = ''): string => `---\ntype: milestone\nid: a\nowner: maria\n${more}---\n`;

describe('marks of files', () => {
  let Class: typeof Decorations;
  before(async () => {
    const url = new URL('../../../src/vscode/decorations.ts', import.meta.url);
    ({ Decorations: Class } = await importWithStub<{ Decorations: typeof Decorations }>(url));
  });
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('follow the plan, also where live blocks are found to hold while it is looked at', async () => {
    const plan = new DraftedPlan({ 'a.md': milestone() });
    await plan.settled();
    const marks = new Class(plan.plans, plan.host, plan.log);
    const marked = async (text: string): Promise<string | undefined> => {
      plan.service.setOpen('a.md', text);
      await new Promise(setImmediate);
      assert.equal(plan.service.snapshot?.isDraft, true);
      mock.timers.tick(300);
      await new Promise(setImmediate);
      assert.equal(plan.service.snapshot.isDraft, false);
      return marks.provideFileDecoration(new Uri('/plan/a.md') as never)?.tooltip;
    };
    assert.equal(await marked(milestone('status: blocked\n')), 'a is blocked');
    assert.equal(await marked(milestone()), undefined);
    marks.dispose();
  });
});
