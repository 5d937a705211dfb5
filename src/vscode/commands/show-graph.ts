import type { GraphPanel } from '../panels/graph/graph-panel.ts';
import type { Plans } from '../plans/plans.ts';
import { isUri, itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Opens the dependency graph, all of it. */
export function openGraph(panel: GraphPanel): void {
  panel.show();
}

/** Shows an item in the dependency graph, with what is around it: the one that was given, else the one at the cursor. */
export function showInGraph(argument: unknown, plans: Plans, panel: GraphPanel): void {
  const found = (isUri(argument) ? undefined : itemArgument(argument, plans)) ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  panel.show(found);
}
