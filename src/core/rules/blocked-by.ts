import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Related } from './finding.ts';

/** What an item blocks now, as the end of a sentence and as places: for the finding at the item, which is its cause. */
export function blockedBy(
  item: Item,
  plan: Plan,
  state: PlanState,
): { readonly words: string; readonly related: readonly Related[] } {
  const held = plan
    .referencesTo(item)
    .map((reference) => reference.from)
    .concat(item.references.flatMap((reference) => reference.target ?? []))
    .filter((other) => state.blocked.causes(other).some((cause) => cause.by === item && other !== item));
  const unique = [...new Set(held)];
  if (unique.length === 0) return { words: '', related: [] };
  return {
    words: `, and blocks ${unique.map((other) => other.id).join(', ')}`,
    related: unique.map((other) => ({
      message: `${other.id} is blocked by ${item.id}`,
      source: other.document,
      range: other.idRange,
    })),
  };
}
