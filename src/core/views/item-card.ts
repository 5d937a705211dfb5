import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { itemDetails } from './item-label.ts';
import { waitsDetails } from './waits-label.ts';
import { lateText } from './why/late-text.ts';

/** What a card is made from. */
export interface CardInput {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
}

/**
 * Everything about an item that fits into a card, line by line: what a tooltip says of it, why it is late, what it waits
 * for and what waits for it. Plain text: nothing in it is ever markup.
 */
export function itemCard(item: Item, input: CardInput): readonly string[] {
  const late = lateText(item, input);
  return [...itemDetails(item, input), ...(late === '' ? [] : [late]), ...waitsDetails(item, input.plan)];
}
