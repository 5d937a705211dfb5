import type { HistoryPanel } from '../panels/history/history-panel.ts';
import type { Plans } from '../plans/plans.ts';
import { isUri, itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Shows how the due date of an item has moved: the one that was given, else the one that the cursor is in. */
export async function showHistory(argument: unknown, plans: Plans, panel: HistoryPanel): Promise<void> {
  const given = isUri(argument) ? undefined : itemArgument(argument, plans);
  const found = given ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  await panel.show(found);
}
