import { EVERY_DAY } from '../../export/mspdi/project-calendars.ts';
import { fieldOf, typeNamed } from '../../model/registry.ts';
import { formatDay } from '../../model/values/day.ts';
import { formatDuration } from '../../model/values/duration.ts';
import type { IncomingFields, IncomingItem, IncomingLink, IncomingPlan, IncomingType, Remark } from '../incoming.ts';
import { dayOf, isElapsedFormat, isSet, listed, minutesOf, numberOf, textOf } from './elements.ts';
import { leavesOf, type Outline, type OutlineTask, outlineOf } from './outline.ts';
import { type OwnColumns, ownColumns } from './own-columns.ts';
import { peopleOf } from './people.ts';
import { incomingCalendar, isSame, type ReadCalendar, readCalendars, workingDays } from './read-calendars.ts';
import { type ReadLinks, readLinks } from './read-links.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** What a file may hold. */
const MOST_TASKS = 100_000;
const MINUTES_PER_DAY = 480;

/** Constraints, as Project numbers them. */
const AS_LATE_AS_POSSIBLE = 1;
const MUST_START = 2;
const MUST_FINISH = 3;
const START_NO_EARLIER = 4;
const START_NO_LATER = 5;
const FINISH_NO_EARLIER = 6;
const FINISH_NO_LATER = 7;

/** Whether a text is the XML of a project, and no table. */
export const isXml = (text: string): boolean => /^\s*<[?!a-z]/i.test(text);

/**
 * Reads a project of Microsoft Project, in its XML: tasks are milestones, what is on top of the outline are workstreams.
 * What Milepost itself has written comes back as what it was.
 */
export function readMspdi(text: string): { readonly plan: IncomingPlan } | { readonly trouble: string } {
  const read = readXml(text);
  if ('trouble' in read) return read;
  const { name, root } = read;
  if (name !== 'Project') {
    return {
      trouble: `it is XML, but no project of MS Project: it begins with <${name.slice(0, 40)}>. There, choose Save As, XML Format`,
    };
  }
  const count = listed(root, 'Tasks', 'Task').length;
  if (count > MOST_TASKS) return { trouble: `it has ${count} tasks, and 100,000 are read at most` };
  return { plan: new MspdiReader(root).read() };
}

/** The reading of one project. */
class MspdiReader {
  readonly #project: XmlElement;
  readonly #outline: Outline;
  readonly #own: OwnColumns | undefined;
  readonly #calendars: ReadonlyMap<number, ReadCalendar>;
  readonly #usual: ReadCalendar | undefined;
  readonly #people: ReadonlyMap<number, readonly string[]>;
  readonly #minutesPerDay: number;
  readonly #links: ReadLinks;
  readonly #remarks: Remark[] = [];
  readonly #said = new Set<string>();

  constructor(project: XmlElement) {
    this.#project = project;
    this.#own = ownColumns(project);
    this.#outline = outlineOf(project, (task) => this.#own?.typeOf(task) === 'program');
    this.#calendars = readCalendars(project);
    this.#usual = this.#calendars.get(numberOf(project, 'CalendarUID') ?? -1);
    this.#people = peopleOf(project);
    this.#minutesPerDay = numberOf(project, 'MinutesPerDay') || MINUTES_PER_DAY;
    this.#links = readLinks(this.#outline, this.#minutesPerDay, (task) => this.#isStream(task));
  }

