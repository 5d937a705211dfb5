import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Calendars } from './calendars.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { Minutes } from './minutes.ts';
import type { Network } from './network.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** When a program begins and ends, as nodes and as boundaries of its own calendar. */
export interface ProgramSpan {
  readonly id: string;
  readonly calendar: WorkCalendar;
  /** The node of its goal; -1 where it has none that takes part. */
  readonly goal: number;
  /** The nodes with its first early start; those that take time alone, where one does. */
  readonly first: readonly number[];
  readonly start: Minutes;
  /** The nodes of its milestones. */
  readonly milestones: readonly number[];
  /** The largest early finish of its milestones on each of their calendars: between these it travels as a date. */
  readonly largest: ReadonlyMap<WorkCalendar, Minutes>;
  /** The early finish of its goal; without one the largest. */
  readonly finish: Minutes;
}

/** The largest early finish of a program's milestones, on a calendar; -Infinity where it has none. */
export function largestOn(calendar: WorkCalendar, { largest }: Pick<ProgramSpan, 'largest'>): Minutes {
  let found = -Infinity;
  for (const [own, finish] of largest) found = Math.max(found, finishOn(calendar, own, finish));
  return found;
}

/** A boundary of one calendar as a finish on another: where they differ it travels as a date. */
export function finishOn(calendar: WorkCalendar, from: WorkCalendar, at: Minutes): Minutes {
  return calendar === from || !Number.isFinite(at) ? at : calendar.end(from.finishDay(at));
}

/** A boundary of one calendar as a start on another. */
export function startOn(calendar: WorkCalendar, from: WorkCalendar, at: Minutes): Minutes {
  return calendar === from || !Number.isFinite(at) ? at : calendar.start(from.startDay(at));
}

/** The spans of all programs, in the order of the network's `programs`. */
export function programSpans(plan: Plan, network: Network, early: Early, calendars: Calendars): ProgramSpan[] {
  const spans = network.programs.map((id, program) => ({
    id,
    calendar: calendars.ofProgram(id),
    goal: goalOf(plan, network, id),
    first: [] as number[],
    start: Infinity,
    milestones: network.milestones[program] as readonly number[],
    largest: new Map<WorkCalendar, Minutes>(),
    finish: -Infinity,
  }));
  const { calendars: own, programOf } = network;
  for (let node = 0; node < programOf.length; node++) {
    const span = spans[programOf[node] as number] as (typeof spans)[number];
    const calendar = own[node] as WorkCalendar;
    const at = early.start[node] as number;
    const start = calendar === span.calendar ? at : startOn(span.calendar, calendar, at);
    if (start < span.start) {
      span.start = start;
      span.first = [];
    }
    if (start === span.start) span.first.push(node);
  }
  for (const span of spans) {
    const { goal, calendar, first, largest } = span;
    const work = first.filter((node) => !isInstant(network, node));
    if (work.length > 0) span.first = work;
    for (const node of span.milestones) {
      const finish = early.finish[node] as number;
      if (finish > (largest.get(own[node] as WorkCalendar) ?? -Infinity))
        largest.set(own[node] as WorkCalendar, finish);
    }
    const ofGoal = own[goal];
    span.finish = ofGoal ? finishOn(calendar, ofGoal, early.finish[goal] as number) : largestOn(calendar, span);
  }
  return spans;
}

/** Whether a node takes no time. */
export const isInstant = ({ facts }: Network, node: number): boolean => (facts[node] as Facts).duration === 0;

function goalOf(plan: Plan, network: Network, id: string): number {
  const program = plan.lookup.program(id);
  const goal = program && goalReference(plan, program);
  return goal && goal.program === id ? (network.nodeOf[goal.index] as number) : -1;
}

function goalReference(plan: Plan, program: Item): Item | undefined {
  const reference = plan.referencesFrom(program).find(({ field }) => field === 'goal');
  return reference?.fault ? undefined : reference?.target;
}
