import type { Day } from '../model/values/day.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { binds, latestFinish } from './backward-pass.ts';
import type { Calendars } from './calendars.ts';
import { changedItems, type Figures } from './changes.ts';
import { type Driver, driversOf } from './drivers.ts';
import { type Early, EXPECTED, EXPECTED_IMPOSSIBLE, NO_WINDOW } from './early.ts';
import type { Facts } from './facts.ts';
import { type Floats, freeFloat, totalFloats } from './float.ts';
import type { Forecast, LastResponsibleMoment, Place, ProgramForecast } from './forecast.ts';
import { forwardPass } from './forward-pass.ts';
import { lastMomentOf } from './last-moment.ts';
import { type LeadBeforeStart, leadsBeforeStart } from './leads.ts';
import { Limits } from './limits.ts';
import { marginFrom } from './margin.ts';
import { inDays } from './minutes.ts';
import { type Network, networkOf } from './network.ts';
import { networkAgain } from './network-again.ts';
import { isInstant, type ProgramSpan, programSpans, startOn } from './program-finish.ts';
import { programForecast } from './program-forecast.ts';
import { finishShown } from './shown-dates.ts';
import { waitingBehind } from './waiting-behind.ts';
import { type Wait, waitsOf } from './waits.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The schedule of a plan on a day: what is forecast, by how much it can slip, and what drives it. */
export class Schedule {
  readonly #network: Network;
  readonly #early: Early;
  readonly #spans: readonly ProgramSpan[];
  readonly #floats: Floats;
  readonly #limits: Limits;
  readonly #plan: Plan;
  /** The day on which it is looked at. */
  readonly today: Day;
  readonly #spanOf: ReadonlyMap<string, ProgramSpan>;
  readonly #programs = new Map<string, ProgramForecast>();

  private constructor(
    plan: Plan,
    today: Day,
    network: Network,
    early: Early,
    spans: readonly ProgramSpan[],
    floats: Floats,
  ) {
    this.#plan = plan;
    this.today = today;
    this.#network = network;
    this.#early = early;
    this.#spans = spans;
    this.#spanOf = new Map(spans.map((span) => [span.id, span]));
    this.#floats = floats;
    this.#limits = new Limits(plan, network, early, spans);
  }

  /**
   * Computes the schedule of a plan. Pauses, as a generator, so that a host can do something else.
   * @param before the schedule, on the same day, of a plan that differs in little: in the items that are touched
   */
  static *compute(
    plan: Plan,
    calendars: Calendars,
    today: Day,
    before?: { readonly schedule: Schedule; readonly touched: ReadonlySet<number> },
  ): Generator<void, Schedule> {
    const patched =
      before && before.schedule.#plan.cycles === plan.cycles
        ? networkAgain(before.schedule.#network, plan, before.touched, calendars, today)
        : undefined;
    const network = patched ?? (yield* networkOf(plan, calendars, today));
    yield;
    const early = yield* forwardPass(network, today);
    const spans = programSpans(plan, network, early, calendars);
    yield;
    const floats = yield* totalFloats(network, early, spans);
    return new Schedule(plan, today, network, early, spans, floats);
  }

  /**
   * The items, by index, of which something else is forecast than in the schedule of a plan that has the same items,
   * and those that can slip by more or less. Undefined where a program has another start, goal or target.
   */
  changesSince(earlier: Schedule): readonly number[] | undefined {
    const aims = (schedule: Schedule) =>
      schedule.#spans.flatMap(({ id, goal }) => [
        schedule.#network.items[goal]?.index,
        schedule.#plan.lookup.program(id)?.values.target,
        schedule.#plan.lookup.program(id)?.values.start,
      ]);
    const before = aims(earlier);
    if (aims(this).some((aim, i) => aim !== before[i])) return undefined;
    return changedItems(this.#figures, earlier.#figures);
  }

  get #figures(): Figures {
    return { network: this.#network, early: this.#early, floats: this.#floats, firm: this.#limits.byFirmDates };
  }

  /** Whether an item takes part in the forecast. */
  has(item: Item): boolean {
    return this.#node(item) >= 0;
  }

