import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Milepost } from '../../../../src/vscode/activate.ts';
import { pause, workspaceFile } from '../support.ts';
import { coldCheck, kept, shownFindings } from './cold-check.ts';
import { pathOf, unsaved } from './texts.ts';

/** How long the editor may take to show what there is: long enough for a machine that is busy. */
const PATIENCE_MS = 60_000;

/**
 * Waits until the editor shows what a cold check finds, or nothing where it is to show nothing, and gives that. What is
 * different to the last is told.
 */
export async function untilAsCold(today: string, isShown: boolean): Promise<readonly string[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const texts = unsavedNow();
    const cold = isShown ? await coldCheck(today) : [];
    // The editor itself may still read or leave a document: then it is another question.
    while (texts === unsavedNow()) {
      const shown = shownFindings();
      if (isSame(shown, cold)) return cold;
      if (performance.now() > end) throw new Error(difference(shown, cold));
      await pause(20);
    }
  }
}

const unsavedNow = (): string =>
  unsaved()
    .map(({ uri, version }) => `${uri} ${version}`)
    .join();

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);

function difference(shown: readonly string[], cold: readonly string[]): string {
  const [more, less] = [without(shown, cold), without(cold, shown)];
  return [
    `The editor shows ${shown.length} findings, a cold check finds ${cold.length}.`,
    ...more.map((finding) => `+ shown alone: ${finding}`),
    ...less.map((finding) => `- found alone: ${finding}`),
    ...new Set([...more, ...less].map((finding) => knownOf(finding.slice(0, finding.indexOf(':'))))),
    ...unsaved().map(({ uri }) => `not saved: ${pathOf(uri)}`),
    `The files as they stand in the editor: ${kept()}`,
  ].join('\n');
}

/** Whether the plan has a file as it is on the disk, so that it shows who is behind: the engine, or whoever tells it of files. */
function knownOf(path: string): string {
  const uri = workspaceFile(path);
  const milepost = vscode.extensions.getExtension('milepost.milepost') as vscode.Extension<Milepost>;
  const { plans } = milepost.exports;
  const file = plans.at(uri);
  const known = file?.folder.snapshot?.plan.documentAt(file.path)?.text;
  const there = existsSync(uri.fsPath) ? readFileSync(uri.fsPath, 'utf8') : undefined;
  const open = vscode.workspace.textDocuments.find((document) => String(document.uri) === String(uri));
  const editor = open ? `open, ${open.isDirty ? 'not saved' : 'saved'}, ${sameAs(open.getText(), there)}` : 'not open';
  return `In the plan ${path} is ${sameAs(known, there)}; in the editor it is ${editor}`;
}

const sameAs = (text: string | undefined, there: string | undefined): string =>
  text === undefined ? 'not there' : text === there ? 'as on the disk' : 'another than on the disk';

/** Those of some that are not among others as often. */
function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return some.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
