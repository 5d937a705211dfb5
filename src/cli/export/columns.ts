import { fieldTexts } from '../../core/diff/field-texts.ts';
import { fieldNames } from '../../core/model/registry.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { endIsUnknown } from '../../core/schedule/facts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** A column of a table of items: its name, and what stands in it for an item; empty where that has nothing. */
export interface Column {
  readonly name: string;
  readonly of: (item: Item) => string | number;
}

/** What every item has, whatever its type says. */
const OWN: readonly Column[] = [
  { name: 'id', of: (item) => item.id },
  { name: 'type', of: (item) => item.type.name },
  { name: 'title', of: (item) => item.title },
  { name: 'status', of: (item) => item.status },
  { name: 'owner', of: (item) => item.owner?.name ?? '' },
  { name: 'program', of: (item) => item.program },
  { name: 'workstream', of: (item) => item.workstream ?? '' },
];

/** Own columns first, then each field that one of the items has, then what is forecast, and where the item stands. */
export function columnsOf(items: readonly Item[], snapshot: Snapshot): readonly Column[] {
  return [
    ...OWN,
    ...writtenColumns(items),
    ...forecastColumns(snapshot),
    { name: 'file', of: (item) => item.document.path },
  ];
}

/** The fields that are written, in the order of the types; of the project's own, in the order in which they come up. */
function writtenColumns(items: readonly Item[]): readonly Column[] {
  const told = new Set(OWN.map(({ name }) => name));
  const used = new Set(items.flatMap((item) => [...item.parsed.fields.keys()]));
  const known = new Set([...items].flatMap(({ type }) => fieldNames(type)));
  const names = [...known, ...used].filter(
    (name, at, all) => used.has(name) && !told.has(name) && all.indexOf(name) === at,
  );
  const texts = new Map<Item, ReadonlyMap<string, string>>();
  const textsOf = (item: Item): ReadonlyMap<string, string> => {
    let known = texts.get(item);
    if (!known) {
      known = fieldTexts(item);
      texts.set(item, known);
    }
    return known;
  };
  return names.map((name) => ({ name, of: (item) => textsOf(item).get(name) ?? '' }));
}

function forecastColumns({ state }: Snapshot): readonly Column[] {
  const { schedule } = state;
  const day = (value: number | undefined): string => (value === undefined ? '' : formatDay(value));
  const yes = (value: boolean): string => (value ? 'yes' : '');
  return [
    { name: 'forecast_start', of: (item) => day(schedule.start(item)) },
    { name: 'forecast_finish', of: (item) => (endIsUnknown(item) ? '' : day(schedule.finish(item))) },
    { name: 'slip', of: (item) => schedule.slip(item) ?? '' },
    { name: 'total_float', of: (item) => schedule.totalFloat(item) ?? '' },
    { name: 'margin', of: (item) => schedule.margin(item) ?? '' },
    { name: 'critical', of: (item) => yes(schedule.isCritical(item)) },
    { name: 'blocked', of: (item) => yes(state.blocked.isBlocked(item)) },
    { name: 'overdue', of: (item) => yes(state.isOverdue(item)) },
  ];
}
