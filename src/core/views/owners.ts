import type { Plan } from '../plan/plan.ts';
import { mostFrequent } from '../text/most-frequent.ts';

/** Who answers for anything in a plan: each person once, those first who answer for most, and of equals by name. */
export function ownersOf({ items, people }: Plan): readonly string[] {
  const names = items
    .flatMap(({ owner }) => owner && people.spellingOf(owner.name))
    .filter((name) => name !== undefined);
  return mostFrequent(names.sort());
}
