import type { Direction } from '../../core/views/waits/waits-tree.ts';
import type { Plans } from '../plans/plans.ts';
import type { ChainView } from '../views/chain-view.ts';
import { WAITS } from '../views/questions.ts';
import { isUri, itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Shows what waits for an item, or what it waits for: the one that was given, else the one that the cursor is in. */
export async function waits(argument: unknown, direction: Direction, plans: Plans, view: ChainView): Promise<void> {
  const found = (isUri(argument) ? undefined : itemArgument(argument, plans)) ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  await view.ask(WAITS[direction], found.folder, found.item);
}

/** Turns the view around: from what waits for an item to what it waits for, and back. */
export async function turnWaits(view: ChainView): Promise<void> {
  const { asked } = view;
  if (asked) await view.ask(asked.question === WAITS.after ? WAITS.before : WAITS.after, asked.folder, asked.item);
}
