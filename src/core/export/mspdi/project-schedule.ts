import { formatDay } from '../../model/values/day.ts';
import type { Item, Link } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Place } from '../../schedule/forecast.ts';
import type { Minutes } from '../../schedule/minutes.ts';
import { countedLinks } from '../../schedule/network.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { WorkCalendar } from '../../schedule/work-calendar.ts';
import type { ProjectCalendars } from './project-calendars.ts';
import type { Constraint, Progress, ProjectLag } from './project-file.ts';
import type { ProjectNotes } from './project-notes.ts';
import { boundBy, elapsedLag, type ReadLink, readByProject, type Times } from './project-reading.ts';
import { boundaryAt, dayOf, eveningOf, finishAt, type Instant, morningOf, startAt } from './project-time.ts';

/** An item as a task: when Project has it, and what holds it there. */
export interface ScheduledTask extends Times {
  readonly calendar: number;
  readonly duration: Minutes;
  readonly progress: Progress;
  readonly constraint: Constraint | undefined;
  readonly links: readonly ScheduledLink[];
}

export interface ScheduledLink extends ReadLink {
  readonly item: Item;
}

/** What tasks are made of. */
export interface ScheduleInput {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly calendars: ProjectCalendars;
  readonly notes: ProjectNotes;
  readonly today: number;
}

const NOTHING_DONE: Progress = { percent: 0, begun: undefined, ended: undefined, done: 0, pause: undefined };

/**
 * Items as tasks that Project schedules to the same dates. Links, lags, calendars and what has happened go over as they
 * are. Where Project would begin earlier, it is told not to; where it would come later, the task is held where it is, and
 * that is noted, as is every date that it cannot have.
 */
export function scheduledTasks(items: readonly Item[], input: ScheduleInput): ReadonlyMap<Item, ScheduledTask> {
  const wanted = new Set(items);
  const tasks = new Map<Item, ScheduledTask>();
  // What is waited for comes first.
  for (const item of input.schedule.inOrder) {
    if (!wanted.has(item)) continue;
    const task = new Scheduling(item, input.schedule.placeOf(item) as Place, tasks, input).task();
    tasks.set(item, task);
    noteDates(item, task, input);
  }
  return tasks;
}

function noteDates(item: Item, { start, finish }: Times, { schedule, notes }: ScheduleInput): void {
  const begins = schedule.start(item) ?? dayOf(start);
  const ends = schedule.finish(item) as number;
  if (dayOf(start) === begins && dayOf(finish) === ends) return;
  const span = dayOf(start) === dayOf(finish) ? [finish] : [start, finish];
  notes.add('dates', `${item.key} (${span.map((at) => formatDay(dayOf(at))).join(' to ')})`);
}

/** The making of one task. */
class Scheduling {
  readonly #item: Item;
  readonly #place: Place;
  readonly #done: ReadonlyMap<Item, ScheduledTask>;
  readonly #input: ScheduleInput;
  readonly #calendar: WorkCalendar;

  constructor(item: Item, place: Place, done: ReadonlyMap<Item, ScheduledTask>, input: ScheduleInput) {
    this.#item = item;
    this.#place = place;
    this.#done = done;
    this.#input = input;
    this.#calendar = place.calendar;
  }

