import type { Span } from '../model/values/date.ts';
import type { Day } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';
import type { Item } from '../plan/item.ts';
import { begunOn, boxesOf, hasStarted, tickedBoxes } from '../plan/references.ts';
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

/** What of the plan around an item its facts depend on. */
export interface Surroundings {
  readonly calendar: WorkCalendar;
  readonly today: Day;
  readonly programStart: Day | undefined;
  /** Whether an item of the plan delivers it. */
  readonly provided: boolean;
}

/** Reads what an item says about its place in time. */
export function factsOf(item: Item, around: Surroundings): Facts {
  if (!item.open) return done(item, around);
  const duration = durationOf(item, around.calendar);
  if (duration === undefined) return event(item, around);
  return hasStarted(item) ? started(item, around, duration) : planned(item, around, duration);
}

/**
 * Whether it is closed and nothing says when: no date that closed it, none that it was due on, none when it was touched.
 * The arithmetic has it end today, since something else may wait for it; nobody is told that day.
 */
export const endIsUnknown = (item: Item): boolean =>
  !item.open && !item.dropped && (item.closedOn ?? item.due ?? item.values.updated) === undefined;

function done(item: Item, { calendar, today, programStart }: Surroundings): Facts {
  const { updated, start } = item.values;
  const started = begunOn(item);
  const duration = durationOf(item, calendar) ?? 0;
  const past = item.due ?? updated;
  const date = item.closedOn ?? (past === undefined ? today : Math.min(past, today));
  const base = calendar.end(date);
  const floor = started === undefined ? base - duration : calendar.start(started);
  return {
    course: 'done',
    work: duration,
    duration,
    floor,
    limit: 'completed',
    base,
    date,
    expected: undefined,
    windows: undefined,
    earliest: latestDay(programStart, start, -Infinity),
  };
}

function event(item: Item, around: Surroundings): Facts {
  const { calendar, today, programStart } = around;
  const { start } = item.values;
  const date = dateOf(item, around.provided);
  const dated = date !== undefined && date >= today;
  let limit: LimitKind = dated ? 'date' : 'today';
  // What could take time is reached where links put it; anything else stands on a day, if only on today.
  const undated = date === undefined && item.type.forecast?.work !== undefined;
  let floor = undated ? calendar.start(today) : calendar.end(dated ? date : today);
  const held = (day: Day | undefined, kind: LimitKind): void => {
    if (day === undefined || calendar.start(day) <= floor) return;
    floor = calendar.start(day);
    limit = kind;
  };
  held(programStart, 'program-start');
  held(start, 'start');
  return {
    course: 'event',
    work: 0,
    duration: 0,
    floor,
    limit,
    base: floor,
    date,
    expected: undefined,
    windows: windowsOf(item),
    earliest: latestDay(programStart, start, today),
  };
}

/** The date for which an open item without a duration is set. */
function dateOf({ values, type }: Item, provided: boolean): Day | undefined {
  const days = values as Readonly<Record<string, unknown>>;
  for (const field of type.forecast?.dates ?? []) {
    if (days[field] !== undefined) return days[field] as Day;
    // Who provides it says when, where that is known.
    if (provided) return undefined;
  }
  return undefined;
}

function started(item: Item, { calendar, today, programStart }: Surroundings, duration: Minutes): Facts {
  const { start } = item.values;
  const started = begunOn(item);
  const floor =
    started === undefined ? Math.min(calendar.start(start ?? today), calendar.start(today)) : calendar.start(started);
  const share = progressOf(item);
  const measured = share !== undefined;
  const unmeasured = Math.max(floor + duration, calendar.end(today));
  return {
    course: measured ? 'measured' : 'running',
    work: measured ? Math.round(duration * (1 - share)) : duration,
    duration,
    floor,
    limit: measured ? 'progress' : unmeasured > floor + duration ? 'today' : 'started',
    base: measured ? calendar.start(today) : unmeasured,
    date: undefined,
    expected: expectedOf(item, calendar, today),
    windows: windowsOf(item),
    earliest: latestDay(programStart, start, today),
  };
}

function planned(item: Item, { calendar, today, programStart }: Surroundings, duration: Minutes): Facts {
  const { start } = item.values;
  let limit: LimitKind = 'today';
  let floor = calendar.start(today);
  // Of limits that say the same the one that somebody wrote is named.
  const held = (day: Day | undefined, kind: LimitKind): void => {
    if (day === undefined || calendar.start(day) < floor) return;
    floor = calendar.start(day);
    limit = kind;
  };
  held(start, 'start');
  held(programStart, 'program-start');
  return {
    course: 'planned',
    work: duration,
    duration,
    floor,
    limit,
    base: floor,
    date: undefined,
    expected: expectedOf(item, calendar, today),
    windows: windowsOf(item),
    earliest: latestDay(programStart, start, today),
  };
}

/** The days on which an item can finish, in their order. */
function windowsOf({ values }: Item): readonly Span[] | undefined {
  if (!values.windows?.length) return undefined;
  return values.windows.map(({ value }) => value).sort((a, b) => a.first - b.first || a.last - b.last);
}

/** The owner's own forecast of work, where it is still ahead. */
function expectedOf({ values }: Item, calendar: WorkCalendar, today: Day): Minutes | undefined {
  return values.expected !== undefined && values.expected >= today ? calendar.end(values.expected) : undefined;
}

const latestDay = (a: Day | undefined, b: Day | undefined, c: Day): Day => Math.max(a ?? -Infinity, b ?? -Infinity, c);

/** The working time that an item takes; undefined for one that only happens. */
function durationOf({ values, type }: Item, calendar: WorkCalendar): Minutes | undefined {
  const work = type.forecast?.work;
  if (!work) return undefined;
  const written: Duration | undefined = values[work.length] ?? values.estimate?.likely;
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