  read(): IncomingPlan {
    const { root, tasks } = this.#outline;
    for (const fault of this.#usual?.faults ?? []) this.#remarks.push({ text: `the calendar of the project ${fault}` });
    for (const { task, text } of this.#links.faults) this.#remarks.push({ place: placeOf(task), text });
    const items = tasks.map((task) => this.#itemOf(task));
    const target = dayOf(root?.element, 'Deadline');
    const start = dayOf(this.#project, 'StartDate');
    const owner = root && this.#people.get(root.uid)?.[0];
    const title = textOf(root?.element, 'Name') || textOf(this.#project, 'Title') || textOf(this.#project, 'Name');
    const key = root && this.#own?.keyOf(root.element);
    return {
      program: {
        ...(key !== undefined && { id: key }),
        title: title.replace(/\.(?:mpp|xml)$/i, ''),
        fields: {
          // What has begun earlier says so itself.
          ...(start !== undefined && { start: formatDay(start) }),
          ...(target !== undefined && { target: formatDay(target) }),
          ...(owner !== undefined && { owner }),
        },
        prose: root ? this.#proseOf(root) : '',
        ...(this.#usual && { calendar: incomingCalendar(this.#usual) }),
      },
      items,
      remarks: this.#remarks,
    };
  }

  /** Summaries on top are workstreams; one that Milepost has written is what it was. */
  #isStream(task: OutlineTask): boolean {
    return task.isSummary && this.#outline.top.includes(task);
  }

  #itemOf(task: OutlineTask): IncomingItem {
    const { element, parent } = task;
    const isStream = this.#isStream(task);
    const type = isStream ? 'workstream' : this.#typeOf(task);
    const calendar = isStream ? this.#commonCalendar(task) : type === 'milestone' ? this.#ownCalendar(task) : undefined;
    const id = this.#own?.keyOf(element)?.replace(/^.*\//, '');
    return {
      key: String(task.uid),
      place: placeOf(task),
      type,
      ...(id !== undefined && { ids: [id] }),
      title: textOf(element, 'Name'),
      ...(parent && parent !== this.#outline.root && { parent: String(parent.uid) }),
      fields: isStream ? this.#streamFields(task) : this.#fieldsOf(task, type),
      links: this.#linksOf(task, type),
      prose: this.#proseOf(task),
      ...(calendar && { calendar: incomingCalendar(calendar) }),
    };
  }

  /** A dependency waits for nothing: it is provided by what it comes from. */
  #linksOf(task: OutlineTask, type: IncomingType): readonly IncomingLink[] {
    const links = this.#links.links.get(task) ?? NO_LINKS;
    return type === 'dependency' ? links.map(({ key }) => ({ relation: 'provided_by', key })) : links;
  }

  #typeOf({ element, isSummary }: OutlineTask): IncomingType {
    const own = isSummary ? undefined : this.#own?.typeOf(element);
    const type = own === undefined ? undefined : typeNamed(own);
    return type?.forecast ? (type.name as IncomingType) : 'milestone';
  }

  #streamFields(task: OutlineTask): IncomingFields {
    const owner = this.#people.get(task.uid)?.[0];
    return owner === undefined ? {} : { owner };
  }

  #fieldsOf(task: OutlineTask, type: IncomingType): IncomingFields {
    const { element, isSummary } = task;
    const known = typeNamed(type);
    const [owner, ...others] = this.#people.get(task.uid) ?? [];
    if (others.length > 0)
      this.#remark(task, 'several people are assigned: the first is its owner, all stand in its prose');
    const due = dayOf(element, 'Deadline');
    const fields: Record<string, string | undefined> = { owner };
    if (due !== undefined && known?.dueField) fields[known.dueField] = formatDay(due);
    const status = this.#own?.statusOf(element);
    if (status !== undefined) fields['status'] = status;
    Object.assign(fields, isSummary ? this.#partsOf(task) : this.#workOf(task, type));
    // However much was done of what is left aside by now.
    if (!isSet(element, 'Active') && textOf(element, 'Active') !== '') fields['status'] = 'cancelled';
    // Who promised nothing is forecast on the day on which it is needed; of others only their due date is a day ahead.
    if (type === 'dependency' && due === undefined) fields['needed_by'] = fields['expected'];
    const taken = Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && isField(type, entry[0]),
    );
    return Object.fromEntries(taken);
  }

  /** A summary that is no workstream is done when its parts are, and not before them. */
  #partsOf({ element }: OutlineTask): Record<string, string | undefined> {
    const ended = dayOf(element, 'ActualFinish');
    if (ended !== undefined) return { completed: formatDay(ended), status: 'done' };
    return dayOf(element, 'Deadline') === undefined ? {} : { duration: '0d' };
  }

