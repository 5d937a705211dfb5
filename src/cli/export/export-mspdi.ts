import { XMLBuilder } from 'fast-xml-parser';
import { projectOf } from '../../core/export/mspdi/project.ts';
import type {
  ConstraintType,
  ProjectCalendar,
  ProjectFile,
  ProjectTask,
} from '../../core/export/mspdi/project-file.ts';
import { dayOf, eveningOf, type Instant, morningOf, SHIFTS, timeOf } from '../../core/export/mspdi/project-time.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { ExportFormat } from './export-format.ts';

/**
 * A project of Microsoft Project, in the XML that it reads and writes since 2007 (MSPDI), which many other tools read as
 * well. Project wants the elements in the order of its schema, so they stand in it here.
 */
export const exportMspdi: ExportFormat = (items, snapshot, tell) => {
  const { project, notes } = projectOf(items, snapshot);
  for (const line of notes.lines) tell(line);
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: '\t' });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8', '@_standalone': 'yes' },
    Project: { '@_xmlns': 'http://schemas.microsoft.com/project', ...projectElements(project) },
  });
};

/** By the numbers that Project has for them. */
const CONSTRAINTS: Readonly<Record<ConstraintType, number>> = {
  'must-start-on': 2,
  'must-finish-on': 3,
  'start-no-earlier-than': 4,
  'finish-no-earlier-than': 6,
};
const LINKS = { FF: 0, FS: 1, SF: 2, SS: 3 } as const;
const IN_DAYS = 7;
const IN_ELAPSED_DAYS = 8;
const IN_DAYS_ESTIMATED = 39;
const FIXED_DURATION = 1;

/** Columns for texts, by their numbers: Text1 and so on. */
const TEXT_FIELDS = [
  { id: '188743731', name: 'Text1', alias: 'Milepost id' },
  { id: '188743734', name: 'Text2', alias: 'Type' },
  { id: '188743737', name: 'Text3', alias: 'Status' },
];

/** What Project takes of a name. */
const LONGEST_NAME = 512;

function projectElements({ title, today, start, finish, calendars, tasks, resources }: ProjectFile) {
  const numbers = new Map(resources.map(({ name, uid }) => [name, uid]));
  const assigned = tasks.filter(({ owner, isSummary }) => owner !== undefined && !isSummary);
  return {
    // That of Project 2010: with it, tasks can be scheduled by themselves or by hand.
    SaveVersion: 14,
    Name: name(title, 255),
    Title: name(title),
    CreationDate: instant(morningOf(today)),
    ScheduleFromStart: 1,
    StartDate: instant(start),
    FinishDate: instant(finish),
    // The schema asks for one; nothing that is exported costs anything.
    CurrencyCode: 'USD',
    CalendarUID: calendars[0]?.uid,
    DefaultStartTime: '08:00:00',
    DefaultFinishTime: '17:00:00',
    MinutesPerDay: 480,
    MinutesPerWeek: 480 * (calendars[0]?.workdays.length ?? 5),
    DaysPerMonth: 20,
    DefaultTaskType: FIXED_DURATION,
    DurationFormat: IN_DAYS,
    HonorConstraints: 1,
    NewTasksEffortDriven: 0,
    NewTasksEstimated: 0,
    SplitsInProgressTasks: 1,
    WeekStartDay: 1,
    StatusDate: instant(eveningOf(today)),
    CurrentDate: instant(morningOf(today)),
    ExtendedAttributes: {
      ExtendedAttribute: TEXT_FIELDS.map(({ id, name: field, alias }) => ({
        FieldID: id,
        FieldName: field,
        Alias: alias,
      })),
    },
    Calendars: { Calendar: calendars.map(calendarElements) },
    Tasks: { Task: numbered(tasks).map(({ task, number }, index) => taskElements(task, index, number)) },
    Resources: {
      Resource: resources.map(({ uid, name: person }) => ({
        UID: uid,
        ID: uid,
        Name: name(person),
        Type: 1,
        IsNull: 0,
      })),
    },
    Assignments: {
      // Who answers for a task does not work on it all day: no units, and so no work.
      Assignment: assigned.map(({ uid, owner }, index) => ({
        ...{ UID: index + 1, TaskUID: uid, ResourceUID: numbers.get(owner as string), Units: 0, Work: duration(0) },
      })),
    },
  };
}

