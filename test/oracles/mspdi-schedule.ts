import type { Minute, MspdiCalendar, MspdiFile, MspdiLink, MspdiTask } from './mspdi-file.ts';

/** When a task starts and finishes. */
export interface Times {
  readonly start: Minute;
  readonly finish: Minute;
}

const DAY = 24 * 60;

/**
 * The times of the tasks of a file, worked out from what it says by the rules of Microsoft Project, shift by shift; the
 * dates that stand in it are not looked at. Tasks are as soon as possible, but for their constraints, which come before
 * links; lags of working time count on the calendar of the task that waits; what has happened, has happened.
 */
export function scheduleMspdi(file: MspdiFile): ReadonlyMap<number, Times> {
  const tasks = new Map(file.tasks.filter(({ isSummary }) => !isSummary).map((task) => [task.uid, task]));
  const found = new Map<number, Times>();
  const timesOf = (uid: number): Times => {
    const known = found.get(uid);
    if (known) return known;
    const task = tasks.get(uid);
    if (!task) throw new Error(`a link from ${uid}, which is no task`);
    const made = timesFor(task, file, timesOf);
    found.set(uid, made);
    return made;
  };
  for (const uid of tasks.keys()) timesOf(uid);
  return found;
}

function timesFor(task: MspdiTask, file: MspdiFile, timesOf: (uid: number) => Times): Times {
  const calendar = task.calendar === undefined ? file.projectCalendar : file.calendars.get(task.calendar);
  if (!calendar) throw new Error(`no calendar ${task.calendar}`);
  const { duration, actualStart, actualFinish, resume, remaining } = task;
  if (actualStart !== undefined) {
    if (actualFinish !== undefined) return { start: actualStart, finish: actualFinish };
    return {
      start: actualStart,
      finish: resume === undefined ? after(calendar, actualStart, duration) : after(calendar, resume, remaining ?? 0),
    };
  }
  const starts = task.links.map((link) => {
    const bound = boundOf(link, timesOf(link.from), calendar);
    return link.type === 'FF' || link.type === 'SF' ? before(calendar, bound, duration) : bound;
  });
  const date = task.constraintDate as Minute;
  const FREE = 0;
  const MUST_START_ON = 2;
  const MUST_FINISH_ON = 3;
  const START_NO_EARLIER = 4;
  const FINISH_NO_EARLIER = 6;
  switch (task.constraint) {
    case FREE:
      break;
    case MUST_START_ON:
      starts.splice(0, starts.length, date);
      break;
    case MUST_FINISH_ON:
      starts.splice(0, starts.length, before(calendar, date, duration));
      break;
    case START_NO_EARLIER:
      starts.push(date);
      break;
    case FINISH_NO_EARLIER:
      starts.push(before(calendar, date, duration));
      break;
    default:
      throw new Error(`constraint ${task.constraint}`);
  }
  if (starts.length === 0) starts.push(file.start);
  const start = atWork(calendar, Math.max(...starts.map((at) => atWork(calendar, at, task))), task);
  return { start, finish: after(calendar, start, duration) };
}

function boundOf({ type, lag, isElapsed }: MspdiLink, from: Times, calendar: MspdiCalendar): Minute {
  const at = type === 'SS' || type === 'SF' ? from.start : from.finish;
  if (isElapsed || lag === 0) return at + lag;
  return lag > 0 ? after(calendar, at, lag) : before(calendar, at, -lag);
}

/** The time at which work of some minutes ends that begins at a time. */
function after(calendar: MspdiCalendar, at: Minute, minutes: number): Minute {
  let left = minutes;
  if (left === 0) return at;
  for (let day = Math.floor(at / DAY); ; day++) {
    for (const { from, to } of calendar.shiftsOn(day)) {
      const begins = Math.max(at, day * DAY + from);
      const room = day * DAY + to - begins;
      if (room <= 0) continue;
      if (left <= room) return begins + left;
      left -= room;
    }
  }
}

/** The time at which work of some minutes has to begin to end at a time. */
function before(calendar: MspdiCalendar, at: Minute, minutes: number): Minute {
  let left = minutes;
  if (left === 0) return at;
  for (let day = Math.floor(at / DAY); ; day--) {
    for (const { from, to } of [...calendar.shiftsOn(day)].reverse()) {
      const ends = Math.min(at, day * DAY + to);
      const room = ends - (day * DAY + from);
      if (room <= 0) continue;
      if (left <= room) return ends - left;
      left -= room;
    }
  }
}

/** The next time of work; what takes no time may be at the end of a shift as well. */
function atWork(calendar: MspdiCalendar, at: Minute, { duration }: MspdiTask): Minute {
  for (let day = Math.floor(at / DAY); ; day++) {
    for (const { from, to } of calendar.shiftsOn(day)) {
      if (duration === 0 && at === day * DAY + to) return at;
      if (at < day * DAY + to) return Math.max(at, day * DAY + from);
    }
  }
}
