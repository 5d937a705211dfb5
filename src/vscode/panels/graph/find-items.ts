import type { Drawn } from '../../../core/graph/picture.ts';
import { isGroup } from '../../../core/graph/select.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { visible } from '../../../core/text/visible.ts';

/** Items that are not nodes of their own in a picture: folded into groups, or left out of it. */
export interface Unseen {
  readonly folded: readonly Item[];
  readonly left: readonly Item[];
}

/** What an item is found by: its id, its title and the name of its owner, in lower case. */
export const soughtBy = ({ key, title, owner }: Item): string =>
  visible(`${key} ${title} ${owner?.name ?? ''}`).toLowerCase();

/** Finds what is not seen in a picture by words in what it is found by. */
export function findUnseen(text: string, plan: Plan, { items, nodeOf }: Drawn): Unseen {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return { folded: [], left: [] };
  const found = plan.items.filter((item) => {
    if (isGroup(item)) return false;
    const said = soughtBy(item);
    return words.every((word) => said.includes(word));
  });
  return {
    folded: found.filter((item) => {
      const key = nodeOf(item);
      return key !== undefined && items.get(key) !== item;
    }),
    left: found.filter((item) => nodeOf(item) === undefined),
  };
}
