import type { Minutes } from '../../schedule/minutes.ts';
import type { WorkCalendar } from '../../schedule/work-calendar.ts';
import type { Constraint, ProjectLag } from './project-file.ts';
import { boundaryAt, elapsedDays, finishAt, type Instant, startAt } from './project-time.ts';

/** When a task starts and finishes. */
export interface Times {
  readonly start: Instant;
  readonly finish: Instant;
}

/** A link into a task, with the times of what it comes from. */
export interface ReadLink {
  readonly from: Times;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly lag: ProjectLag;
}

/** An open task that has not begun, as Project schedules it: by its links, its constraint and its own calendar. */
export interface ReadTask {
  readonly calendar: WorkCalendar;
  readonly duration: Minutes;
  readonly links: readonly ReadLink[];
  readonly constraint: Constraint | undefined;
}

/**
 * The times at which Project puts a task. It knows times where Milepost knows boundaries between days: work that ends at
 * noon is followed at noon, on whatever calendar, and what takes no time is at the very time that it waits for.
 * Undefined where nothing holds it.
 */
export function readByProject({ calendar, duration, links, constraint }: ReadTask): Times | undefined {
  const bounds = links.map((link) => boundBy(link, calendar));
  if (duration === 0) return readEvent(calendar, bounds, constraint);
  const starts = bounds.map((at, index) => {
    const holdsFinish = ['FF', 'SF'].includes((links[index] as ReadLink).type);
    return boundaryAt(calendar, at) - (holdsFinish ? duration : 0);
  });
  const held = constraint && boundaryAt(calendar, constraint.at);
  if (held !== undefined) {
    const start =
      constraint?.type.startsWith('finish') || constraint?.type === 'must-finish-on' ? held - duration : held;
    if (constraint?.type.startsWith('must')) starts.splice(0, starts.length, start);
    else starts.push(start);
  }
  if (starts.length === 0) return undefined;
  const start = Math.max(...starts);
  return { start: startAt(calendar, start), finish: finishAt(calendar, start + duration) };
}

function readEvent(
  calendar: WorkCalendar,
  bounds: readonly Instant[],
  constraint: Constraint | undefined,
): Times | undefined {
  if (constraint?.type.startsWith('must')) return { start: constraint.at, finish: constraint.at };
  const all = constraint ? [...bounds, constraint.at] : bounds;
  if (all.length === 0) return undefined;
  const latest = Math.max(...all);
  const boundary = boundaryAt(calendar, latest);
  const isAtWork = finishAt(calendar, boundary) === latest;
  const at = isAtWork ? latest : startAt(calendar, boundary);
  return { start: at, finish: at };
}

/** The time before which a link does not let its successor start or finish. */
export function boundBy({ from, type, lag }: ReadLink, calendar: WorkCalendar): Instant {
  const at = type === 'SS' || type === 'SF' ? from.start : from.finish;
  if (lag.isElapsed || lag.minutes === 0) return at + lag.minutes;
  const boundary = boundaryAt(calendar, at) + lag.minutes;
  return lag.minutes > 0 ? finishAt(calendar, boundary) : startAt(calendar, boundary);
}

/** The lag of whole elapsed days. */
export const elapsedLag = (days: number): ProjectLag => ({ minutes: elapsedDays(days), isElapsed: true });
