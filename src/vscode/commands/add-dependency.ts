import * as vscode from 'vscode';
import { isEditable } from '../../core/fixes/documents.ts';
import { shown } from '../../core/fixes/words.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { itemLabel } from '../../core/views/item-label.ts';
import { addDependency, canWait, mayWaitFor } from '../../language/actions/add-dependency.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { withoutIcons } from '../convert.ts';
import { answered } from '../create/questions.ts';
import { changedSince, editFor } from '../fixes/edit-for.ts';
import type { Plans } from '../plans/plans.ts';
import { isUri, itemArgument, textsArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused, WrongArgument } from './refused.ts';

const GIVEN = ['item', 'on'] as const;

/** Makes an item wait for another, which is chosen: the one that was given, else the one that the cursor is in. */
export async function addDependencyTo(argument: unknown, plans: Plans): Promise<boolean> {
  const given = textsArgument(isUri(argument) ? undefined : argument, GIVEN);
  const found = itemArgument(given.item, plans) ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  const { folder } = found;
  const snapshot = await folder.service.settled();
  const item = snapshot.plan.items.find(({ key }) => key === found.item.key);
  if (!item || !canWait(item)) throw new Refused(`${shown(found.item.id)} waits for nothing: milestones do`);
  if (!isEditable(item)) throw new Refused(`${shown(item.id)} cannot be read as a whole: mend its document first`);
  const fitting = mayWaitFor(item, snapshot.plan);
  const on =
    given.on === undefined ? await choose(item, fitting, snapshot) : fitting.find(({ key }) => key === given.on);
  if (!on) throw new WrongArgument(`${shown(item.id)} cannot wait for ${shown(given.on ?? '')}`);
  const edits = addDependency(item, on, snapshot.plan);
  if (!edits) throw new Refused(`there is no sure place for it in ${shown(item.document.path)}: write it by hand`);
  const changed = await changedSince([item.document.path], { folder, snapshot });
  if (changed.length > 0) throw new Refused(`${shown(item.document.path)} is changing: try again`);
  return vscode.workspace.applyEdit(await editFor({ edits }, { folder, snapshot }));
}

async function choose(item: Item, fitting: readonly Item[], snapshot: Snapshot): Promise<Item> {
  const choices = fitting.map((one) => {
    const { title, description, icon } = itemLabel(one, snapshot);
    return {
      label: `$(${icon}) ${withoutIcons(title)}`,
      description: withoutIcons(visible(one.key)),
      detail: withoutIcons(description),
      one,
    };
  });
  const placeHolder = `What does ${shown(item.id)} wait for?`;
  const options = { title: 'Add a Dependency', placeHolder, matchOnDescription: true, matchOnDetail: true };
  return answered(await vscode.window.showQuickPick(choices, options)).one;
}
