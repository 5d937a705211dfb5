import type { Day } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Calendars } from './calendars.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Minutes } from './minutes.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What a link holds back, and by what: the first two hold back a start, the others a finish. */
export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;
const CODES = { FS, SS, FF, SF } as const;

/** Whether a link of that code is measured from the predecessor's start. */
export const fromStart = (code: number): boolean => code === SS || code === SF;
/** Whether a link of that code holds back the successor's finish, rather than its start. */
export const toFinish = (code: number): boolean => code === FF || code === SF;

/**
 * The items that take part in the forecast, and the links between them, as arrays over an index: in the passes there
 * is no object for an item or a link. A node is an item's place in these arrays, in topological order: whatever a link
 * leads to comes after what it leads from. A link is a place in the arrays of links, which are in the order of their
 * successors.
 */
export interface Network {
  readonly items: readonly Item[];
  readonly facts: readonly Facts[];
  readonly calendars: readonly WorkCalendar[];
  /** The node of an item of the plan, by the item's index; -1 for those that take no part. */
  readonly nodeOf: Int32Array;
  /** The number of a node's program in `programs`. */
  readonly programOf: Int32Array;
  /** The ids of the programs. */
  readonly programs: readonly string[];
  /** The links into node n are those from `firstInto[n]` up to, not including, `firstInto[n + 1]`. */
  readonly firstInto: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly code: Uint8Array;
  /** In minutes on the successor's calendar, or in elapsed days where `elapsed` is 1. */
  readonly lag: Float64Array;
  readonly elapsed: Uint8Array;
  readonly links: readonly Link[];
  /** The links out of node n, as places in the arrays above: those of `outOf` from `firstOutOf[n]` on. */
  readonly firstOutOf: Int32Array;
  readonly outOf: Int32Array;
}

/** The types whose items have a forecast. */
const FORECAST = new Set(['milestone', 'decision', 'dependency', 'issue', 'action']);

/** Whether an item takes part in the forecast: it has a date to be forecast, and is not cancelled or the like. */
export const isForecast = (item: Item): boolean => !item.dropped && FORECAST.has(item.type.name);

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 1000;

/**
 * Puts the network of a plan together. Links that close cycles are left out, as are those of dropped items. Pauses, as
 * a generator, so that a host can do something else.
 */
export function* networkOf(plan: Plan, calendars: Calendars, today: Day): Generator<void, Network> {
  const counted = countedLinks(plan);
  const order = inTopologicalOrder(plan, counted);
  yield;
  const size = order.length;
  const nodeOf = new Int32Array(plan.items.length).fill(-1);
  for (let node = 0; node < size; node++) nodeOf[(order[node] as Item).index] = node;
  let linkCount = 0;
  for (const item of order) for (const link of plan.linksTo(item)) if (counted(link)) linkCount++;
  const programs = plan.programs.map(({ id }) => id);
  const numbers = new Map(programs.map((id, number) => [id, number]));
  const starts = programs.map((id) => plan.lookup.program(id)?.values.start);
  const network = {
    items: order,
    calendars: order.map((item) => calendars.of(item)),
    facts: new Array<Facts>(size),
    nodeOf,
    programOf: new Int32Array(size),
    programs,
    firstInto: new Int32Array(size + 1),
    from: new Int32Array(linkCount),
    to: new Int32Array(linkCount),
    code: new Uint8Array(linkCount),
    lag: new Float64Array(linkCount),
    elapsed: new Uint8Array(linkCount),
    links: new Array<Link>(linkCount),
    firstOutOf: new Int32Array(size + 1),
    outOf: new Int32Array(linkCount),
  };
  let place = 0;
  for (let node = 0; node < size; node++) {
    const item = order[node] as Item;
    const calendar = network.calendars[node] as WorkCalendar;
    const program = numbers.get(item.program) as number;
    let provided = false;
    if (node % ITEMS_AT_ONCE === 0) yield;
    network.programOf[node] = program;
    network.firstInto[node] = place;
    for (const link of plan.linksTo(item)) {
      if (!counted(link)) continue;
      network.from[place] = nodeOf[link.from.index] as number;
      network.to[place] = node;
      network.code[place] = CODES[link.type];
      if (link.lag) {
        network.elapsed[place] = isElapsed(link.lag) ? 1 : 0;
        network.lag[place] = lagOf(link.lag, calendar);
      }
      network.links[place] = link;
      place++;
      if (link.reference.field === 'provided_by') provided = true;
    }
    network.facts[node] = factsOf(item, { calendar, today, programStart: starts[program], provided });
  }
  network.firstInto[size] = place;
  countOut(network, size);
  return network;
}

/** Which of the links between items are part of the network. */
function countedLinks(plan: Plan): (link: Link) => boolean {
  const takesPart = Uint8Array.from(plan.items, (item) => (isForecast(item) ? 1 : 0));
  const cyclic = plan.cycles.length > 0;
  return (link) =>
    takesPart[link.from.index] === 1 && takesPart[link.to.index] === 1 && !(cyclic && plan.closesCycle(link));
}

const isElapsed = ({ unit }: Duration): boolean => unit === 'ed' || unit === 'ew';

/** In minutes of work, or in elapsed days: a part of such a day counts as the whole. */
function lagOf(lag: Duration, calendar: WorkCalendar): Minutes | number {
  return isElapsed(lag) ? Math.ceil(lag.amount * (lag.unit === 'ew' ? 7 : 1)) : calendar.work(lag);
}

/** Items after what they wait for (Kahn 1962), else in document order. */
function inTopologicalOrder(plan: Plan, counted: (link: Link) => boolean): Item[] {
  const waiting = new Int32Array(plan.items.length);
  const order: Item[] = [];
  for (const item of plan.items) {
    if (!isForecast(item)) continue;
    let count = 0;
    for (const link of plan.linksTo(item)) if (counted(link)) count++;
    waiting[item.index] = count;
    if (count === 0) order.push(item);
  }
  for (let next = 0; next < order.length; next++) {
    for (const link of plan.linksFrom(order[next] as Item)) {
      if (!counted(link)) continue;
      const left = (waiting[link.to.index] as number) - 1;
      waiting[link.to.index] = left;
      if (left === 0) order.push(link.to);
    }
  }
  return order;
}

function countOut({ from, firstOutOf, outOf }: Pick<Network, 'from' | 'firstOutOf' | 'outOf'>, size: number): void {
  for (const node of from) firstOutOf[node + 1] = (firstOutOf[node + 1] as number) + 1;
  for (let node = 0; node < size; node++) {
    firstOutOf[node + 1] = (firstOutOf[node + 1] as number) + (firstOutOf[node] as number);
  }
  const filled = firstOutOf.slice();
  for (let link = 0; link < from.length; link++) {
    const node = from[link] as number;
    outOf[filled[node] as number] = link;
    filled[node] = (filled[node] as number) + 1;
  }
}
