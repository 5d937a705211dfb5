import { ITEM_TYPES } from '../../core/model/registry.ts';
import type { Item } from '../../core/plan/item.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Failure } from '../failure.ts';
import { anyOf } from '../words.ts';
import { fieldFilter } from './field-filter.ts';
import { typeNamedBy } from './type-named-by.ts';

/** Whether an item is among those that somebody asked for. */
export type Filter = (item: Item) => boolean;

/** Filters on what is computed. */
const COMPUTED: Readonly<Record<string, (snapshot: Snapshot) => Filter>> = {
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
      item.open && ((state.schedule.slip(item) ?? 0) > 0 || state.late.missed(item) !== undefined),
};

/** The filter that a list of words means: a type, computed filters, and fields with their values. All must pass. */
export function readFilters(words: readonly string[], snapshot: Snapshot): Filter {
  const filters = words.map((word, index) => readFilter(word, index === 0, snapshot));
  return (item) => filters.every((filter) => filter(item));
}

function readFilter(word: string, mayBeType: boolean, snapshot: Snapshot): Filter {
  const equals = word.indexOf('=');
  if (equals >= 0) return fieldFilter(word.slice(0, equals), word.slice(equals + 1), snapshot.plan);
  const type = mayBeType ? typeNamedBy(word) : undefined;
  if (type) return (item) => item.type.name === type.name;
  if (Object.hasOwn(COMPUTED, word)) return (COMPUTED[word] as (snapshot: Snapshot) => Filter)(snapshot);
  throw unknownWord(word, mayBeType);
}

function unknownWord(word: string, mayBeType: boolean): Failure {
  const types = ITEM_TYPES.map(({ name }) => name);
  const filters = Object.keys(COMPUTED);
  if (!mayBeType && typeNamedBy(word)) return new Failure(`${quoted(word)} is a type: write it first, and only one`);
  const near = nearest(word, [...(mayBeType ? types : []), ...filters]);
  const known = mayBeType ? `a type (${types.join(', ')}), ` : '';
  const advice = near ? `did you mean ${near}?` : `write ${known}${anyOf([...filters, 'field=value'])}`;
  return new Failure(`there is no filter ${quoted(word)}: ${advice}`);
}