  /** Everything that is forecast of an item; undefined where it takes no part. */
  of(item: Item): Forecast | undefined {
    const node = this.#node(item);
    if (node < 0) return undefined;
    const early = this.#early;
    const span = this.#span(node);
    const origin = startOn(this.#calendar(node), span.calendar, span.start);
    const start = early.start[node] as number;
    const finish = early.finish[node] as number;
    const total = this.#floats.total[node] as number;
    const open = !Number.isNaN(total);
    const { work, course } = this.#facts(node);
    const late = finish + total;
    const length = course === 'planned' ? finish - start : work;
    return {
      start: isInstant(this.#network, node) ? undefined : this.#calendar(node).startDay(start),
      finish: this.finish(item) as Day,
      duration: inDays(this.#facts(node).duration),
      earlyStart: inDays(start - origin),
      earlyFinish: inDays(finish - origin),
      lateStart: open ? inDays(late - length - origin) : undefined,
      lateFinish: open ? inDays(late - origin) : undefined,
      totalFloat: open ? inDays(total) : undefined,
      freeFloat: open ? inDays(freeFloat(this.#network, early, total, node)) : undefined,
      margin: this.margin(item),
      slip: this.slip(item),
      slipCalendarDays: item.due === undefined ? undefined : (this.finish(item) as Day) - item.due,
      critical: this.isCritical(item),
    };
  }

  /** Where an item stands on its own calendar, to the minute, and as what; undefined where it takes no part. */
  placeOf(item: Item): Place | undefined {
    const node = this.#node(item);
    if (node < 0) return undefined;
    const { course, duration, work, date } = this.#facts(node);
    return {
      calendar: this.#calendar(node),
      start: this.#early.start[node] as number,
      finish: this.#early.finish[node] as number,
      ...{ course, duration, work, date },
      isExpected: this.#noted(item, EXPECTED),
    };
  }

  /** The items that take part in the forecast, each after all that it waits for. */
  get inOrder(): readonly Item[] {
    return this.#network.items;
  }

  /** The day on which an item is forecast to finish, or finished. */
  finish(item: Item): Day | undefined {
    const node = this.#node(item);
    return node < 0 ? undefined : finishShown(this.#network, this.#early, node, this.today);
  }

  /** The day on which an item is forecast to start, or started; undefined of what takes no time. */
  start(item: Item): Day | undefined {
    const node = this.#node(item);
    if (node < 0 || isInstant(this.#network, node)) return undefined;
    return this.#calendar(node).startDay(this.#early.start[node] as number);
  }

  /** The latest day on which an open item can start without moving the finish of its program. */
  latestStart(item: Item): Day | undefined {
    const node = this.#node(item);
    const total = node < 0 ? Number.NaN : (this.#floats.total[node] as number);
    return Number.isNaN(total) ? undefined : this.#calendar(node).startDay((this.#early.start[node] as number) + total);
  }

  /** How many working days later than due an item finishes; negative: earlier. */
  slip(item: Item): number | undefined {
    return item.due === undefined ? undefined : this.lateness(item, item.due);
  }

  /** How many working days later than a day an item finishes; negative: earlier. */
  lateness(item: Item, day: Day): number | undefined {
    const node = this.#node(item);
    return node < 0 ? undefined : inDays((this.#early.finish[node] as number) - this.#calendar(node).end(day));
  }

  /**
   * How many working days the day that is shown for an item's finish lies after another day; negative: before it. Whole
   * days, where `lateness` counts hours: dates of two plans are compared by what people saw of them.
   */
  daysAfter(item: Item, day: Day): number | undefined {
    const node = this.#node(item);
    return node < 0
      ? undefined
      : this.#calendar(node).daysBetween(day, finishShown(this.#network, this.#early, node, this.today));
  }

  /** By how many working days an item can slip without moving the finish of its program; undefined where it is closed. */
  totalFloat(item: Item): number | undefined {
    const node = this.#node(item);
    const total = node < 0 ? Number.NaN : (this.#floats.total[node] as number);
    return Number.isNaN(total) ? undefined : inDays(total);
  }

  /**
   * By how many working days an item can slip before the goal of its program is forecast for another day: where that stands
   * on a date of its own, more than its total float. Undefined where it does not lead to one.
   */
  roomToGoal(item: Item): number | undefined {
    const node = this.#node(item);
    if (node < 0 || !item.open) return undefined;
    const late = this.#limits.byForecastGoals[node] as number;
    return late === Infinity ? undefined : Math.max(0, inDays(late - (this.#early.finish[node] as number)));
  }

  /** Whether an item has no total float: nothing on the way to the goal of its program is longer. */
  isCritical(item: Item): boolean {
    const node = this.#node(item);
    if (node < 0 || this.#floats.total[node] !== 0) return false;
    return this.#span(node).goal < 0 || this.#floats.leads[node] === 1;
  }

  /** Whether views call an item critical: of what stands alone it would say nothing. */
  isShownCritical(item: Item): boolean {
    return this.isCritical(item) && !this.standsAlone(item);
  }

  /**
   * Whether nothing open waits for an item, and its program has neither a goal nor milestones nor a target, such as a
   * decision record in a folder without a program. It moves nothing, so what its float is says nothing.
   */
  standsAlone(item: Item): boolean {
    const node = this.#node(item);
    if (node < 0) return false;
    const { id, goal, milestones } = this.#span(node);
    if (goal >= 0 || milestones.length > 0) return false;
    if (this.#plan.lookup.program(id)?.values.target !== undefined) return false;
    const end = this.#network.firstOutOf[node + 1] as number;
    for (let at = this.#network.firstOutOf[node] as number; at < end; at++) {
      const after = this.#network.to[this.#network.outOf[at] as number] as number;
      if (this.#facts(after).course !== 'done') return false;
    }
    return true;
  }

  /** How many working days an item can slip before a due date is missed; negative: one will be. */
  margin(item: Item): number | undefined {
    return this.#room(item, this.#limits.byDueDates);
  }

  /**
   * The margin as views tell it. That of an event counts from today, or from what its links allow, since its own day may
   * yet be moved; but where that day itself makes a due date be missed, by how much.
   */
  shownMargin(item: Item): number | undefined {
    const node = this.#node(item);
    const late =
      node < 0 || !item.open ? 0 : (this.#early.finish[node] as number) - (this.#limits.byDueDates[node] as number);
    return late > 0 ? inDays(-late) : this.margin(item);
  }

  /** How many working days an item can slip before a firm date is missed; negative: one will be. */
  firmMargin(item: Item): number | undefined {
    return this.#room(item, this.#limits.byFirmDates);
  }

  /**
   * The latest day on which an item can finish, or planned work can begin, without moving a goal or making a firm date
   * missed, and the item that moves first after it. Undefined where nothing of that waits for it.
   */
  lastResponsibleMoment(item: Item): LastResponsibleMoment | undefined {
    const node = this.#node(item);
    return node < 0 || !item.open
      ? undefined
      : lastMomentOf(this.#network, this.#early, this.#spans, this.#limits, node);
  }

  /** Whether what a link leads from finishes too late for a firm date beyond it. */
  breaksFirmDate(link: Link): boolean {
    const before = this.#node(link.from);
    const after = this.#node(link.to);
    if (before < 0 || after < 0) return false;
    const limit = this.#limits.byFirmDates[after] as number;
    const place = this.#network.links.indexOf(link, this.#network.firstInto[after]);
    if (limit === Infinity || place < 0 || !binds(this.#network, place)) return false;
    return latestFinish(this.#network, this.#early, place, limit) < (this.#early.finish[before] as number);
  }

  /** The links between open items whose lead goes so far back that they hold nothing: to a day before their program starts. */
  leadsBeforeStart(): readonly LeadBeforeStart[] {
    return leadsBeforeStart(this.#plan, this.#network, this.#early, this.#spans);
  }

  /** What is open and waits for one of some items, at any distance: 1 at the index of such an item. */
  waitingBehind(items: Iterable<Item>): Uint8Array {
    return waitingBehind(this.#network, items);
  }

  /** What sets the forecast of an item. */
  drivers(item: Item): readonly Driver[] {
    const node = this.#node(item);
    return node < 0 ? [] : driversOf(this.#network, this.#early, node);
  }

  /** Everything that an item waits for, with the day that it gives; what drives the item is among it. */
  waits(item: Item): readonly Wait[] {
    const node = this.#node(item);
    return node < 0 ? [] : waitsOf(this.#network, this.#early, node);
  }

  /** Whether an item leads to the goal of its program; in a program without one, everything leads to its finish. */
  leadsToGoal(item: Item): boolean {
    const node = this.#node(item);
    return node >= 0 && (this.#span(node).goal < 0 || this.#floats.leads[node] === 1);
  }

  /** Whether the owner expects an item before what it waits for allows. */
  isExpectedImpossible(item: Item): boolean {
    return this.#noted(item, EXPECTED_IMPOSSIBLE);
  }

  /** The earliest day on which what an item waits for lets it finish, whatever else holds it. */
  earliestByLinks(item: Item): Day | undefined {
    const node = this.#node(item);
    if (node < 0) return undefined;
    const { course, work } = this.#facts(node);
    const after = course === 'planned' || course === 'measured' ? work : 0;
    const bound = Math.max((this.#early.startBound[node] as number) + after, this.#early.finishBound[node] as number);
    return bound === -Infinity ? undefined : this.#calendar(node).finishDay(bound);
  }

  /** Whether an item has windows, and all of them are before it can finish. */
  hasNoWindowLeft(item: Item): boolean {
    return this.#noted(item, NO_WINDOW);
  }

  /** The day of a window to which an item has been moved. */
  windowOf(item: Item): Day | undefined {
    return this.#early.windows.get(this.#node(item));
  }

  /** The goal of a program, where it has one that takes part in the forecast. */
  goalOf(program: string): Item | undefined {
    const goal = this.#spanOf.get(program)?.goal ?? -1;
    return this.#network.items[goal];
  }

  /** The forecast of a program. */
  program(id: string): ProgramForecast | undefined {
    const known = this.#programs.get(id);
    if (known) return known;
    const span = this.#spanOf.get(id);
    if (!span) return undefined;
    const made = programForecast(this.#plan, this.#network, this.#early, span, this.today);
    this.#programs.set(id, made);
    return made;
  }

  #room(item: Item, latest: Float64Array): number | undefined {
    const node = this.#node(item);
    if (node < 0 || !item.open || latest[node] === Infinity) return undefined;
    return inDays((latest[node] as number) - marginFrom(this.#network, this.#early, node, this.today));
  }

  #noted(item: Item, note: number): boolean {
    const node = this.#node(item);
    return node >= 0 && ((this.#early.notes[node] as number) & note) !== 0;
  }

  #node(item: Item): number {
    return this.#network.nodeOf[item.index] ?? -1;
  }
  #calendar(node: number): WorkCalendar {
    return this.#network.calendars[node] as WorkCalendar;
  }
  #facts(node: number): Facts {
    return this.#network.facts[node] as Facts;
  }
  #span(node: number): ProgramSpan {
    return this.#spans[this.#network.programOf[node] as number] as ProgramSpan;
  }
}
