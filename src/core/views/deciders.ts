import type { Person } from '../model/values/person.ts';
import type { Item } from '../plan/item.ts';
import { visible } from '../text/visible.ts';

/** Who answers for a decision: its owner; all who decide, where a record names nobody as that, or nobody is. */
export function decidersOf({ owner, values, document }: Item): readonly Person[] {
  const makers = (values.decision_makers ?? []).map(({ value }) => value);
  const isOwned = document.convention ? values.owner !== undefined : owner !== undefined;
  return isOwned || makers.length === 0 ? (owner ? [owner] : []) : makers;
}

/** The same in a line: `chen, Maria Silva`. */
export const decidersText = (item: Item): string =>
  decidersOf(item)
    .map(({ name }) => visible(name))
    .join(', ');
