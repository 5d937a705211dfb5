import { type Day, formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { submissionOf } from '../state/submission.ts';
import { dueText } from '../views/item-label.ts';

/** A day that people keep in a calendar. */
export interface PlanEvent {
  /** The same for the same thing, however often it is written: a calendar updates what it has. */
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  readonly details: readonly string[];
  readonly isCancelled: boolean;
  readonly tags: readonly string[];
}

/** The days of some items: when each is due, by when decisions have to be made, and when papers and reviews are. */
export function eventsOf(
  items: readonly Item[],
  { plan, state, today }: { readonly plan: Plan; readonly state: PlanState; readonly today: Day },
): readonly PlanEvent[] {
  return items.flatMap((item): readonly PlanEvent[] => {
    const { due, type, values } = item;
    const finish = state.schedule.finish(item);
    const details = [
      `${type.name} ${item.key}`,
      ...(item.owner ? [`Owner: ${item.owner.name}`] : []),
      `Status: ${item.status}`,
      ...(due === undefined ? [] : [`Due: ${dueText(item, today)}`]),
      ...(finish !== undefined && item.open && finish !== due ? [`Forecast: ${formatDay(finish)}`] : []),
      item.document.path,
    ];
    const event = (kind: string, day: Day, title: string): PlanEvent => ({
      ...{ uid: `${kind}/${item.key}`, day, title, details, isCancelled: item.dropped },
      tags: [type.name, ...(values.tags ?? []).map(({ value }) => value)],
    });
    const milestones = type.name === 'gate' ? plan.linksFrom(item).map(({ to }) => to) : [];
    const submission = submissionOf(item, milestones, state.calendars);
    const dated = due ?? item.closedOn;
    return [
      ...(dated === undefined
        ? []
        : [event('due', dated, `${item.open ? (WORDS[type.name] ?? '') : ''}${item.title}`)]),
      ...(submission ? [event('submit', submission.by, `Hand in the papers: ${item.title}`)] : []),
      ...(values.review_by === undefined || !item.open
        ? []
        : [event('review', values.review_by, `Review: ${item.title}`)]),
    ];
  });
}

/** What stands before a title, where that alone does not say what the day is for. */
const WORDS: Readonly<Record<string, string>> = { decision: 'Decide: ', gate: 'Gate: ', dependency: 'Promised: ' };
