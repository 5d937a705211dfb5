import type { Call } from '../command.ts';
import { notePlansBelow } from './note-plans-below.ts';
import type { OpenedPlan } from './open-plan.ts';

/** Where there is no plan, names those in folders below, and how to ask about one of them. */
export async function sayWhereElse(call: Call, { place, snapshot }: OpenedPlan): Promise<void> {
  if (snapshot.plan.documents.length > 0) return;
  await notePlansBelow(call, place, (folder) => `go there, or add --cwd ${folder}`);
}
