import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Log } from '../../../src/vscode/log.ts';
import type { FileEvents } from '../../../src/vscode/plans/file-events.ts';
import type { PlanFolder } from '../../../src/vscode/plans/plan-folder.ts';
import type { Plans } from '../../../src/vscode/plans/plans.ts';
import { snapshotOf } from '../../support/plan.ts';
import { disk, importWithStub, Uri, watched, windowState, workspace } from '../../support/vscode-stub.ts';

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
      folders: [{ snapshot, uri: new Uri('/plan') }],
      at: ({ path }: Uri) => ({ folder, path: path.slice('/plan/'.length) }),
      touch: (uris: readonly Uri[]) => touched.push(...uris.map(({ path }) => path.slice('/plan/'.length))),
    } as unknown as Plans;
    const channel = { info: () => {}, error: (text: string) => assert.fail(text) };
    events = new Class(plans, new Log(channel as unknown as ConstructorParameters<typeof Log>[0]));
    touched = [];
  });
  afterEach(() => {
    events.dispose();
    disk.clear();
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

  describe('that a watcher misses', () => {
    const file = (mtime = 0) => ({ mtime, size: 100 });

    /** What plans are told after some time in which no event comes. */
    async function toldInTime(): Promise<readonly string[]> {
      touched = [];
      for (let seconds = 0; seconds < 5; seconds += 0.5) {
        mock.timers.tick(500);
        for (let turns = 0; turns < 50; turns++) await Promise.resolve();
      }
      return touched.toSorted();
    }

    beforeEach(async () => {
      for (const path of ['a.md', 'c.md', 'picture.png']) disk.set(`/plan/atlas/milestones/${path}`, file());
      disk.set('/plan/beta/b.md', file());
      toldOf('created', 'atlas');
      // What was read before its time was known may have changed between the two.
      assert.deepEqual(await toldInTime(), ['atlas/milestones', 'atlas/milestones/a.md', 'atlas/milestones/c.md']);
    });

    it('are found in a folder that came: what is written there, and what comes and goes', async () => {
      assert.deepEqual(await toldInTime(), []);
      disk.set('/plan/atlas/milestones/a.md', file(1));
      assert.deepEqual(await toldInTime(), ['atlas/milestones/a.md']);
      assert.deepEqual(await toldInTime(), []);
      disk.set('/plan/atlas/milestones/new.md', file());
      disk.delete('/plan/atlas/milestones/c.md');
      assert.deepEqual(await toldInTime(), ['atlas/milestones/c.md', 'atlas/milestones/new.md']);
    });

    it('are nobody’s business where no folder came, or where no plan reads the file', async () => {
      disk.set('/plan/beta/b.md', file(1));
      disk.set('/plan/atlas/milestones/picture.png', file(1));
      assert.deepEqual(await toldInTime(), []);
    });

    it('are found when a folder goes, and in what lies there when it is back', async () => {
      for (const path of [...disk.keys()].filter((path) => path.startsWith('/plan/atlas/'))) disk.delete(path);
      assert.deepEqual(await toldInTime(), ['atlas/milestones', 'atlas/milestones/a.md', 'atlas/milestones/c.md']);
      assert.deepEqual(await toldInTime(), []);
      disk.set('/plan/atlas/milestones/a.md', file());
      assert.deepEqual(await toldInTime(), ['atlas/milestones', 'atlas/milestones/a.md']);
    });

    it('are looked for in one round, however often a folder comes', async () => {
      for (let times = 0; times < 20; times++) toldOf('changed', 'atlas');
      await toldInTime();
      const looks = mock.method(workspace.fs as { readDirectory(uri: Uri): unknown }, 'readDirectory');
      await toldInTime();
      assert.ok(looks.mock.callCount() <= 6, String(looks.mock.callCount()));
      looks.mock.restore();
    });

    it('are no longer looked for once nobody wants to know', async () => {
      events.dispose();
      disk.set('/plan/atlas/milestones/a.md', file(1));
      assert.deepEqual(await toldInTime(), []);
    });
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