  task(): ScheduledTask {
    const { course } = this.#place;
    const calendar = this.#input.calendars.of(this.#item);
    const links = this.#links();
    if (course === 'done') return { calendar, links, constraint: undefined, ...this.#closed() };
    if (course === 'measured' || course === 'running') {
      return { calendar, links, constraint: undefined, ...this.#underWay() };
    }
    return this.#open(calendar, links);
  }

  /** The links whose other end is a task as well, one for each: Project does not link two tasks twice. */
  #links(): readonly ScheduledLink[] {
    const { plan, notes } = this.#input;
    const best = new Map<Item, ScheduledLink>();
    let lost = 0;
    for (const link of plan.linksTo(this.#item).filter(countedLinks(plan))) {
      const from = this.#done.get(link.from);
      if (!from) {
        lost++;
        continue;
      }
      const made = { item: link.from, from, type: link.type, lag: lagOf(link, this.#calendar) };
      const other = best.get(link.from);
      if (other) notes.add('twice', `${link.from.key} and ${this.#item.key}`);
      if (!other || this.#heldBy(made) > this.#heldBy(other)) best.set(link.from, made);
    }
    if (lost > 0) notes.add('lost', this.#item.key);
    return [...best.values()];
  }

  /** The start that a link gives, for telling which of two says more. */
  #heldBy(link: ReadLink): Minutes {
    const bound = boundaryAt(this.#calendar, boundBy(link, this.#calendar));
    return link.type === 'FF' || link.type === 'SF' ? bound - this.#place.duration : bound;
  }

  #closed() {
    const { duration, finish } = this.#place;
    const ended = duration === 0 ? this.#shownAt() : finishAt(this.#calendar, finish);
    // One who wrote that it began after it ended is told so by a rule.
    const begun = duration === 0 ? ended : Math.min(startAt(this.#calendar, this.#place.start), ended);
    const worked = boundaryAt(this.#calendar, ended) - boundaryAt(this.#calendar, begun);
    const progress: Progress = { percent: 100, begun, ended, done: worked, pause: undefined };
    return { start: begun, finish: ended, duration: worked, progress };
  }

  /**
   * Work that has begun. Where what is left of it waits for something, or for today, it pauses as long. Where more of it is
   * done than time has passed, the time counts; where nobody says how much is, the whole takes as long as it is forecast
   * to.
   */
  #underWay() {
    const { start, duration, work, course } = this.#place;
    const finish = Math.max(this.#place.finish, start);
    const begun = startAt(this.#calendar, start);
    const times = { start: begun, finish: finish === start ? begun : finishAt(this.#calendar, finish) };
    const done = course === 'measured' ? duration - work : 0;
    const resumes = finish - work;
    if (done > 0 && work > 0 && start + done < resumes) {
      const pause = { stop: finishAt(this.#calendar, start + done), resume: startAt(this.#calendar, resumes) };
      return { ...times, duration, progress: progressOf(begun, done, duration, pause) };
    }
    const length = finish - start;
    const passed = Math.min(done, Math.max(0, resumes - start));
    return { ...times, duration: length, progress: progressOf(begun, passed, length) };
  }

  #open(calendar: number, links: readonly ScheduledLink[]): ScheduledTask {
    const { duration, start, finish } = this.#place;
    const isEvent = duration === 0;
    const at = isEvent ? this.#shownAt() : startAt(this.#calendar, start);
    const wanted = isEvent ? { start: at, finish: at } : { start: at, finish: finishAt(this.#calendar, finish) };
    const offWork = isEvent && !this.#calendar.works(dayOf(at)) ? this.#input.calendars.everyDay() : undefined;
    const own = this.#ownConstraint(at);
    const read = { calendar: offWork?.calendar ?? this.#calendar, duration, links };
    const found = readByProject({ ...read, constraint: own });
    let constraint = own;
    if (found === undefined || found.start < wanted.start) {
      constraint = { type: isEvent ? 'finish-no-earlier-than' : 'start-no-earlier-than', at };
      if (own || links.length > 0) this.#noteHeld();
    }
    const times = readByProject({ ...read, constraint }) as Times;
    if (times.start !== wanted.start) {
      constraint = { type: isEvent ? 'must-finish-on' : 'must-start-on', at };
      this.#input.notes.add('pinned', this.#item.key);
    }
    return {
      calendar: offWork?.uid ?? calendar,
      links,
      duration,
      progress: NOTHING_DONE,
      constraint,
      ...(readByProject({ ...read, constraint }) as Times),
    };
  }

  /** What the plan itself says of when it may be. */
  #ownConstraint(wanted: Instant): Constraint | undefined {
    const { today } = this.#input;
    const { course, date } = this.#place;
    const { start } = this.#item.values;
    if (course === 'event' && date !== undefined) {
      if (date < today) return undefined;
      // One that is pushed off its date is off the calendar of that day as well.
      const at = dayOf(wanted) === date ? wanted : finishAt(this.#calendar, this.#calendar.end(date));
      return { type: 'finish-no-earlier-than', at: Math.min(at, wanted) };
    }
    if (start === undefined || start < today) return undefined;
    return { type: 'start-no-earlier-than', at: morningOf(start) };
  }

  #noteHeld(): void {
    const { notes, schedule } = this.#input;
    if (schedule.windowOf(this.#item) !== undefined) notes.add('window', this.#item.key);
    else if (this.#place.isExpected) notes.add('expected', this.#item.key);
  }

  /** The time, on the day on which what takes no time is shown, that is nearest to its boundary. */
  #shownAt(): Instant {
    const day = this.#input.schedule.finish(this.#item) as number;
    const { finish } = this.#place;
    const ends = finishAt(this.#calendar, finish);
    if (dayOf(ends) === day) return ends;
    const starts = startAt(this.#calendar, finish);
    return dayOf(starts) === day ? starts : eveningOf(day);
  }
}

const progressOf = (begun: Instant, done: Minutes, duration: Minutes, pause?: Progress['pause']): Progress => ({
  percent: duration === 0 ? 0 : Math.round((100 * done) / duration),
  begun,
  ended: undefined,
  done,
  pause,
});

function lagOf({ lag }: Link, calendar: WorkCalendar): ProjectLag {
  if (!lag) return { minutes: 0, isElapsed: false };
  if (lag.unit === 'ed' || lag.unit === 'ew') return elapsedLag(Math.ceil(lag.amount * (lag.unit === 'ew' ? 7 : 1)));
  return { minutes: calendar.work(lag), isElapsed: false };
}