function calendarElements({ uid, name: of, workdays, exceptions }: ProjectCalendar) {
  const times = SHIFTS.map(({ from, to }) => ({ FromTime: clock(from), ToTime: clock(to) }));
  const periods = exceptions.map(({ first, last }) => ({
    FromDate: `${formatDay(first)}T00:00:00`,
    ToDate: `${formatDay(last)}T23:59:00`,
  }));
  return {
    UID: uid,
    Name: name(of),
    IsBaseCalendar: 1,
    BaseCalendarUID: -1,
    WeekDays: {
      WeekDay: [
        // Sunday is 1.
        ...[6, 0, 1, 2, 3, 4, 5].map((day, index) =>
          workdays.includes(day)
            ? { DayType: index + 1, DayWorking: 1, WorkingTimes: { WorkingTime: times } }
            : { DayType: index + 1, DayWorking: 0 },
        ),
        // For who knows exceptions as Project had them before 2007 only; it writes them in both ways itself.
        ...periods.map((TimePeriod) => ({ DayType: 0, DayWorking: 0, TimePeriod })),
      ],
    },
    ...(exceptions.length > 0 && {
      Exceptions: {
        Exception: exceptions.map((exception, index) => ({
          EnteredByOccurrences: 0,
          TimePeriod: periods[index],
          Occurrences: exception.last - exception.first + 1,
          Name: name(exception.name),
          Type: 1,
          DayWorking: 0,
        })),
      },
    }),
  };
}

/** Tasks with their numbers in the outline: 1.2.3. */
function numbered(tasks: readonly ProjectTask[]): readonly { readonly task: ProjectTask; readonly number: string }[] {
  const counts: number[] = [];
  return tasks.map((task) => {
    if (task.level === 0) return { task, number: '0' };
    counts.length = task.level;
    counts[task.level - 1] = (counts[task.level - 1] ?? 0) + 1;
    return { task, number: counts.join('.') };
  });
}

function taskElements(task: ProjectTask, index: number, number: string) {
  const { progress, constraint, deadline, calendar, isSummary, duration: length } = task;
  const format = task.isEstimated ? IN_DAYS_ESTIMATED : IN_DAYS;
  return {
    UID: task.uid,
    GUID: task.guid,
    ID: index,
    Name: name(task.name),
    Active: 1,
    Manual: 0,
    Type: FIXED_DURATION,
    IsNull: 0,
    ...(task.owner !== undefined && { Contact: name(task.owner) }),
    WBS: number,
    OutlineNumber: number,
    OutlineLevel: task.level,
    Priority: 500,
    Start: instant(task.start),
    Finish: instant(task.finish),
    Duration: duration(length),
    DurationFormat: format,
    ...(progress.pause && {
      Stop: instant(progress.pause.stop),
      Resume: instant(progress.pause.resume),
      ResumeValid: 1,
    }),
    EffortDriven: 0,
    Recurring: 0,
    Estimated: flag(task.isEstimated),
    Milestone: flag(length === 0 && !isSummary),
    Summary: flag(isSummary),
    Critical: flag(task.isCritical),
    IsSubproject: 0,
    ExternalTask: 0,
    PercentComplete: progress.percent,
    ...(progress.begun !== undefined && { ActualStart: instant(progress.begun) }),
    ...(progress.ended !== undefined && { ActualFinish: instant(progress.ended) }),
    ...(!isSummary && { ActualDuration: duration(progress.done), RemainingDuration: duration(length - progress.done) }),
    ConstraintType: constraint ? CONSTRAINTS[constraint.type] : 0,
    ...(calendar !== undefined && { CalendarUID: calendar }),
    ...(constraint && { ConstraintDate: instant(constraint.at) }),
    ...(deadline !== undefined && { Deadline: instant(deadline) }),
    IgnoreResourceCalendar: 1,
    ...(task.notes && { Notes: plain(task.notes) }),
    PredecessorLink: task.links.map(({ from, type, lag }) => ({
      PredecessorUID: from,
      Type: LINKS[type],
      CrossProject: 0,
      LinkLag: lag.minutes * 10,
      LagFormat: lag.isElapsed ? IN_ELAPSED_DAYS : IN_DAYS,
    })),
    ExtendedAttribute: task.texts.map((text, at) => ({ FieldID: TEXT_FIELDS[at]?.id, Value: plain(text) })),
    ...(task.baseline !== undefined && { Baseline: { Number: 0, Finish: instant(task.baseline) } }),
  };
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** A date with a time, without a zone. */
const instant = (at: Instant): string => `${formatDay(dayOf(at) as Day)}T${clock(timeOf(at))}`;

const two = (part: number): string => String(part).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;

const duration = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;

/** A name in one line, no longer than Project takes, and not cut within a character. */
const name = (text: string, longest = LONGEST_NAME): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return plain(line.length > longest ? line.slice(0, longest).replace(/\p{Surrogate}$/u, '') : line);
};

/** Without what XML 1.0 cannot hold, however it is escaped: control characters, halves of characters, noncharacters. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '\u{fffd}');

const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
