import * as vscode from 'vscode';
import type { Milepost } from '../../../src/vscode/activate.ts';
import type { PlanFolder } from '../../../src/vscode/plans/plan-folder.ts';
import type { AttentionElement } from '../../../src/vscode/views/attention-view.ts';
import type { ChainElement, ChangeElement, ProgramElement } from '../../../src/vscode/views/elements.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import {
  activate,
  closeEditors,
  deleteFile,
  page,
  pause,
  readFile,
  until,
  workspaceFile,
  writeFile,
} from './support.ts';

/** The parts of the extension under test, once it has read everything and the editor watches files. */
export async function milepost(): Promise<Milepost> {
  const parts = (await activate()).exports as Milepost;
  watching ??= watch();
  await watching;
  await until(() => parts.plans.isComplete, 'the plans to be read');
  return parts;
}

let watching: Promise<void> | undefined;

/** What happens to files before the editor has begun to watch them, nobody hears of. */
async function watch(): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/probe-*.txt');
  let heard = 0;
  watcher.onDidCreate(() => heard++);
  for (let i = 0; heard === 0 && i < 40; i++) {
    await writeFile(`probe-${i}.txt`, '');
    await pause(100);
    await deleteFile(`probe-${i}.txt`);
  }
  watcher.dispose();
}

/** What tests have written, at the top of the folder; with the text that stood there before. */
const written = new Map<string, string | undefined>();

/** Writes files of a plan behind the editor's back; `removePlan` takes them away again. */
export async function writePlan(files: Readonly<Record<string, string>>): Promise<void> {
  await milepost();
  for (const [path, text] of Object.entries(files)) {
    await willWrite(path);
    await writeFile(path, text);
  }
}

/** For what a test has the extension create. */
export async function willWrite(path: string): Promise<void> {
  const top = path.split('/')[0] as string;
  if (!written.has(top)) written.set(top, top === path ? await readFile(path).catch(() => undefined) : undefined);
}

/** Puts everything back as it was before the test, and waits until the extension has noticed. */
export async function removePlan(): Promise<void> {
  await closeEditors();
  for (const [path, before] of written) {
    if (before !== undefined) await writeFile(path, before);
    else await deleteFile(path).catch(() => {});
  }
  written.clear();
  const { plans } = await milepost();
  const left = () => plans.folders.flatMap(({ snapshot }) => snapshot?.plan.documents.map(({ path }) => path) ?? []);
  await until(() => left().length === 0 || Promise.reject(new Error(left().join(', '))), 'the plan to be gone');
}

/**
 * Waits until a view of the plan has looked at the plan as it is now, whether or not there was anything else to be seen in
 * it. What it shows is kept with the snapshot that it is of; that is nobody's business but a test's.
 */
export async function untilShownAnew(view: object): Promise<void> {
  const { plans } = await milepost();
  await plans.settled();
  const looked = view as { readonly shown?: { readonly folder: PlanFolder; readonly snapshot: Snapshot } };
  await until(() => {
    const { snapshot, folder } = looked.shown ?? {};
    return snapshot !== undefined && snapshot === folder?.snapshot;
  }, 'a view to have looked at the plan');
}

/** The findings that the editor shows for a file: `code line:column-column`. */
export function shown(path: string, folder?: string): string[] {
  return diagnosticsOf(path, folder).map(({ code, range }) => {
    const end = range.end.line === range.start.line ? '' : `${range.end.line + 1}:`;
    return `${codeOf(code)} ${range.start.line + 1}:${range.start.character + 1}-${end}${range.end.character + 1}`;
  });
}

export function diagnosticsOf(path: string, folder?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(workspaceFile(path, folder))
    .filter(({ source }) => source === 'milepost')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);

/** Waits until the editor shows exactly these findings for a file. */
export async function untilShown(path: string, expected: readonly string[], folder?: string): Promise<void> {
  await until(
    () =>
      JSON.stringify(shown(path, folder)) === JSON.stringify(expected) ||
      Promise.reject(new Error(String(shown(path, folder)))),
    `${path} to show ${JSON.stringify(expected)}`,
  );
}

