import type { Day } from '../model/values/day.ts';
import { forwardBound } from './bounds.ts';
import { type Early, EXPECTED, EXPECTED_IMPOSSIBLE, NO_WINDOW, WINDOW } from './early.ts';
import type { Facts } from './facts.ts';
import type { Minutes } from './minutes.ts';
import { fromStart, type Network, toFinish } from './network.ts';
import { finishShown } from './shown-dates.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** How many nodes are passed before a pause is offered. */
const NODES_AT_ONCE = 2500;

/**
 * The forward pass of the critical path method (Kelley & Walker 1959), with the four kinds of links of precedence
 * diagrams: when each item can start and finish at the earliest. Linear in items and links. Pauses, as a generator, so that
 * a host can do something else.
 */
export function* forwardPass(network: Network, today: Day): Generator<void, Early> {
  const size = network.items.length;
  const early: Early = {
    start: new Float64Array(size),
    finish: new Float64Array(size),
    startBound: new Float64Array(size).fill(-Infinity),
    finishBound: new Float64Array(size).fill(-Infinity),
    natural: new Float64Array(size),
    notes: new Uint8Array(size),
    windows: new Map(),
  };
  for (let from = 0; from < size; from += NODES_AT_ONCE) {
    passOver(network, early, from, Math.min(from + NODES_AT_ONCE, size), today);
    yield;
  }
  return early;
}

function passOver(network: Network, early: Early, from: number, to: number, today: Day): void {
  for (let node = from; node < to; node++) {
    gatherBounds(network, early, node);
    settle(network.facts[node] as Facts, early, node);
    early.natural[node] = early.finish[node] as number;
    const { expected, windows, date } = network.facts[node] as Facts;
    if (expected !== undefined) expect(network.facts[node] as Facts, expected, early, node);
    else if (date !== undefined && date >= today) noteImpossibleDate(network, early, node, date);
    if (windows) moveToWindow(network, early, node, today);
  }
}

function gatherBounds(network: Network, early: Early, node: number): void {
  const { firstInto, from, code } = network;
  const end = firstInto[node + 1] as number;
  for (let link = firstInto[node] as number; link < end; link++) {
    const kind = code[link] as number;
    const before = from[link] as number;
    const bound = forwardBound(network, link, (fromStart(kind) ? early.start[before] : early.finish[before]) as number);
    const bounds = toFinish(kind) ? early.finishBound : early.startBound;
    if (bound > (bounds[node] as number)) bounds[node] = bound;
  }
}

/** Early start and finish by facts and links alone. */
function settle({ course, floor, base, work }: Facts, early: Early, node: number): void {
  const startBound = early.startBound[node] as number;
  const finishBound = early.finishBound[node] as number;
  let start = floor;
  let finish = base;
  switch (course) {
    case 'planned':
      start = Math.max(floor, startBound);
      finish = Math.max(start + work, finishBound);
      start = finish - work;
      break;
    case 'measured':
      finish = Math.max(Math.max(base, startBound) + work, finishBound);
      break;
    case 'running':
      finish = Math.max(base, startBound, finishBound);
      break;
    case 'event':
      finish = Math.max(floor, startBound, finishBound);
      start = finish;
      break;
    case 'done':
      break;
  }
  early.start[node] = start;
  early.finish[node] = finish;
}

/** The owner's own forecast sets the finish, unless what is waited for does not allow it. */
function expect({ course, work }: Facts, expected: Minutes, early: Early, node: number): void {
  if (expected < allowed(course, work, early, node)) {
    note(early, node, EXPECTED_IMPOSSIBLE);
    return;
  }
  note(early, node, EXPECTED);
  const start = early.start[node] as number;
  early.finish[node] = Math.max(expected, start);
  if (course === 'planned') early.start[node] = Math.max(start, expected - work);
}

/** The earliest finish that links allow, whatever else holds the item. */
function allowed(course: Facts['course'], work: Minutes, early: Early, node: number): Minutes {
  const after = course === 'running' || course === 'event' ? 0 : work;
  return Math.max((early.startBound[node] as number) + after, early.finishBound[node] as number);
}

/** An event's own forecast only counts as its date; where links do not allow it, that is worth noting as well. */
function noteImpossibleDate({ items, calendars, facts }: Network, early: Early, node: number, date: Day): void {
  const { course, work } = facts[node] as Facts;
  const item = items[node];
  if (course !== 'event' || !item?.type.forecast?.work || item.values.expected !== date) return;
  const calendar = calendars[node] as WorkCalendar;
  if (calendar.end(date) < allowed(course, work, early, node)) note(early, node, EXPECTED_IMPOSSIBLE);
}

/** The finish moves to the first window on or after the day on which it would be shown. */
function moveToWindow(network: Network, early: Early, node: number, today: Day): void {
  const { course, work, windows = [] } = network.facts[node] as Facts;
  const calendar = network.calendars[node] as WorkCalendar;
  const finish = early.finish[node] as number;
  const day = finishShown(network, early, node, today);
  const window = windows.find(({ last }) => last >= day);
  if (!window) {
    note(early, node, NO_WINDOW);
    return;
  }
  if (window.first <= day) return;
  // In a window without a working day it is on the first of its days.
  const opens = calendar.startDay(calendar.start(window.first));
  const to = opens <= window.last ? opens : window.first;
  early.finish[node] = Math.max(finish, calendar.end(to));
  early.windows.set(node, to);
  note(early, node, WINDOW);
  if (course === 'planned')
    early.start[node] = Math.max(early.start[node] as number, (early.finish[node] as number) - work);
  if (course === 'event') early.start[node] = early.finish[node] as number;
}

function note(early: Early, node: number, what: number): void {
  early.notes[node] = (early.notes[node] as number) | what;
}
