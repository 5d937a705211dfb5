import type { Plans } from '../plans/plans.ts';
import type { ProgramView } from '../views/program-view.ts';
import { isUri, itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Shows an item in the program tree: the one that was given, else the one that the cursor is in. */
export async function revealItem(argument: unknown, plans: Plans, view: ProgramView): Promise<void> {
  // The editor's menu gives the address of the document, which says less than the cursor does.
  const given = isUri(argument) ? undefined : itemArgument(argument, plans);
  const found = given ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  if (await view.reveal(found.folder, found.item)) return;
  throw new Refused(`${found.item.id} is not shown in the tree, which leaves out what is done`);
}
