import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Course } from './facts.ts';
import type { Minutes } from './minutes.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The forecast of an item. Lengths are in working days of its calendar, fractions and all. */
export interface Forecast {
  /** The day on which it starts; none of what takes no time. */
  readonly start: Day | undefined;
  /** The day on which it finishes. */
  readonly finish: Day;
  readonly duration: number;
  /** In working days from the first early start of its program. */
  readonly earlyStart: number;
  readonly earlyFinish: number;
  /** Of open items only, as are the floats. */
  readonly lateStart: number | undefined;
  readonly lateFinish: number | undefined;
  readonly totalFloat: number | undefined;
  readonly freeFloat: number | undefined;
  /** How long it can slip before a due date is missed; negative: one will be. None where no due date lies downstream. */
  readonly margin: number | undefined;
  /** How much later than due it finishes; negative: earlier. */
  readonly slip: number | undefined;
  readonly slipCalendarDays: number | undefined;
  readonly critical: boolean;
}

/** The forecast of a program. */
export interface ProgramForecast {
  readonly id: string;
  readonly goal: Item | undefined;
  readonly target: Day | undefined;
  /** The day of its first early start; undefined where nothing of it is forecast. */
  readonly start: Day | undefined;
  /** The day on which its goal, else its last milestone, finishes. */
  readonly finish: Day | undefined;
  readonly workingDays: number | undefined;
  readonly criticalPath: readonly Item[];
}

/** Until when something can wait, and what moves if it waits for longer. */
export interface LastResponsibleMoment {
  readonly day: Day;
  readonly moves: Item;
}

/** Where an item stands: boundaries of its own calendar, to the minute. */
export interface Place {
  readonly calendar: WorkCalendar;
  readonly start: Minutes;
  readonly finish: Minutes;
  readonly course: Course;
  readonly duration: Minutes;
  /** Its duration; of work that has started and says how much of it is done, what is left. */
  readonly work: Minutes;
  /** The date that it is set for, or on which it was closed. */
  readonly date: Day | undefined;
  /** Whether its owner's own forecast sets its finish. */
  readonly isExpected: boolean;
}
