import type { Item } from '../plan/item.ts';
import type { Planned } from './options.ts';

/** The items on the critical paths of the programs of some items, those in other programs among them: 1 at the index. */
export function criticalItems({ plan, state }: Planned, isChosen: (item: Item) => boolean): Uint8Array {
  const found = new Uint8Array(plan.items.length);
  const programs = new Set<string>();
  for (const item of plan.items) if (isChosen(item)) programs.add(item.program);
  for (const id of programs) {
    for (const { index } of state.schedule.program(id)?.criticalPath ?? []) found[index] = 1;
  }
  return found;
}
