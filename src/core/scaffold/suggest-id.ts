import type { ItemType } from '../model/item-type.ts';
import type { Plan } from '../plan/plan.ts';

/** Ids made of a title are cut at a word, so that they stay easy to write. */
const MOST_CHARACTERS = 40;

/**
 * An id for a new item that is free in its program: the next number where items are numbered, else its title.
 * @param isTaken which ids will not do; those of the program's items, where left out
 */
export function suggestId(
  type: ItemType,
  title: string,
  program: string,
  plan: Plan,
  isTaken?: (id: string) => boolean,
): string {
  const prefix = prefixOf(type, program, plan);
  const taken = isTaken ?? ((id: string): boolean => plan.lookup.member(program, id) !== undefined);
  if (prefix !== undefined) return nextFree(prefix, highest(prefix, program, plan) + 1, taken);
  const id = idFromTitle(title) || type.name;
  return taken(id) ? nextFree(`${id}-`, 2, taken) : id;
}

/** A title as an id: `Public API frozen` is `public-api-frozen`. Empty where nothing of it can stand in an id. */
export function idFromTitle(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      // A mark belongs to the letter before it.
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word : `${id}-${word}`;
    if (longer.length > MOST_CHARACTERS) break;
    id = longer;
  }
  return id || [...(words[0] ?? '')].slice(0, MOST_CHARACTERS).join('');
}

/** What most items of a type are numbered with; where a plan has none yet, what people number them with. */
function prefixOf(type: ItemType, program: string, plan: Plan): string | undefined {
  const counts = new Map<string, number>();
  let items = 0;
  for (const item of plan.lookup.members(program).values()) {
    if (item.type.name !== type.name) continue;
    items++;
    const prefix = /^(\p{L}+-?)\d+$/u.exec(item.id)?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  if (items === 0) return type.prefix;
  const [prefix, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [undefined, 0];
  return count * 2 > items ? prefix : undefined;
}

function highest(prefix: string, program: string, plan: Plan): number {
  let most = 0;
  for (const id of plan.lookup.members(program).keys()) {
    const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
    if (/^\d{1,9}$/.test(digits)) most = Math.max(most, Number(digits));
  }
  return most;
}

function nextFree(prefix: string, first: number, taken: (id: string) => boolean): string {
  let number = first;
  while (taken(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}
