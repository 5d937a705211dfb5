import { nameFor } from '../fixes/edit/reference.ts';
import type { ItemType } from '../model/item-type.ts';
import { fieldOf } from '../model/registry.ts';
import { parseReference } from '../model/values/reference.ts';
import { fail, ok, type Result } from '../model/values/result.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';

/** Whether a new item of a type says what it is for: a gate that does not holds nothing. */
export const isForSomething = (type: ItemType): boolean => fieldOf(type, 'for') !== undefined;

/** What a new item of a program may be for: what is open, in its own program first. */
export function mayBeFor(type: ItemType, program: string, plan: Plan): readonly Item[] {
  const types = typesIn(type);
  const open = plan.items.filter((item) => item.open && types.includes(item.type.name));
  return [...open.filter((item) => item.program === program), ...open.filter((item) => item.program !== program)];
}

/** How a new item of a program names what it is for; or why it cannot be for that. */
export function whatFor(written: string, type: ItemType, program: string, plan: Plan): Result<string> {
  const name = parseReference(written);
  if (!name.ok) return fail(name.why);
  const { target, fault } = plan.lookup.find(name.value, program, typesIn(type));
  if (fault) return fail(fault.message);
  return ok((target && nameFor(target, program, plan)) ?? written);
}

const typesIn = (type: ItemType): readonly string[] => fieldOf(type, 'for')?.refersTo ?? [];
