import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { Calendars } from '../schedule/calendars.ts';
import { Schedule } from '../schedule/schedule.ts';
import { type Blocked, findBlocked } from './blocked.ts';
import { type Health, type HealthValue, healthOf, healthOfMilestone } from './health.ts';
import { findLate, type Late } from './late.ts';
import { type Staleness, staleness } from './stale.ts';

/** How the items of a plan stand on a day. */
export interface PlanState {
  readonly calendars: Calendars;
  readonly schedule: Schedule;
  readonly blocked: Blocked;
  /** What is forecast to be late, and what drives that. */
  readonly late: Late;
  /** How a program stands, and why. */
  readonly health: (program: Program) => Health;
  /** How a milestone stands by its own promise. */
  readonly healthOf: (milestone: Item) => HealthValue;
  /** How stale an item is; undefined where it is not. */
  readonly staleness: (item: Item) => Staleness | undefined;
  /** Whether an open item's due date has passed. */
  readonly isOverdue: (item: Item) => boolean;
}

/**
 * Computes how the items of a plan stand on a day. Pauses, as a generator, so that a host can do something else.
 */
export function* computeState(plan: Plan, today: Day): Generator<void, PlanState> {
  const calendars = new Calendars(plan);
  const schedule = yield* Schedule.compute(plan, calendars, today);
  yield;
  const late = findLate(plan, schedule);
  yield;
  const healths = new Map<string, Health>();
  const input = { plan, schedule, calendars, late, today };
  return {
    calendars,
    schedule,
    blocked: findBlocked(plan, schedule, today),
    late,
    health: (program) => {
      const health = healths.get(program.id) ?? healthOf(program, input);
      healths.set(program.id, health);
      return health;
    },
    healthOf: (milestone) => healthOfMilestone(milestone, input),
    staleness: (item) => staleness(item, plan, calendars.of(item), today),
    isOverdue: (item) => item.open && item.due !== undefined && item.due < today,
  };
}
