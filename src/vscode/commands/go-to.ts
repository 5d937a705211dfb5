import * as vscode from 'vscode';
import { itemAt } from '../../core/plan/item-at.ts';
import type { Range } from '../../core/text/range.ts';
import type { Source } from '../../core/text/source.ts';
import { visible } from '../../core/text/visible.ts';
import { itemLabel } from '../../core/views/item-label.ts';
import { toRange, withoutIcons } from '../convert.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { PlanItem } from '../views/elements.ts';
import { itemArgument, placeArgument } from './arguments.ts';

/** Opens an item at its id: the one that was given, else one that is chosen from all there are. */
export async function goToItem(argument: unknown, plans: Plans): Promise<void> {
  const found = itemArgument(argument, plans) ?? (await pickItem(plans));
  if (found) await open(found.folder, found.item.document, found.item.idRange);
}

/** Opens a document at what a finding, or a reason in *Why*, stands on. */
export async function openFinding(argument: unknown): Promise<void> {
  const { folder, place } = placeArgument(argument);
  if (place) await open(folder, place.source, place.range);
}

/** The item that the cursor is in. */
export function itemAtCursor(plans: Plans): PlanItem | undefined {
  const editor = vscode.window.activeTextEditor;
  const file = editor && plans.at(editor.document.uri);
  const plan = file?.folder.snapshot?.plan;
  const document = plan?.documentAt(file?.path ?? '');
  if (!editor || !file || !plan || !document) return undefined;
  const { line, character } = editor.selection.active;
  // Outside of every item, in the prose of a file, its own item is meant.
  const item =
    itemAt(plan, document, document.lines.offsetAt({ line, column: character })) ?? plan.itemsOf(document)[0];
  return item && { folder: file.folder, item };
}

/** Opens a document of a plan with a stretch of it selected; in a column, where that matters. */
export async function open(
  folder: PlanFolder,
  source: Source,
  range: Range,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const selection = toRange(source, range);
  const at = viewColumn === undefined ? {} : { viewColumn };
  await vscode.window.showTextDocument(folder.uriOf(source.path), { selection, preserveFocus: false, ...at });
}

/** Where a text opens so that it does not cover what is in a column: where there is text already, else beside. */
export function columnBeside(taken: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const isOther = ({ viewColumn }: { readonly viewColumn?: vscode.ViewColumn | undefined }): boolean =>
    viewColumn !== undefined && viewColumn !== taken;
  const { visibleTextEditors, tabGroups } = vscode.window;
  return (visibleTextEditors.find(isOther) ?? tabGroups.all.find(isOther))?.viewColumn ?? vscode.ViewColumn.Beside;
}

async function pickItem(plans: Plans): Promise<PlanItem | undefined> {
  const picked = await vscode.window.showQuickPick(plans.folders.flatMap(choicesOf), {
    title: 'Go to Item',
    placeHolder: 'An item, by its title, id, status or date',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.found;
}

function choicesOf(folder: PlanFolder): (vscode.QuickPickItem & { found: PlanItem })[] {
  const { snapshot } = folder;
  if (!snapshot) return [];
  return snapshot.plan.items.map((item) => {
    const { title, description, icon } = itemLabel(item, snapshot);
    return {
      label: `$(${icon}) ${withoutIcons(title)}`,
      description: withoutIcons(visible(item.key)),
      detail: withoutIcons(description),
      found: { folder, item },
    };
  });
}
