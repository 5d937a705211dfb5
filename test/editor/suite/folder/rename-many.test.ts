import * as vscode from 'vscode';
import { FileMoves } from '../../../../src/vscode/language/file-moves.ts';
import { Renames } from '../../../../src/vscode/language/renames.ts';
import { deepEqual, equal, match } from '../assert.ts';
import { launch } from '../bridge.ts';
import { milepost, milestone, removePlan, untilTold, willWrite } from '../milepost.ts';
import { pressRename } from '../rename.ts';
import { openFile, page, readFile, until, workspaceFile, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;

/** The editor needs some 15 ms for each file that it applies, saves or takes back: one launch does it with all of them. */
const COUNT = launch().name === 'newest' ? 2000 : 200;

/** Of what is undone and not saved the editor opens every file, which takes longer than all the rest. */
const SAVES_ITSELF = COUNT === 2000;

/** A file that names the hub, in one of several ways of writing. */
function naming(n: number, hub: string): string {
  const ways = [
    () => milestone(`m${n}`, `depends_on: [${hub}]\n`),
    () => `\ufeff${milestone(`m${n}`, `depends_on: "${hub} +2d"  # as it was\n`)}`,
    () => milestone(`m${n}`, `depends_on:\n  - ${hub}\n`).replaceAll('\n', '\r\n'),
    () => `${milestone(`m${n}`)}\nSee [[${hub}|the hub]], and [[${hub}]]`,
  ];
  return (ways[n % ways.length] as () => string)();
}

/** The bytes of all files, by path, while the hub has a name. */
function filesWith(hub: string): ReadonlyMap<string, string> {
  const files = new Map([['hub.md', milestone(hub).replace(`The ${hub}`, 'The hub')]]);
  for (let n = 0; n < COUNT; n++) files.set(`many/m${n}.md`, naming(n, hub));
  return files;
}

const BEFORE = filesWith('hub');
const AFTER = filesWith('axle');

/** Does something with each of many, 50 at a time. */
async function forEach<T>(all: Iterable<T>, act: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  while (left.length > 0) await Promise.all(left.splice(0, 50).map(act));
}

/** The files that are not what they should be. */
async function otherThan(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const others: string[] = [];
  const exact = new TextDecoder('utf-8', { ignoreBOM: true });
  await forEach(files, async ([path, text]) => {
    if (exact.decode(await vscode.workspace.fs.readFile(workspaceFile(path))) !== text) others.push(path);
  });
  return others;
}

const unsaved = (): readonly string[] =>
  vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path);

/** Nothing has changed: no byte of a file, and no text in the editor. */
async function checkUntouched(): Promise<void> {
  deepEqual(unsaved(), []);
  deepEqual(await otherThan(BEFORE), []);
}

/** Waits until the plan knows every file as it is with a name of the hub. */
async function untilNamed(hub: string): Promise<void> {
  const { plans } = await milepost();
  await until(
    () => {
      const plan = plans.folders[0]?.snapshot?.plan;
      const named = plan?.items.find(({ id }) => id === hub);
      const count = named ? new Set(plan?.referencesTo(named).map(({ from }) => from)).size : 0;
      // A quarter of them names it in prose only.
      return (
        (plan?.items.length === COUNT + 1 && count === COUNT * 0.75) || Promise.reject(new Error(`${hub}: ${count}`))
      );
    },
    `the plan with ${hub}`,
    90_000,
  );
}

async function hub(): Promise<{ editor: vscode.TextEditor; at: vscode.Position }> {
  const editor = await openFile('hub.md');
  return { editor, at: editor.document.positionAt(editor.document.getText().indexOf('hub') + 1) };
}

