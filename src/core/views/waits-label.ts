import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { visible } from '../text/visible.ts';
import { amount } from '../text/words.ts';

/** How many ids a line names before it counts. */
const MOST_NAMES = 6;

/** What an item waits for, each once, in the order in which it says so. */
export const waitsFor = (item: Item, plan: Pick<Plan, 'linksTo'>): readonly Item[] => [
  ...new Set(plan.linksTo(item).map(({ from }) => from)),
];

/** What waits for an item, each once, in document order. */
export const waitedForBy = (item: Item, plan: Pick<Plan, 'linksFrom'>): readonly Item[] => [
  ...new Set(plan.linksFrom(item).map(({ to }) => to)),
];

/** What still waits for an item: closed items wait for nothing. */
export const stillWaiting = (item: Item, plan: Pick<Plan, 'linksFrom'>): readonly Item[] =>
  waitedForBy(item, plan).filter(({ open }) => open);

/** `Waits for schema-v2, api-freeze` and `2 wait for it: go-live, beta`, where there is anything. */
export function waitsDetails(item: Item, plan: Pick<Plan, 'linksTo' | 'linksFrom'>): readonly string[] {
  const before = waitsFor(item, plan);
  const after = waitedForBy(item, plan);
  return [
    before.length > 0 ? `Waits for ${names(before)}` : '',
    after.length > 0 ? `${waitWords(after.length)} for it: ${names(after)}` : '',
  ].filter((line) => line !== '');
}

/** `1 waits`, `3 wait`. */
export const waitWords = (count: number): string => (count === 1 ? '1 waits' : `${amount(count)} wait`);

function names(items: readonly Item[]): string {
  const more = items.length > MOST_NAMES ? ` and ${items.length - MOST_NAMES} more` : '';
  return `${items
    .slice(0, MOST_NAMES)
    .map(({ id }) => visible(id))
    .join(', ')}${more}`;
}
