import assert from 'node:assert/strict';
import type { Clock } from '../../../src/vscode/clock.ts';
import { Log } from '../../../src/vscode/log.ts';
import type { PlanFolder } from '../../../src/vscode/plans/plan-folder.ts';
import type { Plans } from '../../../src/vscode/plans/plans.ts';
import type { Platform } from '../../../src/vscode/platform.ts';
import { importWithStub, Uri, workspace } from '../../support/vscode-stub.ts';

/** The plans of a workspace with one folder, and the code that reads them, which is loaded when a test says so. */
class Window {
  readonly plans: Plans;
  /** The folders of which plans were made, and are not disposed. */
  readonly reading: string[] = [];
  loads = 0;
  load: () => void = () => {};

  constructor(Class: typeof Plans) {
    const { reading } = this;
    class Folder {
      readonly service = { settled: () => Promise.resolve(), touch: () => {} };
      readonly uri: Uri;

      constructor(uri: Uri) {
        this.uri = uri;
        reading.push(uri.path);
      }

      dispose(): void {
        reading.splice(reading.indexOf(this.uri.path), 1);
      }
    }
    const loaded = { PlanFolder: Folder as unknown as typeof PlanFolder };
    const clock = { today: 0, onDidChange: () => ({ dispose: () => {} }) } as unknown as Clock;
    const channel = { info: () => {}, error: (text: string) => assert.fail(text) };
    const log = new Log(channel as unknown as ConstructorParameters<typeof Log>[0]);
    const engine = new Promise<typeof loaded>((resolve) => {
      this.load = () => resolve(loaded);
    });
    this.plans = new Class(clock, {} as Platform, log, () => {
      this.loads++;
      return engine;
    });
  }
}

describe('the plans of a workspace', () => {
  let Class: typeof Plans;
  before(async () => {
    ({ Plans: Class } = await importWithStub<{ Plans: typeof Plans }>(
      new URL('../../../src/vscode/plans/plans.ts', import.meta.url),
    ));
    workspace.workspaceFolders = [{ uri: new Uri('/atlas'), name: 'atlas' }];
  });
  after(() => {
    workspace.workspaceFolders = [];
  });

  it('are not taken for read by who asks before the code that reads them is loaded', async () => {
    const window = new Window(Class);
    let folders = -1;
    const settled = window.plans.settled().then(() => {
      folders = window.plans.folders.length;
    });
    await Promise.resolve();
    assert.equal(folders, -1);
    assert.equal(window.plans.isComplete, false);
    window.load();
    await settled;
    assert.equal(folders, 1);
    await window.plans.start();
    assert.deepEqual([window.reading, window.loads], [['/atlas'], 1]);
  });

  it('are made once, however often reading begins while that code is loaded', async () => {
    const window = new Window(Class);
    const begun = [window.plans.start(), window.plans.restart(), window.plans.settled()];
    window.load();
    await Promise.all(begun);
    assert.deepEqual(window.reading, ['/atlas']);
  });

  it('are not read any more in a window that is closed while that code is loaded', async () => {
    const window = new Window(Class);
    const begun = window.plans.start();
    window.plans.dispose();
    window.load();
    await begun;
    assert.deepEqual(window.reading, []);
  });
});
