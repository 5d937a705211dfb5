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
  /** The latest finish that keeps a node's own firm date; Infinity where it has none to keep. */
  readonly firm: Float64Array;
  /** The node of an item of the plan, by the item's index; -1 for those that take no part. */
  readonly nodeOf: Int32Array;
  /** The number of a node's program in `programs`. */
  readonly programOf: Int32Array;
  /** The ids of the programs. */
  readonly programs: readonly string[];
  /** The nodes of a program's milestones. */
  readonly milestones: readonly (readonly number[])[];
  /** The day before which a program does not start. */
  readonly programStarts: readonly (Day | undefined)[];
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

/** Whether an item takes part in the forecast: it has a date to be forecast, and is not cancelled or the like. */
export const isForecast = (item: Item): boolean => !item.dropped && item.type.forecast !== undefined;

/** Whether an item's due date is one that must be kept: it says so, or leaders watch it. */
export const isFirm = ({ values }: Item): boolean => values.commitment === 'firm' || values.key === true;

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 1000;

/**
 * Puts the network of a plan together. Links that close cycles are left out, as are those of dropped items. Pauses, as
 * a generator, so that a host can do something else.
 */
export function* networkOf(plan: Plan, calendars: Calendars, today: Day): Generator<void, Network> {
  const takesPart = Uint8Array.from(plan.items, (item) => (isForecast(item) ? 1 : 0));
  const counted = countedLinks(plan, ({ index }) => takesPart[index] === 1);
  yield;
  const order = inTopologicalOrder(plan, counted);
  yield;
  const size = order.length;
  const nodeOf = new Int32Array(plan.items.length).fill(-1);
  for (let node = 0; node < size; node++) nodeOf[(order[node] as Item).index] = node;
  let linkCount = 0;
  for (const item of order) for (const link of plan.linksTo(item)) if (counted(link)) linkCount++;
  const programs = plan.programs.map(({ id }) => id);
  const numbers = new Map(programs.map((id, number) => [id, number]));
  const network: Network = {
    items: order,
    calendars: new Array<WorkCalendar>(size),
    firm: new Float64Array(size),
    facts: new Array<Facts>(size),
    nodeOf,
    programOf: new Int32Array(size),
    programs,
    milestones: programs.map((): number[] => []),
    programStarts: startsOf(programs, plan),
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
  for (let node = 0; node < size; node++) {
    if (node % ITEMS_AT_ONCE === 0) yield;
    const item = order[node] as Item;
    const program = numbers.get(item.program) as number;
    network.programOf[node] = program;
    if (item.type.forecast?.isReached) (network.milestones[program] as number[]).push(node);
    const first = network.firstInto[node] as number;
    const links = plan.linksTo(item).filter(counted);
    for (let i = 0; i < links.length; i++) {
      network.from[first + i] = nodeOf[(links[i] as Link).from.index] as number;
      network.to[first + i] = node;
    }
    network.firstInto[node + 1] = first + links.length;
    describeNode(network, node, links, calendars.of(item), today);
  }
  countOut(network, size);
  return network;
}

/** When the programs of a network may start. */
export const startsOf = (programs: readonly string[], plan: Plan): readonly (Day | undefined)[] =>
  programs.map((id) => plan.lookup.program(id)?.values.start);

/** Fills in what a node and the links into it say; where they stand in the network is known. */
export function describeNode(
  network: Network,
  node: number,
  links: readonly Link[],
  calendar: WorkCalendar,
  today: Day,
): void {
  const { calendars, facts, firm, code, lag, elapsed } = network as Writable;
  const item = network.items[node] as Item;
  const first = network.firstInto[node] as number;
  let provided = false;
  for (let i = 0; i < links.length; i++) {
    const link = links[i] as Link;
    const place = first + i;
    code[place] = CODES[link.type];
    elapsed[place] = link.lag && isElapsed(link.lag) ? 1 : 0;
    lag[place] = link.lag ? lagOf(link.lag, calendar) : 0;
    (network as Writable).links[place] = link;
    if (link.reference.field === 'provided_by') provided = true;
  }
  calendars[node] = calendar;
  const programStart = network.programStarts[network.programOf[node] as number];
  firm[node] = item.open && item.due !== undefined && isFirm(item) ? calendar.end(item.due) : Infinity;
  facts[node] = factsOf(item, { calendar, today, programStart, provided });
}

/** A network that is being put together. */
type Writable = { -readonly [Key in keyof Network]: Network[Key] extends readonly (infer T)[] ? T[] : Network[Key] };

/** Which of the links between items are part of the network. */
export function countedLinks(plan: Plan, takesPart = isForecast): (link: Link) => boolean {
  const cyclic = plan.cycles.length > 0;
  return (link) => takesPart(link.from) && takesPart(link.to) && !(cyclic && plan.closesCycle(link));
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
