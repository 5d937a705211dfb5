import type { ItemType } from '../model/item-type.ts';
import { ITEM_TYPES } from '../model/registry.ts';
import { fail, ok, type Result } from '../model/values/result.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import { oneOf } from '../text/words.ts';
import { fieldFilter } from './field-filter.ts';
import { typeNamedBy } from './type-named-by.ts';

/** Whether an item is among those that somebody asked for. */
export type Filter = (item: Item) => boolean;

/** The plan that is asked, and how it stands. Every snapshot is one. */
export interface Filtered {
  readonly plan: Plan;
  readonly state: PlanState;
}

/** Filters on what is computed. */
const COMPUTED: Readonly<Record<string, (asked: Filtered) => Filter>> = {
  blocked: ({ state }) => state.blocked.isBlocked,
  stale:
    ({ state }) =>
    (item) =>
      state.staleness(item) !== undefined,
  overdue: ({ state }) => state.isOverdue,
  critical:
    ({ state }) =>
    (item) =>
      state.schedule.isCritical(item),
  late:
    ({ state }) =>
    (item) =>
      isLate(item, state),
};

/** Whether an item is open and forecast for a day after it is due. */
export const isLate = (item: Item, { schedule, late }: PlanState): boolean =>
  item.open && ((schedule.slip(item) ?? 0) > 0 || late.missed(item) !== undefined);

/** The words that are filters on what is computed. */
export const COMPUTED_FILTERS: readonly string[] = Object.keys(COMPUTED);

/** The filter that a list of words means: a type, computed filters, and fields with their values. All must pass. */
export function readFilters(words: readonly string[], asked: Filtered): Result<Filter> {
  const read = words.map((word, index) => readFilter(word, index === 0, asked));
  const [first, ...others] = read.flatMap((filter) => (filter.ok ? [] : [filter]));
  // All that is wrong at once, so that nobody has to come back for the next.
  if (first) return others.length === 0 ? first : fail([first, ...others].map(({ why }) => why).join('; '));
  const filters = read.flatMap((filter) => (filter.ok ? [filter.value] : []));
  return ok((item) => filters.every((filter) => filter(item)));
}

function readFilter(word: string, mayBeType: boolean, asked: Filtered): Result<Filter> {
  const equals = word.indexOf('=');
  if (equals >= 0) return fieldFilter(word.slice(0, equals), word.slice(equals + 1), asked.plan);
  const type = mayBeType ? typeNamedBy(word) : undefined;
  if (type) return ok(ofType(type));
  if (Object.hasOwn(COMPUTED, word)) return ok((COMPUTED[word] as (asked: Filtered) => Filter)(asked));
  return unknownWord(word, mayBeType);
}

const ofType =
  ({ name }: ItemType): Filter =>
  (item) =>
    item.type.name === name;

function unknownWord(word: string, mayBeType: boolean): Result<never> {
  const types = ITEM_TYPES.map(({ name }) => name);
  if (!mayBeType && typeNamedBy(word)) return fail(`${quoted(word)} is a type: write it first, and only one`);
  const near = nearest(word, [...(mayBeType ? types : []), ...COMPUTED_FILTERS]);
  const known = mayBeType ? `a type (${types.join(', ')}), ` : '';
  const advice = near ? `did you mean ${near}?` : `write ${known}${oneOf([...COMPUTED_FILTERS, 'field=value'])}`;
  return fail(`there is no filter ${quoted(word)}: ${advice}`);
}
