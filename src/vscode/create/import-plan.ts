import * as vscode from 'vscode';
import type { CsvOptions } from '../../core/import/csv/read-csv.ts';
import { type ForeignPlan, readForeignFile } from '../../core/import/read-file.ts';
import { countsText, importReport } from '../../core/import/report.ts';
import { folderProblem } from '../../core/scaffold/folder-name.ts';
import { idFromTitle } from '../../core/scaffold/suggest-id.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { type ImportedPlan, type ImportPlace, importPlan } from '../../workspace/import-plan.ts';
import type { Clock } from '../clock.ts';
import { textsArgument } from '../commands/arguments.ts';
import { Refused, WrongArgument } from '../commands/refused.ts';
import type { Plans } from '../plans/plans.ts';
import { chooseRoot } from './choose-root.ts';
import { createFiles, existing } from './create-files.ts';
import { answered } from './questions.ts';

const GIVEN = ['file', 'folder', 'dates'] as const;
const TITLE = 'Import a Plan';

/**
 * Asks for a file of another tool and for a folder that is not there yet, writes the plan that the file holds, opens its
 * README, and offers to tell what was left aside.
 */
export async function importPlanFile(argument: unknown, plans: Plans, clock: Clock): Promise<readonly vscode.Uri[]> {
  const given = textsArgument(argument, GIVEN);
  const root = await chooseRoot();
  const file = given.file === undefined ? await chooseFile(root) : vscode.Uri.parse(given.file, true);
  const name = file.path.replace(/^.*\//, '');
  const { plan, columns } = await read(file, name, given.dates);
  const folder = given.folder ?? (await chooseFolder(root, plan.program.title ?? ''));
  const wrong = folderProblem(folder);
  if (wrong) throw new WrongArgument(wrong);
  const [taken] = await existing(root, [folder]);
  if (taken !== undefined) throw new Refused(`${taken} is there already, and stays as it is: name another folder`);
  const place = await placeOf(vscode.Uri.joinPath(root, folder), plans);
  const imported = atOnce(importPlan(plan, clock.today, place));
  const uris = await createFiles(
    root,
    imported.files.map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
  );
  await vscode.window.showTextDocument(uris[0] as vscode.Uri);
  tell(name, imported, columns);
  return uris;
}

/** The plan that a new folder will be part of. */
async function placeOf(uri: vscode.Uri, plans: Plans): Promise<ImportPlace | undefined> {
  await plans.settled();
  const file = plans.at(uri);
  return file?.folder.snapshot && { plan: file.folder.snapshot.plan, folder: file.path };
}

async function chooseFile(root: vscode.Uri): Promise<vscode.Uri> {
  const [file] = answered(
    await vscode.window.showOpenDialog({
      title: TITLE,
      defaultUri: root,
      openLabel: 'Import',
      filters: { 'Tables and projects': ['csv', 'tsv', 'txt', 'xml'] },
    }),
  );
  return answered(file);
}

/** Reads a file; where its dates can be read in two ways, somebody is asked which it is. */
async function read(uri: vscode.Uri, name: string, dates: string | undefined): Promise<ForeignPlan> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const readAs = (order: CsvOptions['dates']) =>
    readForeignFile({ name, bytes, utf8: strictUtf8 }, { map: new Map(), types: new Map(), dates: order });
  const first = readAs(dates === 'dmy' || dates === 'mdy' ? dates : undefined);
  const found = 'trouble' in first && first.asks === 'dates' ? readAs(await chooseOrder(first.trouble)) : first;
  if ('trouble' in found) throw new Refused(`${name} cannot be imported: ${found.trouble}`);
  return found;
}

async function chooseOrder(trouble: string): Promise<'dmy' | 'mdy'> {
  const orders = [
    { label: 'The day stands first', description: '21/11/2026', order: 'dmy' as const },
    { label: 'The month stands first', description: '11/21/2026', order: 'mdy' as const },
  ];
  return answered(await vscode.window.showQuickPick(orders, { title: TITLE, placeHolder: trouble })).order;
}

async function chooseFolder(root: vscode.Uri, title: string): Promise<string> {
  const validateInput = async (text: string) => {
    const wrong = folderProblem(text);
    if (wrong) return wrong;
    const [taken] = await existing(root, [text]);
    return taken && `${taken} is there already`;
  };
  const prompt = 'Into which new folder should the plan go?';
  const value = idFromTitle(title) || 'plan';
  return answered(await vscode.window.showInputBox({ title: TITLE, prompt, value, validateInput }));
}

const REPORT = 'What Was Left Aside';

/** Says what was written, without waiting until that is read. */
function tell(name: string, imported: ImportedPlan, columns: ForeignPlan['columns']): void {
  const many = imported.remarks.length;
  const remarks = many === 0 ? '' : ` There is something to look at.`;
  const text = `Milepost: ${countsText(imported.counts)} from ${name}.${remarks}`;
  void vscode.window.showInformationMessage(text, REPORT).then(async (chosen) => {
    if (chosen !== REPORT) return;
    const content = importReport(name, imported, columns);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  });
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
