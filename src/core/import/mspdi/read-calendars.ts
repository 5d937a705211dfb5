import { WEEKDAYS } from '../../model/kinds/calendar.ts';
import { type Day, formatDay, weekday } from '../../model/values/day.ts';
import type { IncomingCalendar } from '../incoming.ts';
import { all, first, isSet, listed, numberOf, textOf } from './elements.ts';
import { exceptionDays } from './exceptions.ts';
import type { XmlElement } from './read-xml.ts';

/** A calendar of a project, in the days of a plan. */
export interface ReadCalendar {
  readonly name: string;
  /** Monday 0. */
  readonly workdays: readonly number[];
  readonly holidays: readonly Day[];
  /** What a plan cannot say of it. */
  readonly faults: readonly string[];
}

/** Reads the calendars of a project, by their numbers. A calendar that is based on another has its week and its days off. */
export function readCalendars(project: XmlElement): ReadonlyMap<number, ReadCalendar> {
  const elements = new Map(
    listed(project, 'Calendars', 'Calendar').map((element) => [numberOf(element, 'UID') ?? -1, element]),
  );
  const found = new Map<number, ReadCalendar>();
  const read = (uid: number, way: ReadonlySet<number>): ReadCalendar | undefined => {
    const known = found.get(uid);
    const element = elements.get(uid);
    if (known || !element || way.has(uid)) return known;
    const base = read(numberOf(element, 'BaseCalendarUID') ?? -1, new Set([...way, uid]));
    const made = readCalendar(element, base);
    found.set(uid, made);
    return made;
  };
  for (const uid of elements.keys()) read(uid, new Set());
  return found;
}

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];

function readCalendar(element: XmlElement, base: ReadCalendar | undefined): ReadCalendar {
  const faults: string[] = [];
  const days = listed(element, 'WeekDays', 'WeekDay');
  const week = new Map(
    // Sunday is 1.
    days.flatMap((day): [number, boolean][] => {
      const type = numberOf(day, 'DayType') ?? 0;
      return type >= 1 && type <= 7 ? [[(type + 5) % 7, isSet(day, 'DayWorking')]] : [];
    }),
  );
  const usual = base?.workdays ?? MONDAY_TO_FRIDAY;
  const workdays = [0, 1, 2, 3, 4, 5, 6].filter((day) => week.get(day) ?? usual.includes(day));
  if (workdays.length === 0) faults.push('has no working day: five are taken');
  if (all(element, 'WorkWeeks').some((weeks) => weeks.children.size > 0))
    faults.push('has other weeks at times: left out');
  const named = first(element, 'Exceptions');
  const exceptions = named ? all(named, 'Exception') : days.filter((day) => numberOf(day, 'DayType') === 0);
  const off = new Set(base?.holidays);
  for (const exception of exceptions) {
    if (isSet(exception, 'DayWorking')) {
      faults.push('has days that are worked besides its week: left out');
      continue;
    }
    const { days: closed, isWhole } = exceptionDays(exception);
    for (const day of closed) off.add(day);
    if (!isWhole) faults.push('has days off that come back for many years: the first are taken');
  }
  return {
    name: textOf(element, 'Name'),
    workdays: workdays.length === 0 ? MONDAY_TO_FRIDAY : workdays,
    holidays: [...off].sort((a, b) => a - b),
    faults: [...new Set([...faults, ...(base?.faults ?? [])])],
  };
}

/** As a plan writes it: days off as days and ranges, those on which nobody works anyway left out. */
export function incomingCalendar({ workdays, holidays }: ReadCalendar): IncomingCalendar {
  const ranges: { first: Day; last: Day }[] = [];
  for (const day of holidays) {
    const before = ranges.at(-1);
    if (before && day === before.last + 1) before.last = day;
    else ranges.push({ first: day, last: day });
  }
  return {
    workdays: workdays.map((day) => WEEKDAYS[day] as string),
    holidays: ranges
      .filter(({ first: from, last }) => last - from >= 6 || isWorked(from, last, workdays))
      .map(({ first: from, last }) => (from === last ? formatDay(from) : `${formatDay(from)}..${formatDay(last)}`)),
  };
}

function isWorked(from: Day, to: Day, workdays: readonly number[]): boolean {
  for (let day = from; day <= to; day++) if (workdays.includes(weekday(day))) return true;
  return false;
}

/** Whether two calendars have the same working days. */
export const isSame = (a: ReadCalendar, b: ReadCalendar): boolean =>
  JSON.stringify(incomingCalendar(a)) === JSON.stringify(incomingCalendar(b));

/** How many working days lie from a day to another, both counted. */
export function workingDays({ workdays, holidays }: ReadCalendar, from: Day, to: Day): number {
  const off = new Set(holidays);
  let count = 0;
  for (let day = from; day <= to && day - from < LONGEST; day++) {
    if (workdays.includes(weekday(day)) && !off.has(day)) count++;
  }
  return count;
}

const LONGEST = 20_000;
