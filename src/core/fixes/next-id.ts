import type { Item } from '../plan/item.ts';
import { mayBeLost } from '../plan/lost-ids.ts';
import type { Plan } from '../plan/plan.ts';

/** `R-12`: what is numbered, and with how many digits. */
const NUMBERED = /^(\p{L}+-?)(\d{1,9})$/u;

/** The next free id after that of an item: the next number of its program, or the same name with one. */
export function nextId(item: Item, plan: Plan): string {
  const known = idsAround(item, plan);
  const [, prefix, digits] = NUMBERED.exec(item.id) ?? [];
  const start = prefix ?? `${item.id}-`;
  const width = digits?.startsWith('0') ? digits.length : 1;
  let number = prefix === undefined ? 2 : highest(prefix, known) + 1;
  const named = (): string => `${start}${String(number).padStart(width, '0')}`;
  // What is referred to already, or may stand in a part that cannot be read, is somebody else's.
  while (known.has(named()) || mayBeLost(named(), plan)) number++;
  return named();
}

/** Every id that the items of a program have, or that anything refers to. */
function idsAround(item: Item, plan: Plan): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const other of plan.items) {
    if (other.program === item.program || item.type.name === 'program') ids.add(other.id);
    for (const { written } of plan.referencesFrom(other)) ids.add(written.name.id);
  }
  return ids;
}

function highest(prefix: string, ids: Iterable<string>): number {
  let most = 0;
  for (const id of ids) {
    const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
    if (/^\d{1,9}$/.test(digits)) most = Math.max(most, Number(digits));
  }
  return most;
}
