import type { Item } from '../../core/plan/item.ts';
import type { Plans } from '../plans/plans.ts';
import type { ChainView } from '../views/chain-view.ts';
import type { PlanItem } from '../views/elements.ts';
import { WHY } from '../views/questions.ts';
import { isUri, itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Shows why an item is forecast for its date: the one that was given, else the one that the cursor is in. */
export async function why(argument: unknown, plans: Plans, view: ChainView): Promise<void> {
  const given = isUri(argument) ? undefined : itemArgument(argument, plans);
  const found = given ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  await view.ask(WHY, found.folder, askedAbout(found));
}

/** Of a program, what finishes it. */
function askedAbout({ folder, item }: PlanItem): Item {
  if (item.type.name !== 'program') return item;
  const schedule = folder.snapshot?.state.schedule;
  return schedule?.goalOf(item.id) ?? schedule?.program(item.id)?.criticalPath.at(-1) ?? item;
}