  /** How long a task takes, when it may be, and what has happened of it, by the fields of its type. */
  #workOf(task: OutlineTask, type: IncomingType): Record<string, string | undefined> {
    const { element } = task;
    const role = typeNamed(type)?.forecast;
    const percent = Math.round(numberOf(element, 'PercentComplete') ?? 0);
    const begun = dayOf(element, 'ActualStart');
    // In a plan work can be all done, and not be closed yet; then its status says so.
    const isOver = percent >= 100 && !this.#own;
    const ended = dayOf(element, 'ActualFinish') ?? (isOver ? dayOf(element, 'Finish') : undefined);
    const length = this.#lengthOf(task);
    const fields: Record<string, string | undefined> = { ...this.#constraintOf(task, length === 0) };
    const isMilestone = type === 'milestone';
    const closedOn = typeNamed(type)?.closedOn;
    if (role?.work && length > 0) fields[role.work.length] = formatDuration({ amount: length, unit: 'd' });
    if (ended !== undefined && closedOn !== undefined) {
      fields[closedOn] = formatDay(ended);
      if (this.#own === undefined) fields['status'] = isMilestone ? 'done' : undefined;
    }
    if (begun !== undefined && role?.work && (length > 0 || ended === undefined))
      fields[role.work.begun] = formatDay(begun);
    if (isMilestone && ended === undefined && percent > 0) {
      fields['progress'] = this.#progressOf(element, percent);
      if (!this.#own) fields['status'] = percent < 100 ? 'in-progress' : 'done';
    }
    // Without work it would stand on its due date, or fill the time until then; with none to do it is where links put it.
    const due = fields['due'] ?? written(dayOf(element, 'Deadline'));
    const isOnDue =
      fields['start'] === undefined &&
      numberOf(element, 'ConstraintType') === FINISH_NO_EARLIER &&
      written(dayOf(element, 'ConstraintDate')) === due;
    if (isMilestone && length === 0 && ended === undefined && due !== undefined && !isOnDue) {
      if (fields['expected'] === undefined) fields['duration'] = '0d';
    }
    return fields;
  }

  /** A percentage as it stands there, or a finer one where that would leave more to do, or less. */
  #progressOf(element: XmlElement, percent: number): string {
    const length = minutesOf(element, 'Duration') ?? 0;
    const left = minutesOf(element, 'RemainingDuration');
    const isExact = left === undefined || length === 0 || Math.round(length * (1 - percent / 100)) === Math.round(left);
    return `${isExact ? percent : Number((100 * (1 - left / length)).toFixed(4))}%`;
  }

  /** In days of the project. */
  #lengthOf(task: OutlineTask): number {
    const { element } = task;
    const minutes = minutesOf(element, 'Duration') ?? 0;
    if (!isElapsedFormat(numberOf(element, 'DurationFormat'))) return rounded(minutes / this.#minutesPerDay);
    const [start, finish] = [dayOf(element, 'Start'), dayOf(element, 'Finish')];
    const calendar = this.#calendarOf(task) ?? this.#usual;
    if (start === undefined || finish === undefined || !calendar || minutes === 0) return rounded(minutes / (24 * 60));
    this.#remark(task, 'it takes elapsed time: the working days between its dates are taken');
    // What ends in the morning does nothing more on that day.
    return workingDays(calendar, start, isMorning(textOf(element, 'Finish')) ? finish - 1 : finish);
  }

  /** What its constraint says, in the fields that say the same. */
  #constraintOf(task: OutlineTask, isEvent: boolean): Record<string, string | undefined> {
    const { element } = task;
    if (isSet(element, 'Manual')) {
      this.#remark(task, 'it is scheduled by hand: its start is kept as the earliest, and links may move it');
      return { start: written(dayOf(element, 'Start') ?? dayOf(element, 'ManualStart')) };
    }
    const date = dayOf(element, 'ConstraintDate');
    const type = numberOf(element, 'ConstraintType') ?? 0;
    const due = dayOf(element, 'Deadline');
    if (type === AS_LATE_AS_POSSIBLE)
      this.#remark(task, 'it is as late as possible: here everything is as soon as it can be');
    if (date === undefined) return {};
    switch (type) {
      case MUST_START:
        this.#remark(task, 'it must start on a day: it does not start before it, and links may move it');
        return { start: written(date) };
      case MUST_FINISH:
        this.#remark(task, 'it must finish on a day: that is what its owner expects, and links may move it');
        return { expected: written(date) };
      case START_NO_EARLIER:
        return { start: written(date) };
      case START_NO_LATER:
        this.#remark(task, 'it starts no later than a day: left out');
        return {};
      case FINISH_NO_EARLIER:
        // What takes no time, and is there in the morning, holds up nothing of that day.
        if (isEvent && isMorning(textOf(element, 'ConstraintDate'))) return { start: written(date) };
        // It is on its due date anyway.
        return isEvent && date === due ? {} : { expected: written(date) };
      case FINISH_NO_LATER:
        if (due === undefined) return { due: written(date) };
        this.#remark(task, 'it finishes no later than a day, and has a deadline as well: the deadline is taken');
        return {};
      default:
        return {};
    }
  }