describe(`row 32: a rename that touches ${COUNT} files`, () => {
  let isWritten = false;
  beforeEach(async function () {
    this.timeout(120_000);
    if (isWritten) return;
    await milepost();
    // What an earlier try has left in editors would stand before what is in the files.
    await vscode.workspace.saveAll(false);
    for (const top of ['hub.md', 'many']) await willWrite(top);
    await forEach(BEFORE, ([path, text]) => writeFile(path, text));
    await untilNamed('hub');
    isWritten = true;
  });
  after(async () => {
    await autoSave(undefined);
    await removePlan();
  });

  it('changes nothing where it is cancelled while it is computed', async () => {
    const { plans, log } = await milepost();
    const { editor, at } = await hub();
    // A clock that is always late: there is a pause after every step.
    let now = 0;
    let pauses = 0;
    let cancelAt = 0;
    let source = new vscode.CancellationTokenSource();
    const host = {
      now: () => ++now * 1000,
      pause: async () => {
        if (++pauses === cancelAt) source.cancel();
      },
    };
    const moves = new FileMoves(plans, { host }, log);
    const renames = new Renames(plans, { host }, moves, log);
    const renamed = (): Promise<vscode.WorkspaceEdit | undefined> => {
      source = new vscode.CancellationTokenSource();
      pauses = 0;
      return renames.provideRenameEdits(editor.document, at, 'axle', source.token);
    };
    equal((await renamed())?.size, COUNT + 1);
    for (cancelAt of [1, pauses]) {
      equal(await renamed(), undefined);
      equal(pauses, cancelAt);
    }
    // While the files are looked at, too.
    const { folder, restore } = await watchingFiles((count) => count === COUNT / 2 && source.cancel());
    cancelAt = 0;
    equal(await renamed(), undefined);
    equal(folder.asked < COUNT, true);
    restore();
    moves.dispose();
    await checkUntouched();
  });

  it('changes nothing where it fails while it is computed, and says why', async () => {
    const { editor, at } = await hub();
    const { restore } = await watchingFiles((count) => {
      if (count === COUNT) throw new Error('the disk is gone');
    });
    try {
      await pressRename(editor, at, 'axle');
      await untilTold(/the disk is gone/);
    } finally {
      restore();
    }
    await checkUntouched();
    const last = `many/m${COUNT - 1}.md`;
    await writeFile(last, `${BEFORE.get(last)}\ufffd\n`);
    await pressRename(editor, at, 'axle');
    await untilTold(/m\d+\.md:8 would change, and holds U\+FFFD/);
    await writeFile(last, BEFORE.get(last) as string);
    await checkUntouched();
  });

  it('is shown before it is applied, and nothing changes where it is discarded', async function () {
    this.timeout(120_000);
    const { editor, at } = await hub();
    await pressRename(editor, at, 'axle', 'Control+Enter');
    await page.waitFor('.bulk-edit-panel .monaco-list-row', { timeout: 60_000 });
    match(await page.text('.bulk-edit-panel .monaco-list-row >> nth=0'), /\.md/);
    await executeCommand('refactorPreview.discard');
    await page.waitFor('.bulk-edit-panel .monaco-list-row', { state: 'hidden' });
    await checkUntouched();
  });

  it('is applied and saved as one edit, and one step back undoes it to the byte', async function () {
    this.timeout(300_000);
    isWritten = false;
    const { editor, at } = await hub();
    await pressRename(editor, at, 'axle');
    await until(async () => (await readFile('hub.md')).includes('id: axle'), 'the rename to be saved', 90_000);
    // Undone while it is saved, it is undone in what the editor shows and not in the file: the editor then has the text
    // that it has read, takes that for saved, and the file gets what was to be saved.
    await until(() => unsaved().length === 0, 'everything to be saved', 90_000);
    deepEqual(await otherThan(AFTER), []);
    await untilNamed('axle');
    await openFile('hub.md');
    await executeCommand('workbench.action.focusActiveEditorGroup');
    if (SAVES_ITSELF) await autoSave('afterDelay');
    await executeCommand('undo');
    await untilNamed('hub');
    if (!SAVES_ITSELF) {
      equal(unsaved().length, COUNT + 1);
      await vscode.workspace.saveAll(false);
    }
    await until(() => unsaved().length === 0, 'everything to be saved', 90_000);
    deepEqual(await otherThan(BEFORE), []);
    await untilNamed('hub');
  });
});

const autoSave = (value: 'afterDelay' | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Workspace);

/** Has a test hear of each file that the plan looks for, until it is restored. */
async function watchingFiles(
  heard: (count: number) => unknown,
): Promise<{ folder: { asked: number }; restore: () => void }> {
  const [plan] = (await milepost()).plans.folders;
  if (!plan) throw new Error('There is no plan');
  const { uriOf } = plan;
  const folder = { asked: 0 };
  plan.uriOf = (path) => {
    heard(++folder.asked);
    return uriOf.call(plan, path);
  };
  return { folder, restore: () => Reflect.deleteProperty(plan, 'uriOf') };
}