/** Waits until the window has told the person at it something. In tests it shows no toasts, only its list. */
export async function untilTold(message: RegExp, ms?: number): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
  await until(
    async () => {
      const told = await page.texts('.notifications-center .notification-list-item-message');
      return told.some((text) => message.test(text)) || Promise.reject(new Error(told.join('\n')));
    },
    `a message like ${message}`,
    ms,
  );
  await vscode.commands.executeCommand('notifications.clearAll');
}

/** The program tree as text, two spaces a level. */
export function drawTree({ programView }: Milepost): string {
  const draw = (elements: readonly ProgramElement[], indent: string): string =>
    elements
      .map((element) => `${indent}${programView.getTreeItem(element).label}\n${draw(element.children, `${indent}  `)}`)
      .join('');
  return draw(programView.getChildren(), '');
}

/** The element of the program tree with that label. */
export function treeElement({ programView }: Milepost, label: string): ProgramElement | undefined {
  const find = (elements: readonly ProgramElement[]): ProgramElement | undefined => {
    for (const element of elements) {
      const found = element.node.label === label ? element : find(element.children);
      if (found) return found;
    }
    return undefined;
  };
  return find(programView.getChildren());
}

export async function untilTree(parts: Milepost, expected: string): Promise<void> {
  await until(
    () => drawTree(parts) === expected || Promise.reject(new Error(`\n${drawTree(parts)}`)),
    `the tree to be\n${expected}`,
  );
}

/** *Needs attention* as text: groups, and below them names and reasons. */
export async function drawAttention({ attentionView }: Milepost): Promise<string> {
  const draw = async (elements: readonly AttentionElement[], indent: string): Promise<string> => {
    let drawn = '';
    for (const element of elements) {
      const { label, description } = attentionView.getTreeItem(element);
      drawn += `${indent}${label} ${description}\n`;
      drawn += await draw(await attentionView.getChildren(element), `${indent}  `);
    }
    return drawn;
  };
  return draw(await attentionView.getChildren(), '');
}

/** Waits until *Needs attention* is as expected, and gives it as text. */
export async function untilAttention(expected: RegExp): Promise<string> {
  const parts = await milepost();
  return until(async () => {
    const drawn = await drawAttention(parts);
    return expected.test(drawn) ? drawn : Promise.reject(new Error(drawn));
  }, `${expected}`);
}

/** *Why* as text, two spaces a level, as far as it drives. */
export const drawWhy = ({ whyView }: Milepost): string => drawChain(whyView);

/** *What Waits for What* as text, two spaces a level, as far down as it goes. */
export const drawWaits = ({ waitsView }: Milepost): string => drawChain(waitsView);

function drawChain(view: Milepost['whyView']): string {
  const draw = (elements: readonly ChainElement[], indent: string): string =>
    elements
      .filter(({ node }) => node.kind !== 'idle')
      .map((element) => {
        const { label, description } = view.getTreeItem(element);
        return `${indent}${label} ${description}\n${draw(element.children, `${indent}  `)}`;
      })
      .join('');
  return draw(view.getChildren(), '');
}

/** *Plan Changes* as text, two spaces a level. */
export function drawChanges({ changeView }: Milepost): string {
  const draw = (elements: readonly ChangeElement[], indent: string): string =>
    elements
      .map((element) => {
        const { label, description } = changeView.getTreeItem(element);
        return `${indent}${label} ${description}\n${draw(element.children, `${indent}  `)}`;
      })
      .join('');
  return draw(changeView.getChildren(), '');
}

/** Lines of a tree. */
export const lines = (...texts: string[]): string => texts.map((text) => `${text}\n`).join('');

/** A file of one milestone without findings, but for what `more` says. */
export const milestone = (id: string, more = ''): string =>
  `---\ntype: milestone\nid: ${id}\ntitle: The ${id}\nowner: maria\n${more}---\n`;
