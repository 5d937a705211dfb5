import { ITEM_TYPES } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import { formatDay } from '../model/values/day.ts';
import { personKey } from '../model/values/person.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { endedOn } from '../plan/successors.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { monthLabel } from './day-label.ts';
import { forecastDay } from './forecast-label.ts';
import { statusLabel } from './item-label.ts';

/** What the items of a program can be grouped by. */
export const GROUPINGS = ['workstream', 'owner', 'status', 'due', 'type', 'float'] as const;
export type GroupBy = (typeof GROUPINGS)[number];

/** A group that an item falls into. */
export interface GroupSpec {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** Where the group stands among the others: the smaller first, then by label. */
  readonly order: number;
  /** The workstream that the group is. */
  readonly item?: Item;
}

/** How items are put into groups, and in which order groups and items stand. */
export interface Grouping {
  /** None for an item that is not shown as a member of anything. */
  readonly groupOf: (item: Item) => GroupSpec | undefined;
  readonly compareGroups: (a: GroupSpec, b: GroupSpec) => number;
  readonly compareItems: (a: Item, b: Item) => number;
}

/** How items are put into groups. */
export function grouping(groupBy: GroupBy, plan: Plan, schedule: Schedule): Grouping {
  const notWorkstream = (groupOf: (item: Item) => GroupSpec) => (item: Item) =>
    item.type.name === 'workstream' ? undefined : groupOf(item);
  const by = (groupOf: Grouping['groupOf'], compareItems: Grouping['compareItems']): Grouping => ({
    groupOf,
    compareGroups,
    compareItems,
  });
  const dayOf = rowDays(plan, schedule);
  const byDay = (a: Item, b: Item): number => dayOf(a) - dayOf(b) || byDue(a, b);
  switch (groupBy) {
    case 'workstream':
      return by(
        (item) => workstreamGroup(item, plan),
        (a, b) => typeOrder(a) - typeOrder(b) || byDay(a, b),
      );
    case 'owner':
      return by(
        notWorkstream((item) => ownerGroup(item, plan)),
        byDay,
      );
    case 'status':
      return by(notWorkstream(statusGroup), byDay);
    case 'due':
      return by(notWorkstream(dueGroup), byDue);
    case 'type':
      return by(typeGroup, byDay);
    case 'float':
      return by(
        notWorkstream((item) => floatGroup(item, schedule)),
        byDay,
      );
  }
}

const LAST = Number.MAX_SAFE_INTEGER;

/** What belongs to no workstream stands below them, by type: risks and decisions are often nobody's in particular. */
function workstreamGroup(item: Item, plan: Plan): GroupSpec {
  const id = item.type.name === 'workstream' ? item.id : item.workstream;
  if (id === undefined) return typeGroup(item);
  const named = plan.lookup.member(item.program, id);
  const workstream = named?.type.name === 'workstream' ? named : undefined;
  return {
    id: `workstream ${id}`,
    label: workstream?.title ?? id,
    icon: 'git-merge',
    // As the plan lists them; those that no document describes come after.
    order: workstream ? workstream.index - plan.items.length : -1,
    ...(workstream ? { item: workstream } : {}),
  };
}

function ownerGroup({ owner }: Item, { people }: Plan): GroupSpec {
  if (!owner) return { id: 'no owner', label: 'No owner', icon: 'person', order: 1 };
  return { id: `owner ${personKey(owner.name)}`, label: people.spellingOf(owner.name), icon: 'person', order: 0 };
}

const STATUSES = [
  ...ITEM_TYPES.flatMap((type) => type.statuses.open as readonly string[]),
  ...ITEM_TYPES.flatMap((type) => type.statuses.closed),
];

function statusGroup(item: Item): GroupSpec {
  const label = statusLabel(item.status);
  return {
    id: `status ${item.status}`,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    icon: item.open ? 'circle-outline' : 'pass',
    order: STATUSES.indexOf(item.status) + (item.open ? 0 : STATUSES.length),
  };
}

function dueGroup(item: Item): GroupSpec {
  const { due } = item;
  if (due === undefined) return { id: 'no date', label: 'No due date', icon: 'calendar', order: LAST };
  const month = formatDay(due).slice(0, 7);
  return { id: `month ${month}`, label: monthLabel(due), icon: 'calendar', order: Number(month.replace('-', '')) };
}

/** With no more float than this, in working days, an item is soon critical. */
const LITTLE_FLOAT = 5;

function floatGroup(item: Item, schedule: Schedule): GroupSpec {
  const total = schedule.totalFloat(item);
  if (!item.open) return { id: 'float done', label: 'Done', icon: 'pass', order: 5 };
  if (schedule.standsAlone(item))
    return { id: 'float alone', label: 'Nothing waits for it', icon: 'circle-outline', order: 3 };
  if (total === undefined) return { id: 'float none', label: 'Not in the forecast', icon: 'circle-outline', order: 4 };
  if (schedule.isShownCritical(item)) return { id: 'float critical', label: 'Critical', icon: 'flame', order: 0 };
  if (!schedule.leadsToGoal(item)) {
    return { id: 'float aside', label: 'Does not lead to the goal', icon: 'circle-outline', order: 3 };
  }
  return total <= LITTLE_FLOAT
    ? { id: 'float little', label: `Float up to ${LITTLE_FLOAT} working days`, icon: 'watch', order: 1 }
    : { id: 'float more', label: 'More float', icon: 'watch', order: 2 };
}

function typeGroup(item: Item): GroupSpec {
  const { type } = item;
  return {
    id: `type ${type.name}`,
    label: type.plural.charAt(0).toUpperCase() + type.plural.slice(1),
    icon: type.icon,
    order: typeOrder(item),
  };
}

const TYPE_NAMES: readonly string[] = ITEM_TYPES.map((type) => type.name);
const typeOrder = (item: Item): number => TYPE_NAMES.indexOf(item.type.name);

function compareGroups(a: GroupSpec, b: GroupSpec): number {
  return a.order - b.order || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

const dueOf = (item: Item): Day => item.due ?? LAST;

function byDue(a: Item, b: Item): number {
  return dueOf(a) - dueOf(b) || typeOrder(a) - typeOrder(b) || a.index - b.index;
}

/**
 * The day by which an item stands among others, which is the one that its row names first: its forecast, where that is
 * another than its due date; when it was done; else when it is due.
 */
function rowDays(plan: Plan, schedule: Schedule): (item: Item) => Day {
  const days = new Map<Item, Day>();
  return (item) => {
    const known = days.get(item);
    if (known !== undefined) return known;
    const day = forecastDay(item, schedule, schedule.today) ?? endedOn(item, plan) ?? dueOf(item);
    days.set(item, day);
    return day;
  };
}
