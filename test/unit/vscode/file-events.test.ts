import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Log } from '../../../src/vscode/log.ts';
import type { FileEvents } from '../../../src/vscode/plans/file-events.ts';
import type { PlanFolder } from '../../../src/vscode/plans/plan-folder.ts';
import type { Plans } from '../../../src/vscode/plans/plans.ts';
import { snapshotOf } from '../../support/plan.ts';
import { importWithStub, Uri, watched, windowState } from '../../support/vscode-stub.ts';

const milestone = (id: string): string => `---\ntype: milestone\nid: ${id}\nowner: maria\n---\n`;

describe('events of files', () => {
  let Class: typeof FileEvents;
  let events: FileEvents;
  let touched: string[];
  before(async () => {
    const url = new URL('../../../src/vscode/plans/file-events.ts', import.meta.url);
    ({ FileEvents: Class } = await importWithStub<{ FileEvents: typeof FileEvents }>(url));
  });
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const snapshot = snapshotOf({ 'atlas/milestones/a.md': milestone('a'), 'beta/b.md': milestone('b') });
    const service = { takesValuesFrom: () => false, asksFor: () => false };
    const folder = { snapshot, service } as unknown as PlanFolder;
    const plans = {
      at: ({ path }: Uri) => ({ folder, path: path.slice('/plan/'.length) }),
      touch: (uris: readonly Uri[]) => touched.push(...uris.map(({ path }) => path.slice('/plan/'.length))),
    } as unknown as Plans;
    const channel = { info: () => {}, error: (text: string) => assert.fail(text) };
    events = new Class(plans, new Log(channel as unknown as ConstructorParameters<typeof Log>[0]));
    touched = [];
  });
  afterEach(() => {
    events.dispose();
    mock.timers.reset();
  });

  /** What plans are told of what a watcher tells. */
  function toldOf(kind: keyof typeof watched, path: string): readonly string[] {
    touched = [];
    watched[kind].fire(new Uri(`/plan/${path}`));
    mock.timers.tick(60);
    return touched;
  }

  it('of git have the folders looked at that have come with others in them: nobody may be watching these', () => {
    assert.deepEqual(toldOf('created', '.git/index'), []);
    assert.deepEqual(toldOf('created', 'atlas'), ['atlas']);
    assert.deepEqual(toldOf('created', 'beta'), ['beta']);
    assert.deepEqual(toldOf('created', '.git/index'), ['atlas']);
    assert.deepEqual(toldOf('changed', '.git/HEAD'), ['atlas']);
    assert.deepEqual(toldOf('changed', '.git/logs/HEAD'), []);
    assert.deepEqual(toldOf('changed', 'beta/b.md'), ['beta/b.md']);
  });

  it('of git have those looked at that went and came within a moment, of which a watcher says that they changed', () => {
    assert.deepEqual(toldOf('changed', 'atlas'), []);
    assert.deepEqual(toldOf('created', '.git/HEAD'), ['atlas']);
  });

  it('may be missed of such folders: they are looked at when somebody comes back to the window', () => {
    toldOf('created', 'atlas');
    touched = [];
    windowState.fire({ focused: false });
    mock.timers.tick(60);
    assert.deepEqual(touched, []);
    windowState.fire({ focused: true });
    mock.timers.tick(60);
    assert.deepEqual(touched, ['atlas']);
  });
});
