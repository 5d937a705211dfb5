import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { mentionsIn } from '../plan/mentions.ts';
import type { Plan } from '../plan/plan.ts';

/** How far from a change a decision may lie that explains it, in days, before or after. */
const NEAR = 14;

/**
 * Finds the decisions that may have moved a date: those of today's plan that name the item, in a field or in their prose,
 * and were decided within two weeks of the change. The nearest comes first, and of two equally near the earlier.
 */
export class Reasons {
  readonly #plan: Plan;
  #mentioned: ReadonlyMap<Item, readonly Item[]> | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  of(item: Item, changed: Day | undefined): readonly Item[] {
    if (changed === undefined) return [];
    const near = [...this.#naming(item)].flatMap((decision) => {
      const { closedOn } = decision;
      const far = closedOn === undefined ? Number.POSITIVE_INFINITY : Math.abs(closedOn - changed);
      return far <= NEAR ? [{ decision, far, closedOn: closedOn as Day }] : [];
    });
    near.sort((a, b) => a.far - b.far || a.closedOn - b.closedOn || a.decision.index - b.decision.index);
    return near.map(({ decision }) => decision);
  }

  #naming(item: Item): ReadonlySet<Item> {
    const byField = this.#plan.referencesTo(item).map(({ from }) => from);
    const all = [...byField, ...(this.#mentions().get(item) ?? [])];
    return new Set(all.filter(({ type }) => type.name === 'decision'));
  }

  #mentions(): ReadonlyMap<Item, readonly Item[]> {
    if (this.#mentioned) return this.#mentioned;
    const mentioned = new Map<Item, Item[]>();
    for (const { item, target } of mentionsIn(this.#plan)) {
      if (!item || !target) continue;
      const by = mentioned.get(target);
      if (by) by.push(item);
      else mentioned.set(target, [item]);
    }
    this.#mentioned = mentioned;
    return mentioned;
  }
}
