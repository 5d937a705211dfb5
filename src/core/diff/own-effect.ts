import type { Day } from '../model/values/day.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Early } from '../schedule/early.ts';
import type { Facts } from '../schedule/facts.ts';
import type { Place } from '../schedule/forecast.ts';
import { forwardPass } from '../schedule/forward-pass.ts';
import type { Minutes } from '../schedule/minutes.ts';
import { countedLinks, describeNode, type Network } from '../schedule/network.ts';
import { finishShown } from '../schedule/shown-dates.ts';
import type { WorkCalendar } from '../schedule/work-calendar.ts';
import { atOnce } from '../text/at-once.ts';
import type { PlanSide } from './plan-side.ts';

/** What a change of an item did to its own dates. */
export interface OwnEffect {
  /** Whether something of it is later than it would be as it was written before. */
  readonly later: boolean;
  readonly earlier: boolean;
}

/** Both sides, and what an item of the base has become. */
export interface BothSides {
  readonly base: PlanSide;
  readonly head: PlanSide;
  readonly nowadays: (item: Item) => Item | undefined;
}

/**
 * What the change of an item did to its own dates: where it stands now, against where it would stand if it still said what
 * it said before, and everything else were as it is now. What takes a link away that held nothing, or moves a due date of
 * work, did nothing.
 */
export function ownEffect(was: Item, now: Item, sides: BothSides): OwnEffect {
  const { head } = sides;
  const is = placeIn(now, head);
  const other = asItWas(was, now, sides);
  // Nobody can say where what takes no part would stand.
  if (!is || !other) return { later: true, earlier: true };
  const ways = [compared(is.finish, is, other.finish, other, 'finishDay'), Math.sign(is.day - other.day)];
  if (hasLinkFromStart(was, sides.base) || hasLinkFromStart(now, head))
    ways.push(compared(is.start, is, other.start, other, 'startDay'));
  return { later: ways.some((way) => way > 0), earlier: ways.some((way) => way < 0) };
}

/** Whether an item stands elsewhere than before: on another day, or at another hour of the same one. */
export function standsElsewhere(was: Item, now: Item, { base, head }: BothSides): boolean {
  const [before, after] = [placeIn(was, base), placeIn(now, head)];
  if (!before || !after) return before !== after;
  return (
    before.day !== after.day ||
    compared(before.finish, before, after.finish, after, 'finishDay') !== 0 ||
    compared(before.start, before, after.start, after, 'startDay') !== 0
  );
}

/** The links into an item that are counted, by whether it says them itself. */
export function linksInto(
  item: Item,
  { plan }: PlanSide,
): { readonly own: readonly Link[]; readonly given: readonly Link[] } {
  const links = plan.linksTo(item).filter(countedLinks(plan));
  const isOwn = ({ reference }: Link): boolean => reference.from === item;
  return { own: links.filter(isOwn), given: links.filter((link) => !isOwn(link)) };
}

interface Stands {
  readonly calendar: WorkCalendar;
  readonly start: Minutes;
  readonly finish: Minutes;
  /** The day on which it is shown. */
  readonly day: Day;
}

function placeIn(item: Item, { state: { schedule } }: PlanSide): Stands | undefined {
  const place = schedule.placeOf(item);
  return place && { ...place, day: schedule.finish(item) as Day };
}

/** Hours are of a calendar: between two of them only days are compared. */
function compared(a: Minutes, ofA: Stands, b: Minutes, ofB: Stands, edge: 'startDay' | 'finishDay'): number {
  if (ofA.calendar.key === ofB.calendar.key) return Math.sign(a - b);
  return Math.sign(ofA.calendar[edge](a) - ofB.calendar[edge](b));
}

const hasLinkFromStart = (item: Item, { plan }: PlanSide): boolean =>
  plan.linksFrom(item).some(({ type }) => type === 'SS' || type === 'SF');

/** Where an item would stand in the head if it said what it said in the base. */
function asItWas(was: Item, now: Item, { base, head, nowadays }: BothSides): Stands | undefined {
  const { state, today } = head;
  if (!state.schedule.has(now) || !base.state.schedule.has(was)) return undefined;
  const before: { readonly link: Link; readonly place: Place }[] = [];
  const add = (link: Link, from: Item | undefined): void => {
    const place = from && state.schedule.placeOf(from);
    // What is gone holds nothing, and that is no change of this item.
    if (place) before.push({ link, place });
  };
  const counts = countedLinks(head.plan);
  const leftOut = new Set(head.plan.linksTo(now).flatMap((link) => (counts(link) ? [] : [link.from])));
  for (const link of linksInto(was, base).own) {
    const from = nowadays(link.from);
    // What closes a circle now holds nothing, whoever says so.
    if (!from || !leftOut.has(from)) add(link, from);
  }
  for (const link of linksInto(now, head).given) add(link, link.from);
  const calendar = state.calendars.of(was.program === now.program ? was : now);
  const network = networkOfOne(was, before, head.plan.lookup.program(now.program)?.values.start);
  const node = before.length;
  describeNode(
    network,
    node,
    before.map(({ link }) => link),
    calendar,
    today,
  );
  const early: Early = atOnce(forwardPass(network, today));
  const day = finishShown(network, early, node, today);
  return { calendar, start: early.start[node] as number, finish: early.finish[node] as number, day };
}

/** A network of an item after all that it waits for, which stands where it does. */
function networkOfOne(
  item: Item,
  before: readonly { readonly link: Link; readonly place: Place }[],
  programStart: Day | undefined,
): Network {
  const count = before.length;
  const firstInto = new Int32Array(count + 2);
  firstInto[count + 1] = count;
  return {
    items: [...before.map(({ link }) => link.from), item],
    facts: before.map(({ place }) => standing(place)),
    calendars: before.map(({ place }) => place.calendar),
    firm: new Float64Array(count + 1),
    nodeOf: new Int32Array(0),
    programOf: new Int32Array(count + 1),
    programs: [item.program],
    milestones: [[]],
    programStarts: [programStart],
    firstInto,
    from: Int32Array.from(before.keys()),
    to: new Int32Array(count).fill(count),
    code: new Uint8Array(count),
    lag: new Float64Array(count),
    elapsed: new Uint8Array(count),
    links: [],
    firstOutOf: new Int32Array(count + 2),
    outOf: new Int32Array(0),
  };
}

/** What nothing moves any more. */
const standing = ({ start, finish, duration }: Place): Facts => ({
  course: 'done',
  work: duration,
  duration,
  floor: start,
  limit: 'completed',
  base: finish,
  date: undefined,
  expected: undefined,
  windows: undefined,
  earliest: -Infinity,
});
