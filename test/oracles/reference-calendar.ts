import {
  type Day,
  dayOf,
  type Length,
  type ReferenceCalendar,
  type ReferenceItem,
  type ReferencePlan,
} from './reference-plan.ts';

/** Minutes of work: a length, or a boundary in the numbering of one calendar. */
export type Minutes = number;

/** The minutes of a working day. */
export const DAY: Minutes = 480;

/** Every day that a reference plan may touch; whatever leaves them is a mistake of the test. */
const HORIZON = { first: dayOf('2024-01-01'), last: dayOf('2031-12-31') };

/** The working days of a calendar, one by one, numbered from the first day of the horizon. */
export interface WorkingDays {
  readonly days: readonly Day[];
  /** How many working days lie before each day of the horizon. */
  readonly before: readonly number[];
  readonly daysOfWeek: number;
}

const known = new Map<string, WorkingDays>();
const same = new Map<string, WorkingDays>();

/** The calendar of an item: its workstream's, over its program's, over the plan's, key by key. */
export function calendarOf(
  plan: ReferencePlan,
  item: Pick<ReferenceItem, 'program' | 'workstream' | 'tag'>,
): WorkingDays {
  const program = plan.programs.find(({ id }) => id === item.program);
  const workstream = program?.workstreams.find(({ id }) => id === item.workstream);
  const spec: ReferenceCalendar = { ...plan.calendar, ...defined(program?.calendar), ...defined(workstream?.calendar) };
  const freezes = (spec.freezes ?? []).filter(({ tag }) => tag === item.tag);
  return workingDays({ ...spec, freezes });
}

const defined = (calendar: ReferenceCalendar | undefined): ReferenceCalendar =>
  Object.fromEntries(Object.entries(calendar ?? {}).filter(([, value]) => value !== undefined));

/** The working days of a calendar, looked at day by day. Calendars with the same working days are one. */
export function workingDays({
  workdays = [0, 1, 2, 3, 4],
  holidays = [],
  freezes = [],
}: ReferenceCalendar): WorkingDays {
  const key = JSON.stringify([workdays, holidays, freezes]);
  const found = known.get(key);
  if (found) return found;
  const days: Day[] = [];
  const before: number[] = [];
  const off = [...holidays, ...freezes];
  for (let day = HORIZON.first; day <= HORIZON.last; day++) {
    before.push(days.length);
    const weekday = (new Date(day * 86_400_000).getUTCDay() + 6) % 7;
    if (workdays.includes(weekday) && !off.some(({ first, last }) => first <= day && day <= last)) days.push(day);
  }
  const list = days.join();
  const made = same.get(list) ?? { days, before, daysOfWeek: workdays.length };
  same.set(list, made);
  known.set(key, made);
  return made;
}

function countBefore(calendar: WorkingDays, day: Day): number {
  const count = calendar.before[day - HORIZON.first];
  if (count === undefined) throw new Error('a day beyond the horizon');
  return count;
}

function dayNumbered(calendar: WorkingDays, n: number): Day {
  const day = calendar.days[n];
  if (day === undefined) throw new Error('a working day beyond the horizon');
  return day;
}

/** The boundary before the first working day on or after a day. */
export const startOf = (calendar: WorkingDays, day: Day): Minutes => countBefore(calendar, day) * DAY;

/** The boundary after the last working day on or before a day. */
export const endOf = (calendar: WorkingDays, day: Day): Minutes => countBefore(calendar, day + 1) * DAY;

/** The day on which work that starts at a boundary is shown to start. */
export const startDate = (calendar: WorkingDays, at: Minutes): Day => dayNumbered(calendar, Math.floor(at / DAY));

/** The day on which work that finishes at a boundary is shown to finish. */
export const finishDate = (calendar: WorkingDays, at: Minutes): Day => dayNumbered(calendar, Math.ceil(at / DAY) - 1);

/** How much work a length in working time is. */
export const workOf = (calendar: WorkingDays, { amount, unit }: Length): Minutes =>
  Math.round(amount * DAY * (unit === 'w' ? calendar.daysOfWeek : 1));
