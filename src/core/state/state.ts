import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { Calendars } from '../schedule/calendars.ts';
import { Schedule } from '../schedule/schedule.ts';
import type { BaselineGiven } from './baseline.ts';
import { type Blocked, blockedOtherwise, findBlocked } from './blocked.ts';
import { Drifts } from './drift.ts';
import { type Health, type HealthValue, healthOfMilestone, healthsOf } from './health.ts';
import { findLate, type Late, rootsOtherwise } from './late.ts';
import { type Staleness, staleness, type TouchedByGit } from './stale.ts';

/** How the items of a plan stand on a day. */
export interface PlanState {
  readonly calendars: Calendars;
  readonly schedule: Schedule;
  readonly blocked: Blocked;
  /** What is forecast to be late, and what drives that. */
  readonly late: Late;
  /** How a program stands, and why. */
  readonly health: (program: Program) => Health;
  /** The same by the plan alone: what stands in live blocks does not depend on what git knows of a baseline. */
  readonly ownHealth: (program: Program) => Health;
  /** How a milestone stands by its own promise. */
  readonly healthOf: (milestone: Item) => HealthValue;
  /** How stale an item is; undefined where it is not. */
  readonly staleness: (item: Item) => Staleness | undefined;
  /** Whether an open item's due date has passed. */
  readonly isOverdue: (item: Item) => boolean;
  /** How far forecasts have drifted from the baseline. */
  readonly drifts: Drifts;
}

/** The state of a plan, as it was before a change that left most as it was. */
export interface EarlierState {
  readonly state: PlanState;
  /** The indexes of the items that are new, and of all whose links are. */
  readonly touched: ReadonlySet<number>;
}

/** How the items of a plan stand, and which of them stand otherwise than before. */
export interface ComputedState {
  readonly state: PlanState;
  /**
   * The indexes of the items that stand otherwise than before, or have a neighbour that does: what is forecast of them,
   * what they make late, what blocks them. Undefined where that is not known.
   */
  readonly changed: ReadonlySet<number> | undefined;
}

/**
 * Computes how the items of a plan stand on a day. Pauses, as a generator, so that a host can do something else.
 * @param touchedByGit what the history of its files says; without it fields alone say when items were touched
 * @param given how they stood on the same day, in a plan that differs in little: most of it is taken over
 * @param baseline what is known of the revision that the plan names as its baseline
 */
export function* computeState(
  plan: Plan,
  today: Day,
  touchedByGit?: TouchedByGit,
  given?: EarlierState,
  baseline?: BaselineGiven,
): Generator<void, ComputedState> {
  const earlier = given?.state.calendars.isCrowded ? undefined : given;
  const before = earlier?.state;
  const calendars = new Calendars(plan, before?.calendars);
  const schedule = yield* Schedule.compute(
    plan,
    calendars,
    today,
    earlier && { schedule: earlier.state.schedule, touched: earlier.touched },
  );
  yield;
  const moved = before && schedule.changesSince(before.schedule);
  const stirred = earlier && moved && new Set([...earlier.touched, ...moved]);
  const near = stirred && withNeighbours(stirred, plan);
  yield;
  const wasLate = before && near && { late: before.late, near };
  const late = yield* findLate(plan, schedule, wasLate);
  yield;
  const wasBlocked = before && near && { blocked: before.blocked, near };
  const blocked = yield* findBlocked(plan, schedule, today, wasBlocked);
  yield;
  const otherwise =
    wasLate &&
    wasBlocked &&
    new Set([...near, ...blockedOtherwise(blocked, wasBlocked), ...rootsOtherwise(late, wasLate)]);
  const changed = otherwise && withNeighbours(otherwise, plan);
  yield;
  const drifts = new Drifts({ plan, schedule, calendars, given: baseline });
  const input = { plan, schedule, calendars, late, today };
  const ownHealth = healthsOf(input);
  const state: PlanState = {
    calendars,
    schedule,
    blocked,
    late,
    health: drifts.baseline ? healthsOf({ ...input, drifts }) : ownHealth,
    ownHealth,
    healthOf: (milestone) => healthOfMilestone(milestone, input),
    staleness: (item) => staleness(item, plan, calendars.of(item), today, touchedByGit),
    isOverdue: (item) => item.open && item.due !== undefined && item.due < today,
    drifts,
  };
  return { state, changed };
}

/** Items and all that they refer to or that refers to them; of programs and workstreams only what they refer to. */
function withNeighbours(indexes: ReadonlySet<number>, plan: Plan): Set<number> {
  const found = new Set(indexes);
  for (const index of indexes) {
    const item = plan.items[index] as Item;
    for (const { target } of plan.referencesFrom(item)) if (target) found.add(target.index);
    // Nothing is forecast of these, and nothing blocks them; and thousands of items may refer to one.
    if (item.type.name === 'program' || item.type.name === 'workstream') continue;
    for (const { from } of plan.referencesTo(item)) found.add(from.index);
  }
  return found;
}
