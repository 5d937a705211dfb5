import type { StaleState } from '../model/stale-state.ts';
import type { Day } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { hasStarted } from '../plan/references.ts';
import type { WorkCalendar } from '../schedule/work-calendar.ts';

/**
 * When the own lines of an item were changed last, as the history of its file tells; undefined where that is not known.
 * A host that has git gives it; what is not committed yet was changed today.
 */
export type TouchedByGit = (item: Item, today: Day) => Day | undefined;

/** When an item was last touched, and the limit that it has passed. */
export interface Staleness {
  readonly touched: Day;
  /** Whether its history says so, and not a field. */
  readonly byGit: boolean;
  /** How many days have passed since, and how many may: working days, or elapsed ones. */
  readonly passed: number;
  readonly days: number;
  readonly elapsed: boolean;
}

const days = (amount: number): Duration => ({ amount, unit: 'd' });

/** The latest day that a field names as one of news: of the item itself, or of all of its workstream or program. */
function saidOn(item: Item, plan: Plan): Day | undefined {
  const program = plan.lookup.program(item.program);
  const workstream = item.workstream === undefined ? undefined : plan.lookup.member(item.program, item.workstream);
  const { updated, reviewed } = item.values;
  return later(later(updated, reviewed), later(workstream?.values.reviewed, program?.values.reviewed));
}

const later = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** How stale an open item is; undefined where it is not, or where nothing says when it was touched. */
export function staleness(
  item: Item,
  plan: Plan,
  calendar: WorkCalendar,
  today: Day,
  touchedByGit?: TouchedByGit,
): Staleness | undefined {
  if (!item.open) return undefined;
  const said = saidOn(item, plan);
  if (said === undefined && !touchedByGit) return undefined;
  const limit = limitOf(item, plan, calendar, today);
  if (!limit) return undefined;
  const since = (touched: Day, byGit: boolean): Staleness | undefined => {
    const { days, passed } = calendar.against(limit, touched, today);
    return passed > days ? { touched, byGit, passed, days, elapsed: limit.unit.startsWith('e') } : undefined;
  };
  const stale = said === undefined ? undefined : since(said, false);
  // The history can only make it younger: where fields are enough it is not asked.
  if (!touchedByGit || (said !== undefined && !stale)) return stale;
  const changed = touchedByGit(item, today);
  return changed !== undefined && (said === undefined || changed > said) ? since(changed, true) : stale;
}

function limitOf(item: Item, plan: Plan, calendar: WorkCalendar, today: Day): Duration | undefined {
  if (item.values.review_every) return item.values.review_every;
  const configured = plan.config.staleAfter.get(item.type.name);
  // A limit for a whole type holds for every open item of it; one for a state, where there is that state.
  if (configured && 'unit' in configured) return configured;
  const usual = usualLimit(item, calendar, today);
  return usual && (configured?.get(usual.state) ?? usual.limit);
}

/** The limit of an item's type and state, in working days; none where nobody expects news. */
function usualLimit(item: Item, calendar: WorkCalendar, today: Day): { state: string; limit: Duration } | undefined {
  const found = item.type.stale.find((one) => holds(one, item, calendar, today));
  return found && { state: found.state, limit: days(found.days) };
}

/** How close a due date is for news of what is due then to matter, in working days. */
const DUE_SOON = 15;

function holds({ when, days }: StaleState, item: Item, calendar: WorkCalendar, today: Day): boolean {
  const within = (day: Day | undefined, limit: number): boolean =>
    day !== undefined && calendar.daysBetween(today, day) <= limit;
  switch (when) {
    case 'started':
      return hasStarted(item);
    case 'starts-soon':
      return within(startOf(item), days);
    case 'due-soon':
      return within(item.due ?? item.values.needed_by, DUE_SOON);
    case 'record':
      return item.document.convention !== undefined && item.due === undefined;
    case 'severe':
      return (item.values.severity ?? 3) >= 4;
    case 'accepted':
      return item.status === 'accepted';
    default:
      return true;
  }
}

/** When a milestone is to start, as far as its own dates say. */
function startOf(item: Item): Day | undefined {
  const { start, due, duration } = item.values;
  if (start !== undefined) return start;
  if (due === undefined || !duration) return due;
  // Five days' work are a week: near enough to tell whether a start is close.
  return due - Math.round((duration.amount * (duration.unit === 'w' ? 5 : 1) * 7) / 5);
}
