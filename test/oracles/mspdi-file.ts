import { DOMParser, type Element } from '@xmldom/xmldom';

/**
 * What a file of Microsoft Project's XML says, read by the published schema alone: it knows nothing of Milepost, nor of
 * how the file was written.
 */
export interface MspdiFile {
  readonly start: Minute;
  readonly calendars: ReadonlyMap<number, MspdiCalendar>;
  readonly projectCalendar: MspdiCalendar;
  /** In the order of the file, summaries and the project itself among them. */
  readonly tasks: readonly MspdiTask[];
  /** The name of who is assigned to each task. */
  readonly assigned: ReadonlyMap<number, string>;
}

/** A time of a day: minutes since 1970, without a zone. */
export type Minute = number;

/** The shifts of every day that is asked for, as minutes of that day. */
export interface MspdiCalendar {
  readonly name: string;
  readonly shiftsOn: (day: number) => readonly Shift[];
}
export interface Shift {
  readonly from: number;
  readonly to: number;
}

export interface MspdiTask {
  readonly uid: number;
  readonly guid: string;
  readonly name: string;
  readonly outline: string;
  readonly level: number;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly start: Minute | undefined;
  readonly finish: Minute | undefined;
  readonly duration: number;
  readonly percent: number;
  readonly actualStart: Minute | undefined;
  readonly actualFinish: Minute | undefined;
  readonly remaining: number | undefined;
  readonly resume: Minute | undefined;
  readonly constraint: number;
  readonly constraintDate: Minute | undefined;
  readonly deadline: Minute | undefined;
  readonly calendar: number | undefined;
  readonly contact: string | undefined;
  readonly notes: string;
  readonly links: readonly MspdiLink[];
  /** By the numbers of their fields. */
  readonly extended: ReadonlyMap<string, string>;
}

export interface MspdiLink {
  readonly from: number;
  readonly type: 'FF' | 'FS' | 'SF' | 'SS';
  /** In minutes. */
  readonly lag: number;
  readonly isElapsed: boolean;
}

const NAMESPACE = 'http://schemas.microsoft.com/project';