  /** The calendar of a task, where it differs from that of the project. */
  #calendarOf(task: OutlineTask): ReadCalendar | undefined {
    const uid = numberOf(task.element, 'CalendarUID') ?? -1;
    const calendar = uid < 0 ? undefined : this.#calendars.get(uid);
    if (!calendar || !this.#usual || calendar === this.#usual || isSame(calendar, this.#usual)) return undefined;
    // What takes no time, and is set for a Sunday, needs no calendar here that has one.
    if (this.#own && calendar.name === EVERY_DAY) return undefined;
    for (const fault of calendar.faults) this.#remark(task, `its calendar ${fault}`);
    return calendar;
  }

  /** The calendar of all that is in a workstream, where that is one, and not that of the project. */
  #commonCalendar(stream: OutlineTask): ReadCalendar | undefined {
    const [one, ...others] = leavesOf(stream).map((task) => this.#calendarOf(task));
    return one && others.every((other) => other && isSame(one, other)) ? one : undefined;
  }

  #ownCalendar(task: OutlineTask): ReadCalendar | undefined {
    let stream: OutlineTask | undefined = task.parent;
    while (stream && !this.#isStream(stream)) stream = stream.parent;
    return task.isSummary || (stream && this.#commonCalendar(stream)) ? undefined : this.#calendarOf(task);
  }

  #proseOf(task: OutlineTask): string {
    const notes = textOf(task.element, 'Notes');
    const people = this.#people.get(task.uid) ?? [];
    const all = people.length > 1 ? `Assigned: ${people.join(', ')}` : '';
    // Milepost begins with the path of the file, which is another one now.
    const text = this.#own && !all ? notes.replace(/^[^\n]*(?:\n+|$)/, '') : notes;
    return [text, all].filter(Boolean).join('\n\n');
  }

  /** Said once, however often what it is about is looked at. */
  #remark(task: OutlineTask, text: string): void {
    const place = placeOf(task);
    const said = `${place} ${text}`;
    if (this.#said.has(said)) return;
    this.#said.add(said);
    this.#remarks.push({ place, text });
  }
}

const isMorning = (dateTime: string): boolean => /T0\d:/.test(dateTime);

const isField = (type: IncomingType, name: string): boolean => {
  const known = typeNamed(type);
  return name === 'status' || (known !== undefined && fieldOf(known, name) !== undefined);
};

const NO_LINKS: readonly IncomingLink[] = [];

/** By the number that stands before it in the sheet. */
const placeOf = ({ element, uid }: OutlineTask): string => `task ${textOf(element, 'ID') || uid}`;

const written = (day: number | undefined): string | undefined => (day === undefined ? undefined : formatDay(day));

const rounded = (days: number): number => Math.round(days * 1_000) / 1_000;
