import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Call } from '../command.ts';
import { notePlansBelow } from './note-plans-below.ts';
import type { OpenedPlan } from './open-plan.ts';

/** Where there is no plan, names those in folders below, and how to ask about one of them. */
export async function sayWhereElse(call: Call, { place, snapshot }: SomePlan): Promise<void> {
  if (isThere(snapshot)) return;
  await notePlansBelow(call, place, (folder) => `go there, or add --cwd ${folder}`);
}

type SomePlan = Pick<OpenedPlan, 'place' | 'snapshot'>;

/** Whether there is a plan at all. */
export const isThere = ({ plan }: Snapshot): boolean => plan.documents.length > 0;
