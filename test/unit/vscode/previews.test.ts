import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Log } from '../../../src/vscode/log.ts';
import type { PlanFolder } from '../../../src/vscode/plans/plan-folder.ts';
import type { Plans } from '../../../src/vscode/plans/plans.ts';
import type { Platform } from '../../../src/vscode/platform.ts';
import * as previewEngine from '../../../src/vscode/preview/preview-engine.ts';
import type { Previews } from '../../../src/vscode/preview/previews.ts';
import { type Host, UNHURRIED } from '../../../src/workspace/slices.ts';
import { snapshotOf } from '../../support/plan.ts';
import { commands, importWithStub, Uri } from '../../support/vscode-stub.ts';

/** So long the editor waits before it draws a preview again. */
const EDITOR_WAIT = 300;
/** So long it loads a page. What it is given meanwhile it leaves hidden. */
const PAGE_LOADS = 1500;
const BLOCK = '<!-- milepost milestones -->\n<!-- /milepost -->\n';

/** A host on which nothing is computed in a moment: time passes whenever it is asked for. */
let time = 0;
const SLOW: Host = { ...UNHURRIED, now: () => (time += 10) };

/** An editor with previews, and a plan that they show; times are simulated. */
class Editor {
  readonly previews: Previews;
  /** Those that are open. */
  open: Uri[] = [];
  /** Those that are just being loaded: they forget that they were asked. */
  loading: Uri[] = [];
  /** How many live blocks somebody sees in each. */
  readonly seen = new Map<Uri, number | undefined>();
  readonly #busy = new Set<Uri>();
  refreshes = 0;
  readonly failures: string[] = [];
  readonly #files: Record<string, string>;
  readonly #folder: { snapshot: object | undefined };
  #changed: (folder: unknown) => void = () => {};

