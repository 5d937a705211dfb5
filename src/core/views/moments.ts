import { ITEM_TYPES } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { LastResponsibleMoment } from '../schedule/forecast.ts';
import { inDays } from '../schedule/minutes.ts';
import { canWait } from '../state/can-wait.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { dayLabel } from './day-label.ts';

/** The last responsible moment of what is asked of somebody: of a decision, a dependency, or a review. */
export interface Moment extends LastResponsibleMoment {
  readonly item: Item;
}

/** Moments that are no further away are near enough to act on, in working days. */
const NEAR = 10;

/** Until when what is asked of somebody can wait; undefined of everything else, and where nothing waits for it. */
export function momentOf(item: Item, { schedule }: PlanState): Moment | undefined {
  if (!canWait(item)) return undefined;
  const found = schedule.lastResponsibleMoment(item);
  if (!found) return undefined;
  // What takes no time is bound to the end of the working day before, which on a Sunday is past.
  const earliest = schedule.start(item) ?? schedule.finish(item);
  return { ...found, item, day: Math.max(found.day, earliest as Day) };
}

/** The types that ask something of somebody: what has to be decided first. */
const ASKING = ITEM_TYPES.filter(({ forecast }) => forecast?.asks).sort((a, b) => (a.name < b.name ? -1 : 1));

/** What is asked of somebody and has to come within ten working days, or something moves; in document order. */
export function nearMoments(plan: Plan, state: PlanState, today: Day): readonly Moment[] {
  return ASKING.flatMap(({ name }) => plan.ofType(name)).flatMap((item) => {
    const moment = momentOf(item, state);
    return moment && isNear(moment, state, today) ? [moment] : [];
  });
}

/** Whether a moment is close, and has not passed. */
export function isNear({ item, day }: Moment, { calendars }: PlanState, today: Day): boolean {
  const calendar = calendars.of(item);
  return day >= today && inDays(calendar.end(day) - calendar.start(today)) <= NEAR;
}

/** `decide by 8 Dec or go-live moves`; of a dependency `needed by 8 Dec or go-live moves`. */
export function momentText({ item, day, moves }: Moment, today: Day): string {
  const act = item.type.forecast?.asks ?? 'needed';
  return `${act} ${day === today ? 'today' : `by ${dayLabel(day, today)}`} or ${visible(moves.id)} moves`;
}
