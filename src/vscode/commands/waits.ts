import type { Plans } from '../plans/plans.ts';
import type { ChainView, Question } from '../views/chain-view.ts';
import { isUri, itemArgument } from './arguments.ts';
import { itemAtCursor } from './go-to.ts';
import { Refused } from './refused.ts';

/** Answers a question about an item, such as what waits for it: the one that was given, else the one that the cursor is in. */
export async function waits(argument: unknown, question: Question, plans: Plans, view: ChainView): Promise<void> {
  const found = (isUri(argument) ? undefined : itemArgument(argument, plans)) ?? itemAtCursor(plans);
  if (!found) throw new Refused('put the cursor into an item of the plan first');
  await view.ask(question, found.folder, found.item);
}

/** Turns the view around: from what waits for an item to what it waits for, and back. */
export async function turnWaits(view: ChainView): Promise<void> {
  const { asked } = view;
  const turned = asked?.question.turned?.();
  if (asked && turned) await view.ask(turned, asked.folder, asked.item);
}