/** Reads a file; whatever is not well-formed, or is not where the schema has it, is an error. */
export function readMspdi(xml: string): MspdiFile {
  const document = new DOMParser({
    onError: (level, message) => {
      // It warns of the sign for what could not be read, which may well stand in a title.
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
  const project = document.documentElement as Element;
  if (project.localName !== 'Project' || project.namespaceURI !== NAMESPACE) throw new Error('no project');
  inOrder(project, PROJECT_ORDER);
  const calendars = new Map(
    list(project, 'Calendars', 'Calendar').map((element) => [number(element, 'UID') as number, calendarOf(element)]),
  );
  const projectCalendar = calendars.get(number(project, 'CalendarUID') as number);
  if (!projectCalendar) throw new Error('no calendar of the project');
  const people = new Map(
    list(project, 'Resources', 'Resource').map((element) => [number(element, 'UID'), text(element, 'Name') as string]),
  );
  return {
    start: minute(project, 'StartDate') as Minute,
    calendars,
    projectCalendar,
    tasks: list(project, 'Tasks', 'Task').map(taskOf),
    assigned: new Map(
      list(project, 'Assignments', 'Assignment').map((element) => [
        number(element, 'TaskUID') as number,
        people.get(number(element, 'ResourceUID')) as string,
      ]),
    ),
  };
}

/** The elements of a project and of a task that matter here, in the order of the schema. */
const PROJECT_ORDER =
  'SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate CurrentDate MicrosoftProjectServerURL Autolink NewTaskStartDate DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync RemoveFileProperties AdminProject OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources Assignments'.split(
    ' ',
  );
const TASK_ORDER =
  'UID GUID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP PhysicalPercentComplete EarnedValueMethod PredecessorLink ActualWorkProtected ActualOvertimeWorkProtected ExtendedAttribute Baseline OutlineCode IsPublished'.split(
    ' ',
  );

function inOrder(element: Element, order: readonly string[]): void {
  let last = 0;
  for (const { localName } of children(element)) {
    const at = order.indexOf(localName as string);
    if (at < last) throw new Error(`${localName} is not in its place, or unknown`);
    last = at;
  }
}

const children = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === 1);

const named = (element: Element, name: string): Element[] =>
  children(element).filter(({ localName, namespaceURI }) => localName === name && namespaceURI === NAMESPACE);

const list = (element: Element, group: string, name: string): Element[] =>
  named(element, group).flatMap((each) => named(each, name));

function text(element: Element, name: string): string | undefined {
  const [found, another] = named(element, name);
  if (another) throw new Error(`two of ${name}`);
  return found?.textContent ?? undefined;
}

function number(element: Element, name: string): number | undefined {
  const found = text(element, name);
  if (found === undefined) return undefined;
  if (!/^-?\d+$/.test(found)) throw new Error(`${name} is ${found}`);
  return Number(found);
}

function minute(element: Element, name: string): Minute | undefined {
  const found = text(element, name);
  if (found === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(found)) throw new Error(`${name} is ${found}`);
  return Date.parse(`${found}Z`) / 60_000;
}

function duration(element: Element, name: string): number | undefined {
  const found = text(element, name);
  if (found === undefined) return undefined;
  const [, hours, minutes] = /^PT(\d+)H(\d+)M0S$/.exec(found) ?? [];
  if (hours === undefined) throw new Error(`${name} is ${found}`);
  return Number(hours) * 60 + Number(minutes);
}

function clock(element: Element, name: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d):00$/.exec(text(element, name) ?? '') ?? [];
  if (hours === undefined) throw new Error(`no ${name}`);
  return Number(hours) * 60 + Number(minutes);
}

const shifts = (element: Element): readonly Shift[] =>
  number(element, 'DayWorking') === 0
    ? []
    : list(element, 'WorkingTimes', 'WorkingTime').map((each) => ({
        from: clock(each, 'FromTime'),
        to: clock(each, 'ToTime'),
      }));

function calendarOf(element: Element): MspdiCalendar {
  const week = list(element, 'WeekDays', 'WeekDay').filter((each) => number(each, 'DayType') !== 0);
  if (week.length !== 7) throw new Error('a week has seven days');
  const days = new Map(week.map((each) => [number(each, 'DayType'), shifts(each)]));
  const exceptions = list(element, 'Exceptions', 'Exception').map((each) => ({
    ...period(each),
    shifts: shifts(each),
  }));
  const older = list(element, 'WeekDays', 'WeekDay').filter((each) => number(each, 'DayType') === 0);
  const both = [exceptions, older.map((each) => ({ ...period(each), shifts: shifts(each) }))];
  if (JSON.stringify(both[0]) !== JSON.stringify(both[1])) throw new Error('two sets of exceptions');
  return {
    name: text(element, 'Name') as string,
    shiftsOn: (day) =>
      exceptions.find(({ first, last }) => first <= day && day <= last)?.shifts ??
      (days.get(new Date(day * 86_400_000).getUTCDay() + 1) as readonly Shift[]),
  };
}

function period(element: Element): { readonly first: number; readonly last: number } {
  const [time] = named(element, 'TimePeriod');
  if (!time) throw new Error('an exception without a time');
  const day = (name: string): number => Math.floor((minute(time, name) as Minute) / (24 * 60));
  return { first: day('FromDate'), last: day('ToDate') };
}

const LINKS = ['FF', 'FS', 'SF', 'SS'] as const;

function taskOf(element: Element): MspdiTask {
  inOrder(element, TASK_ORDER);
  return {
    uid: number(element, 'UID') as number,
    guid: text(element, 'GUID') as string,
    name: text(element, 'Name') as string,
    outline: text(element, 'OutlineNumber') as string,
    level: number(element, 'OutlineLevel') as number,
    isSummary: number(element, 'Summary') === 1,
    isMilestone: number(element, 'Milestone') === 1,
    start: minute(element, 'Start'),
    finish: minute(element, 'Finish'),
    duration: duration(element, 'Duration') as number,
    percent: number(element, 'PercentComplete') ?? 0,
    actualStart: minute(element, 'ActualStart'),
    actualFinish: minute(element, 'ActualFinish'),
    remaining: duration(element, 'RemainingDuration'),
    resume: minute(element, 'Resume'),
    constraint: number(element, 'ConstraintType') ?? 0,
    constraintDate: minute(element, 'ConstraintDate'),
    deadline: minute(element, 'Deadline'),
    calendar: number(element, 'CalendarUID'),
    contact: text(element, 'Contact'),
    notes: text(element, 'Notes') ?? '',
    links: named(element, 'PredecessorLink').map((link) => ({
      from: number(link, 'PredecessorUID') as number,
      type: LINKS[number(link, 'Type') as number] as MspdiLink['type'],
      lag: (number(link, 'LinkLag') as number) / 10,
      isElapsed: [4, 6, 8, 10, 12].includes(number(link, 'LagFormat') as number),
    })),
    extended: new Map(
      named(element, 'ExtendedAttribute').map((each) => [text(each, 'FieldID') as string, text(each, 'Value') ?? '']),
    ),
  };
}
