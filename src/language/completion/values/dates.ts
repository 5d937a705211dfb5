import { type Day, dayFrom, FIRST_DAY, formatDay, LAST_DAY, weekday } from '../../../core/model/values/day.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { WorkCalendar } from '../../../core/schedule/work-calendar.ts';
import type { PlanState } from '../../../core/state/state.ts';
import type { Candidate } from '../candidate.ts';

/** What a date is for: which days come to mind. */
export type DateUse = 'start' | 'end' | 'fact';

/** What dates are proposed from. */
export interface DatesAsked {
  readonly today: Day;
  readonly state: PlanState;
  readonly calendar: WorkCalendar;
  /** The item that the date is of, where the plan knows it. */
  readonly item: Item | undefined;
}

type Named = readonly [day: Day | undefined, words: string];

/** Days that people write: those of an end are the last on which anybody works in a week, a month, a quarter. */
export function dateCandidates(use: DateUse, asked: DatesAsked): Candidate[] {
  const words = new Map<Day, string[]>();
  for (const [day, name] of [...named(use, asked)]) {
    if (day === undefined || day < FIRST_DAY || day > LAST_DAY) continue;
    words.set(day, [...(words.get(day) ?? []), name]);
  }
  return [...words].map(([day, names]) => ({
    value: formatDay(day),
    kind: 'date',
    detail: `${WEEKDAYS[weekday(day)]}, ${names.join(', ')}`,
    words: names.join(' '),
  }));
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function named(use: DateUse, asked: DatesAsked): readonly Named[] {
  switch (use) {
    case 'fact':
      return facts(asked);
    case 'start':
      return starts(asked);
    case 'end':
      return ends(asked);
  }
}

function facts({ today, calendar }: DatesAsked): readonly Named[] {
  return [
    [today, 'today'],
    [today - 1, 'yesterday'],
    [lastWorking(today - 1, calendar), 'last working day'],
  ];
}

function starts({ today, calendar, state, item }: DatesAsked): readonly Named[] {
  const [year, month] = yearAndMonth(today);
  return [
    [today, 'today'],
    [nextWorking(today + 1, calendar), 'next working day'],
    [nextWorking(today - weekday(today) + 7, calendar), 'start of next week'],
    [nextWorking(dayFrom(year, month + 1, 1), calendar), 'start of next month'],
    [nextWorking(dayFrom(year, month - ((month - 1) % 3) + 3, 1), calendar), 'start of next quarter'],
    [item?.open ? state.schedule.start(item) : undefined, 'forecast'],
  ];
}

function ends({ today, calendar, state, item }: DatesAsked): readonly Named[] {
  const [year, month] = yearAndMonth(today);
  const until = (day: Day): Day | undefined => lastWorking(day, calendar);
  const thisWeek = until(today - weekday(today) + 6);
  // What nobody has planned is forecast for today.
  const finish = item?.open ? state.schedule.finish(item) : undefined;
  const quarter = month - ((month - 1) % 3);
  const later: readonly Named[] = [
    [finish === today ? undefined : finish, 'forecast'],
    [thisWeek, 'end of this week'],
    [until(today - weekday(today) + 13), 'end of next week'],
    [until(dayFrom(year, month + 1, 1) - 1), 'end of this month'],
    [until(dayFrom(year, month + 2, 1) - 1), 'end of next month'],
    [until(dayFrom(year, quarter + 3, 1) - 1), 'end of this quarter'],
    [until(dayFrom(year, quarter + 6, 1) - 1), 'end of next quarter'],
    [today, 'today'],
    [nextWorking(today + 1, calendar), 'next working day'],
  ];
  return later.filter(([day]) => day !== undefined && day >= today);
}

function yearAndMonth(day: Day): [year: number, month: number] {
  const [year, month] = formatDay(day).split('-');
  return [Number(year), Number(month)];
}

/** Beyond so many days off nobody means the day that comes after. */
const MOST_DAYS_OFF = 31;

function lastWorking(day: Day, calendar: WorkCalendar): Day | undefined {
  for (let at = day; at > day - MOST_DAYS_OFF && at >= FIRST_DAY; at--) if (calendar.works(at)) return at;
  return undefined;
}

function nextWorking(day: Day, calendar: WorkCalendar): Day | undefined {
  for (let at = day; at < day + MOST_DAYS_OFF && at <= LAST_DAY; at++) if (calendar.works(at)) return at;
  return undefined;
}