  constructor(Class: typeof Previews, files: Record<string, string>, host = SLOW, isLoaded = true) {
    this.#files = { 'a.md': '---\ntype: milestone\nid: a\nowner: maria\ntitle: One\n---\n', ...files };
    this.#folder = { snapshot: undefined };
    const plans = {
      isComplete: true,
      onDidChange: (listen: (folder: unknown) => void) => {
        this.#changed = listen;
        return { dispose: () => {} };
      },
      onDidChangeFolders: () => ({ dispose: () => {} }),
      at: ({ path }: Uri) => ({ folder: this.#folder as unknown as PlanFolder, path: path.slice(1) }),
    };
    const channel = { info: () => {}, error: (text: string) => this.failures.push(text) };
    const log = new Log(channel as unknown as ConstructorParameters<typeof Log>[0]);
    this.previews = new Class(plans as unknown as Plans, { host } as Platform, log);
    if (isLoaded) this.previews.begin(previewEngine);
    commands.executeCommand = (name) => {
      assert.equal(name, 'markdown.preview.refresh');
      this.refreshes++;
      const asked = this.open.filter((uri) => !this.loading.includes(uri));
      setTimeout(() => asked.filter((uri) => this.open.includes(uri)).forEach(this.draw), EDITOR_WAIT);
      return Promise.resolve();
    };
  }

  /** Draws a preview, which tells how many live blocks it has: it is asked for the card, and for each block. */
  readonly draw = (uri: Uri): number | undefined => {
    this.previews.contentOf(uri);
    const blocks = this.previews.contentOf(uri)?.blocks.size;
    if (!this.#busy.has(uri)) this.seen.set(uri, blocks);
    this.#busy.add(uri);
    setTimeout(() => this.#busy.delete(uri), PAGE_LOADS);
    return blocks;
  };

  show(...uris: readonly Uri[]): void {
    this.open.push(...uris);
    uris.forEach(this.draw);
  }

  close(uri: Uri): void {
    this.open = this.open.filter((each) => each !== uri);
  }

  edit(title: string): void {
    this.#files['a.md'] = (this.#files['a.md'] ?? '').replace(/title: .*/, `title: ${title}`);
    this.#folder.snapshot = snapshotOf(this.#files);
    this.#changed(this.#folder);
  }

  /** Lets time pass. How often all previews were drawn in it. */
  async pass(seconds: number): Promise<number> {
    const before = this.refreshes;
    for (let ms = 0; ms < seconds * 1000; ms += 20) {
      mock.timers.tick(20);
      await new Promise(setImmediate);
    }
    return this.refreshes - before;
  }
}

const pages = (count: number): Uri[] => Array.from({ length: count }, (_, n) => new Uri(`/p${n}.md`));
const filesOf = (uris: readonly Uri[]): Record<string, string> =>
  Object.fromEntries(uris.map(({ path }) => [path.slice(1), `---\ntype: register\n---\n\n${BLOCK}`]));

describe('previews', () => {
  let Class: typeof Previews;

  before(async () => {
    const url = new URL('../../../src/vscode/preview/previews.ts', import.meta.url);
    ({ Previews: Class } = await importWithStub<{ Previews: typeof Previews }>(url));
  });
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  function start(uris: readonly Uri[]): Editor {
    const editor = new Editor(Class, filesOf(uris));
    editor.edit('One');
    return editor;
  }

  for (const count of [1, 7, 150]) {
    it(`are drawn again when all ${count} of them are known, and each shows its block`, async () => {
      const uris = pages(count);
      const editor = start(uris);
      editor.show(...uris);
      assert.equal(await editor.pass(2.5), 1);
      assert.equal(await editor.pass(20), 1, 'what came while a page was being loaded may be hidden');
      assert.deepEqual(
        uris.map((uri) => editor.seen.get(uri)),
        uris.map(() => 1),
      );
      editor.edit('Two');
      assert.equal(await editor.pass(20), 1);
      assert.equal(await editor.pass(20), 0);
      assert.deepEqual(editor.failures, []);
    });
  }

  it('have what is known in a moment from the first, and are not drawn again for it', async () => {
    const uris = pages(3);
    const editor = new Editor(Class, filesOf(uris), UNHURRIED);
    editor.edit('One');
    assert.deepEqual(uris.map(editor.draw), [1, 1, 1]);
    editor.open.push(...uris);
    assert.equal(await editor.pass(20), 0);
    editor.edit('Two');
    assert.equal(await editor.pass(20), 1);
    assert.deepEqual(editor.failures, []);
  });

  it('that are drawn while their pages are being loaded are drawn once more when all is quiet', async () => {
    const uris = pages(2);
    const editor = start(uris);
    editor.show(...uris);
    await editor.pass(20);
    let drawn = 0;
    for (const title of ['Two', 'Three', 'Four']) {
      editor.edit(title);
      drawn += await editor.pass(0.7);
    }
    assert.equal(drawn, 3);
    assert.equal(await editor.pass(2), 0);
    assert.equal(await editor.pass(30), 1);
  });

  it('are drawn as they are written before what reads plans is loaded, and again when it is', async () => {
    const uris = pages(3);
    const editor = new Editor(Class, filesOf(uris), UNHURRIED, false);
    editor.edit('One');
    editor.show(...uris);
    assert.deepEqual(uris.map(editor.draw), [0, 0, 0]);
    const state = { src: BLOCK, tokens: [], Token: class {} as never };
    editor.previews.replaceBlocks(state);
    assert.deepEqual(state.tokens, []);
    editor.previews.begin(previewEngine);
    assert.equal(await editor.pass(20), 2);
    assert.deepEqual(
      uris.map((uri) => editor.seen.get(uri)),
      [1, 1, 1],
    );
    assert.deepEqual(editor.failures, []);
  });

  it('that are open are not drawn again for one that is closed', async () => {
    const uris = pages(3);
    const [closed, plain] = [uris[0] as Uri, new Uri('/outside.md')];
    for (const open of [uris.slice(1), [plain]]) {
      const editor = start(uris);
      editor.show(closed, ...open);
      await editor.pass(10);
      editor.close(closed);
      editor.edit('Two');
      assert.equal(await editor.pass(30), 1, 'it may be open');
      editor.edit('Three');
      assert.equal(await editor.pass(30), open.includes(plain) ? 0 : 1, 'it is known to be closed');
      // It is there at once with what was known, again with what is, and once more since its page was being loaded.
      editor.show(closed);
      assert.equal(await editor.pass(30), 2);
    }
  });

  it('that somebody only passes by do not have the one drawn again that is looked at', async () => {
    const uris = pages(5);
    const editor = start(uris);
    for (const uri of uris) {
      editor.open = [];
      editor.show(uri);
      await editor.pass(0.2);
    }
    assert.ok((await editor.pass(30)) <= 2);
  });

  it('are asked again, each time later, as long as the first one is being loaded', async () => {
    const [first, second] = pages(2) as [Uri, Uri];
    const editor = start([first, second]);
    editor.loading = [first];
    editor.show(first);
    assert.equal(await editor.pass(5), 4);
    editor.loading = [];
    assert.equal(await editor.pass(30), 1);
    // Another that is open makes no difference.
    editor.loading = [second];
    editor.show(second);
    assert.equal(await editor.pass(5), 4);
    editor.loading = [];
    assert.equal(await editor.pass(30), 1);
    editor.open = [];
    editor.edit('Two');
    assert.equal(await editor.pass(60), 7, 'nobody ever comes');
  });

  it('leave documents to the editor that no plan has, once that is known', async () => {
    const editor = new Editor(Class, filesOf(pages(1)));
    const outside = new Uri('/outside.md');
    editor.show(outside);
    assert.equal(editor.draw(outside), 0, 'nobody has read the plan');
    editor.edit('One');
    assert.equal(await editor.pass(2), 1);
    assert.equal(await editor.pass(10), 1, 'its page was being loaded');
    assert.equal(editor.draw(outside), undefined);
    const another = new Uri('/another.md');
    editor.show(another);
    assert.equal(editor.draw(another), undefined, 'at once');
    assert.equal(await editor.pass(5), 0);
  });

  it('remember no end of documents that somebody has looked at', async () => {
    const uris = pages(400);
    const editor = start(uris);
    for (const uri of uris) {
      editor.open = [];
      editor.show(uri);
      await editor.pass(1);
    }
    // What is forgotten is at first shown as it is written.
    assert.equal(editor.draw(uris[0] as Uri), 0);
    assert.equal(editor.draw(uris[390] as Uri), 1);
  });
});
