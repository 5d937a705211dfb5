import type { Day } from '../../model/values/day.ts';
import type { Minutes } from '../../schedule/minutes.ts';
import type { Instant } from './project-time.ts';

/** A plan as Microsoft Project knows one: what a file of its XML format says, before it is text. */
export interface ProjectFile {
  readonly title: string;
  readonly today: Day;
  readonly start: Instant;
  readonly finish: Instant;
  /** The first is that of the whole project. */
  readonly calendars: readonly ProjectCalendar[];
  /** In outline order: each summary before what it sums up. */
  readonly tasks: readonly ProjectTask[];
  /** The people who answer for tasks. */
  readonly resources: readonly { readonly uid: number; readonly name: string }[];
}

export interface ProjectCalendar {
  readonly uid: number;
  readonly name: string;
  /** Monday 0 to Sunday 6. */
  readonly workdays: readonly number[];
  /** Days without work, apart from each other and in order. */
  readonly exceptions: readonly ProjectException[];
}

export interface ProjectException {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

/** A row of the outline. */
export interface ProjectTask {
  readonly uid: number;
  readonly guid: string;
  readonly name: string;
  /** The project as a whole 0, programs 1, and so on. */
  readonly level: number;
  readonly isSummary: boolean;
  readonly start: Instant;
  readonly finish: Instant;
  /** Working time between them, less what a pause takes. */
  readonly duration: Minutes;
  readonly isEstimated: boolean;
  readonly isCritical: boolean;
  readonly progress: Progress;
  readonly constraint: Constraint | undefined;
  /** Undefined of summaries. */
  readonly calendar: number | undefined;
  readonly deadline: Instant | undefined;
  readonly links: readonly ProjectLink[];
  readonly owner: string | undefined;
  readonly notes: string;
  /** The finish that was forecast at the baseline. */
  readonly baseline: Instant | undefined;
  /** What only Milepost knows: its key, type and status. */
  readonly texts: readonly string[];
}

/** What has happened of a task. */
export interface Progress {
  readonly percent: number;
  /** When it began, where it did. */
  readonly begun: Instant | undefined;
  readonly ended: Instant | undefined;
  /** How much of its duration is behind. */
  readonly done: Minutes;
  /** When work was laid down, and when what is left of it begins. */
  readonly pause: { readonly stop: Instant; readonly resume: Instant } | undefined;
}

/** The days that a task is held to, by the words of Project's own interface. */
export interface Constraint {
  readonly type: ConstraintType;
  readonly at: Instant;
}
export type ConstraintType = 'must-start-on' | 'must-finish-on' | 'start-no-earlier-than' | 'finish-no-earlier-than';

export interface ProjectLink {
  /** The task that is waited for. */
  readonly from: number;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly lag: ProjectLag;
}

/** Working time on the successor's calendar, or elapsed time. */
export interface ProjectLag {
  readonly minutes: number;
  readonly isElapsed: boolean;
}
