import * as vscode from 'vscode';
import { linkTo, referenceTo } from '../../core/views/item-link.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { PlanItem } from '../views/elements.ts';
import { itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Copies what `depends_on` and its like call an item. */
export async function copyReference(argument: unknown, plans: Plans): Promise<void> {
  const { folder, item } = chosenItem(argument, plans);
  const plan = folder.snapshot?.plan;
  if (plan) await copy(referenceTo(item, plan));
}

/** Copies a Markdown link to an item, as it is written in the active document. */
export async function copyLink(argument: unknown, plans: Plans): Promise<void> {
  const { folder, item } = chosenItem(argument, plans);
  await copy(linkTo(item, activePath(folder)));
}

function chosenItem(argument: unknown, plans: Plans): PlanItem {
  const found = itemArgument(argument, plans) ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  return found;
}

function activePath(folder: PlanFolder): string {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return (uri && folder.pathOf(uri)) ?? '';
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(copy) ${text.replaceAll('$(', '\\$(')}`, 3000);
}
