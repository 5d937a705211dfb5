import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';
import { firstOf } from '../text/some.ts';
import { MOST_RELATED, type Related } from './finding.ts';

const MOST_NAMED = 5;

const NOTHING = { words: '', related: [] } as const;

/** What an item blocks now, as the end of a sentence and as places: for the finding at the item, which is its cause. */
export function blockedBy(
  item: Item,
  { blocked }: Pick<PlanState, 'blocked'>,
): { readonly words: string; readonly related: readonly Related[] } {
  const held = [...new Set(blocked.blockedBy(item))];
  if (held.length === 0) return NOTHING;
  return {
    words: `, and blocks ${firstOf(
      held.map((other) => other.id),
      MOST_NAMED,
    )}`,
    related: held.slice(0, MOST_RELATED).map((other) => ({
      message: `${other.id} is blocked by ${item.id}`,
      source: other.document,
      range: other.idRange,
    })),
  };
}
