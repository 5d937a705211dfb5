import type { ItemType } from '../model/item-type.ts';
import { parseReference } from '../model/values/reference.ts';
import type { Plan } from '../plan/plan.ts';
import { suggestId } from './suggest-id.ts';

/** An id for a new item that nothing in the plan has, and that nothing names yet: every name means the same then. */
export function unclaimedId(type: ItemType, title: string, program: string, plan: Plan): string {
  const claimed = new Set(idsNamed(plan));
  return suggestId(type, title, program, plan, (id) => isTaken(id, plan) || claimed.has(id));
}

/** Whether an item of any program has an id. */
export const isTaken = (id: string, { lookup }: Plan): boolean =>
  lookup.everywhere(id).length > 0 || lookup.program(id) !== undefined;

/** The ids that fields, registers and prose name, whether they lead anywhere or not. */
export function* idsNamed(plan: Plan): Generator<string> {
  for (const { parsed } of plan.items) for (const { written } of parsed.references) yield written.name.id;
  for (const { holder, body } of plan.documents) {
    for (const written of [holder.program, holder.workstream]) if (written) yield written.name.id;
    for (const { kind, target } of body.mentions) {
      const name = kind === 'wiki' ? parseReference(target.trim()) : undefined;
      if (name?.ok) yield name.value.id;
    }
  }
}
