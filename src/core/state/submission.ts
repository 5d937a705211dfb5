import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { hasStarted } from '../plan/references.ts';
import type { Calendars } from '../schedule/calendars.ts';

/** By when the papers of a review have to be handed in, and what is due so soon that they must. */
export interface Submission {
  readonly by: Day;
  /** The review itself, or a milestone that is not done before it. */
  readonly item: Item;
  readonly due: Day;
}

/**
 * By when the papers of an open review have to be handed in, for the review to be over on the earliest due date that
 * waits for it: its lead time before that, on its calendar. Undefined where they are in, and where nothing is due.
 * @param milestones what is not done before it
 */
export function submissionOf(gate: Item, milestones: readonly Item[], calendars: Calendars): Submission | undefined {
  return hasStarted(gate) ? undefined : papersDue(gate, milestones, calendars);
}

/**
 * By how many working days the papers of an open review were handed in too late for what is due; undefined where they
 * are not in, or came in time.
 */
export function handedInLate(gate: Item, milestones: readonly Item[], calendars: Calendars): number | undefined {
  const { submitted } = gate.values;
  const due = hasStarted(gate) ? papersDue(gate, milestones, calendars) : undefined;
  if (submitted === undefined || !due || submitted <= due.by) return undefined;
  // Papers that were due on a Friday are no working day late on the Saturday after it.
  return calendars.of(gate).daysBetween(due.by, submitted) || undefined;
}

function papersDue(gate: Item, milestones: readonly Item[], calendars: Calendars): Submission | undefined {
  const { lead_time: length } = gate.values;
  if (!gate.open || length === undefined) return undefined;
  let first: { readonly item: Item; readonly due: Day } | undefined;
  for (const item of [gate, ...milestones]) {
    const { due } = item.values;
    if (item.open && due !== undefined && (first === undefined || due < first.due)) first = { item, due };
  }
  if (!first) return undefined;
  const calendar = calendars.of(gate);
  return { ...first, by: calendar.startDay(calendar.end(first.due) - calendar.work(length)) };
}
