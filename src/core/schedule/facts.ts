import type { Span } from '../model/values/date.ts';
import type { Day } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { boxesOf, hasStarted, tickedBoxes } from '../plan/references.ts';
import type { Minutes } from './minutes.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** How an item moves through the forward pass. */
export type Course =
  /** Work that has not started. */
  | 'planned'
  /** Work that has started and says how much of it is done. */
  | 'measured'
  /** Work that has started and does not say. */
  | 'running'
  /** An open item without a duration: it happens on a day. */
  | 'event'
  /** Closed. */
  | 'done';

/** What, beside links, holds an item where it is. */
export type LimitKind =
  | 'program-start'
  | 'start'
  | 'today'
  | 'started'
  | 'progress'
  | 'date'
  | 'expected'
  | 'window'
  | 'completed';

/** What an item itself says about its place in time, as boundaries of its calendar. */
export interface Facts {
  readonly course: Course;
  /** Its duration; of measured work what is left of it. */
  readonly work: Minutes;
  readonly duration: Minutes;
  /** Planned: no start before this. Started: its start. Event: no finish before this. Done: its start. */
  readonly floor: Minutes;
  /** What sets that. */
  readonly limit: LimitKind;
  /** Done: its finish. Started: no finish before this, or what is left of the work begins here. Else the floor. */
  readonly base: Minutes;
  /** The day by which it is dated: of an event the date it is set for, of a closed item the one it closed on. */
  readonly date: Day | undefined;
  /** The owner's own forecast of work, where it is still ahead. */
  readonly expected: Minutes | undefined;
  readonly windows: readonly Span[] | undefined;
  /** The earliest day on which it may be shown where it takes no time. */
  readonly earliest: Day;
}

/** Reads what an item says; `into` are the links into it that count. */
export function factsOf(item: Item, plan: Plan, calendar: WorkCalendar, today: Day, into: readonly Link[]): Facts {
  const { values } = item;
  const programStart = plan.lookup.program(item.program)?.values.start;
  const duration = durationOf(item, calendar);
  const earliest = Math.max(programStart ?? -Infinity, values.start ?? -Infinity, item.open ? today : -Infinity);
  const shared = { duration: duration ?? 0, earliest, expected: undefined, windows: undefined };
  if (!item.open) return { ...shared, ...done(item, calendar, today, duration ?? 0) };
  const windows = windowsOf(item);
  if (duration === undefined) return { ...shared, windows, ...event(item, calendar, today, programStart, into) };
  const expected =
    values.expected !== undefined && values.expected >= today ? calendar.end(values.expected) : undefined;
  const begun = hasStarted(item)
    ? started(item, calendar, today, duration)
    : planned(item, calendar, today, programStart, duration);
  return { ...shared, windows, expected, date: undefined, ...begun };
}

/** The days on which an item can finish, in their order. */
function windowsOf({ values }: Item): readonly Span[] | undefined {
  if (!values.windows?.length) return undefined;
  return values.windows.map(({ value }) => value).sort((a, b) => a.first - b.first || a.last - b.last);
}

function done(item: Item, calendar: WorkCalendar, today: Day, duration: Minutes) {
  const { updated, started } = item.values;
  const past = item.due ?? updated;
  const date = item.closedOn ?? (past === undefined ? today : Math.min(past, today));
  const base = calendar.end(date);
  const floor = started === undefined ? base - duration : calendar.start(started);
  return { course: 'done', work: duration, floor, limit: 'completed', base, date } as const;
}

function event(item: Item, calendar: WorkCalendar, today: Day, programStart: Day | undefined, into: readonly Link[]) {
  const date = dateOf(item, into);
  const own: [Minutes, LimitKind] =
    date === undefined
      ? [calendar.start(today), 'today']
      : [calendar.end(Math.max(date, today)), date < today ? 'today' : 'date'];
  const [floor, limit] = latest([
    own,
    [startOf(programStart, calendar), 'program-start'],
    [startOf(item.values.start, calendar), 'start'],
  ]);
  return { course: 'event', work: 0, floor, limit, base: floor, date } as const;
}

/** The date for which an open item without a duration is set. */
function dateOf(item: Item, into: readonly Link[]): Day | undefined {
  const { values, type } = item;
  switch (type.name) {
    case 'dependency':
      // Who provides it says when, where that is known.
      if (values.delivered !== undefined) return values.delivered;
      if (into.some((link) => link.reference.field === 'provided_by')) return undefined;
      return values.promised ?? values.needed_by;
    case 'milestone':
      return values.expected ?? values.due;
    case 'issue':
      return values.resolved ?? values.expected ?? values.due;
    default:
      return item.closedOn ?? item.due;
  }
}

function started(item: Item, calendar: WorkCalendar, today: Day, duration: Minutes) {
  const { values } = item;
  const floor =
    values.started === undefined
      ? Math.min(calendar.start(values.start ?? today), calendar.start(today))
      : calendar.start(values.started);
  const share = progressOf(item);
  if (share !== undefined) {
    const work = Math.round(duration * (1 - share));
    return { course: 'measured', work, floor, limit: 'progress', base: calendar.start(today) } as const;
  }
  const planned = floor + duration;
  const base = Math.max(planned, calendar.end(today));
  return { course: 'running', work: duration, floor, limit: base > planned ? 'today' : 'started', base } as const;
}

function planned(item: Item, calendar: WorkCalendar, today: Day, programStart: Day | undefined, duration: Minutes) {
  const [floor, limit] = latest([
    [startOf(programStart, calendar), 'program-start'],
    [startOf(item.values.start, calendar), 'start'],
    [calendar.start(today), 'today'],
  ]);
  return { course: 'planned', work: duration, floor, limit, base: floor } as const;
}

const startOf = (day: Day | undefined, calendar: WorkCalendar): Minutes =>
  day === undefined ? -Infinity : calendar.start(day);

/** The latest of some limits; of equal ones the first. */
function latest(limits: readonly (readonly [Minutes, LimitKind])[]): readonly [Minutes, LimitKind] {
  let last = limits[0] as readonly [Minutes, LimitKind];
  for (const limit of limits) if (limit[0] > last[0]) last = limit;
  return last;
}

/** The working time that an item takes; undefined for one that only happens. */
function durationOf({ values, type }: Item, calendar: WorkCalendar): Minutes | undefined {
  if (type.name !== 'milestone') return undefined;
  const written: Duration | undefined = values.duration ?? values.estimate?.likely;
  if (written) return calendar.work(written);
  if (values.start === undefined || values.due === undefined) return undefined;
  return Math.max(0, calendar.end(values.due) - calendar.start(values.start));
}

/** How much of an item's work is done, 0 to 1; undefined where it does not say. */
export function progressOf(item: Item): number | undefined {
  const { progress } = item.values;
  if (progress !== 'checklist') return progress === undefined ? undefined : progress / 100;
  const boxes = boxesOf(item).length;
  return boxes === 0 ? undefined : tickedBoxes(item) / boxes;
}
