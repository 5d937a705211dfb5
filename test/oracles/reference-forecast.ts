import {
  calendarOf,
  endOf,
  finishDate,
  type Minutes,
  startDate,
  startOf,
  type WorkingDays,
  workOf,
} from './reference-calendar.ts';
import { dateOf, expectedOf, type Link, type Node } from './reference-node.ts';
import {
  type Day,
  dueOf,
  isDropped,
  isOpen,
  keyOf,
  type Length,
  type ReferenceItem,
  type ReferencePlan,
} from './reference-plan.ts';
import { windowAfter } from './reference-shown.ts';

const NONE: Length = { amount: 0, unit: 'd' };
const NEVER = Number.NEGATIVE_INFINITY;

/** The network of a plan, every node with its early dates, as the tables of the definition say. */
export function forecast(plan: ReferencePlan): Node[] {
  const nodes = plan.items.filter((item) => !isDropped(item)).map((item) => nodeOf(plan, item));
  for (const node of nodes) {
    const link = (from: string, to: string, type: Link['type'], lag = NONE) => {
      const ends = [from, to].map((key) => nodes.find((other) => other.key === key));
      if (!ends[0] || !ends[1]) return;
      const made = { from: ends[0], to: ends[1], type, lag };
      made.to.into.push(made);
      made.from.outOf.push(made);
    };
    const { dependsOn = [], blocks = [], providedBy } = node.item;
    for (const { on, type, lag } of dependsOn) link(on, node.key, type, lag);
    for (const key of blocks) {
      const blocked = nodes.find((other) => other.key === key);
      link(node.key, key, blocked?.started ? 'FF' : 'FS');
    }
    if (providedBy) link(providedBy, node.key, 'FS');
  }
  const waiting = new Set(nodes);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((node) => node.into.every(({ from }) => !waiting.has(from)));
    if (ready.length === 0) throw new Error('reference plans have no cycles');
    for (const node of ready) {
      Object.assign(node, earlyDates(node, plan.today));
      waiting.delete(node);
    }
  }
  return nodes;
}

function nodeOf(plan: ReferencePlan, item: ReferenceItem): Node {
  const program = plan.programs.find(({ id }) => id === item.program);
  if (!program) throw new Error(`no program ${item.program}`);
  const calendar = calendarOf(plan, item);
  const open = isOpen(item);
  const { progress, start, due } = item;
  const spanned = item.kind === 'milestone' && start !== undefined && due !== undefined;
  const duration = item.duration
    ? workOf(calendar, item.duration)
    : spanned
      ? Math.max(0, endOf(calendar, due) - startOf(calendar, start))
      : 0;
  const started =
    open && (item.started !== undefined || item.status === 'in-progress' || (progress !== undefined && progress > 0));
  return {
    item,
    key: keyOf(item),
    program,
    calendar,
    open,
    started: started && item.kind === 'milestone',
    event: !item.duration && !spanned,
    duration,
    remaining: started && progress !== undefined ? Math.round((duration * (100 - progress)) / 100) : duration,
    into: [],
    outOf: [],
    es: NEVER,
    ef: NEVER,
  };
}

/** Where a link puts what it bounds, if what it comes from stood at a boundary. */
export function boundOf({ from, to, type, lag }: Link, at: Minutes): Minutes {
  const finish = type === 'FS' || type === 'FF';
  if (lag.unit === 'ed' || lag.unit === 'ew') {
    const days = lag.amount * (lag.unit === 'ew' ? 7 : 1);
    return finish
      ? startOf(to.calendar, finishDate(from.calendar, at) + days + 1)
      : startOf(to.calendar, startDate(from.calendar, at) + days);
  }
  return travel(from.calendar, at, to.calendar, finish) + workOf(to.calendar, lag);
}

/** A boundary of one calendar in another: as a date, unless they are the same. */
export function travel(from: WorkingDays, at: Minutes, to: WorkingDays, finish: boolean): Minutes {
  if (from === to) return at;
  return finish ? endOf(to, finishDate(from, at)) : startOf(to, startDate(from, at));
}

/** What a link says of where it leads to. */
export const bound = (link: Link): Minutes =>
  boundOf(link, link.type === 'FS' || link.type === 'FF' ? link.from.ef : link.from.es);

/** The largest bound of the links of some types into an item. */
export function boundBy(node: Node, ...types: readonly Link['type'][]): Minutes {
  return Math.max(NEVER, ...node.into.filter(({ type }) => types.includes(type)).map(bound));
}

export const linksBound = (node: Node): Minutes => boundBy(node, 'FS', 'SS', 'FF', 'SF');

function earlyDates(node: Node, today: Day): Pick<Node, 'es' | 'ef' | 'natural' | 'expected' | 'window'> {
  if (!node.open) return doneDates(node, today);
  if (node.event) return eventDates(node, today);
  return node.started ? startedDates(node, today) : plannedDates(node, today);
}

function doneDates({ item, calendar, duration }: Node, today: Day) {
  const now = endOf(calendar, today);
  const { closed, updated, started } = item;
  const due = dueOf(item);
  const ef =
    closed !== undefined
      ? endOf(calendar, closed)
      : due !== undefined
        ? Math.min(endOf(calendar, due), now)
        : updated !== undefined
          ? Math.min(endOf(calendar, updated), now)
          : now;
  return { es: started !== undefined ? startOf(calendar, started) : ef - duration, ef };
}

function eventDates(node: Node, today: Day) {
  const { item, calendar, program } = node;
  const bounds = [linksBound(node)];
  if (program.start !== undefined) bounds.push(startOf(calendar, program.start));
  if (item.start !== undefined) bounds.push(startOf(calendar, item.start));
  const date = dateOf(node);
  if (date !== undefined) {
    bounds.push(endOf(calendar, date));
    if (date < today) bounds.push(endOf(calendar, today));
  } else {
    bounds.push(item.kind === 'milestone' ? startOf(calendar, today) : endOf(calendar, today));
  }
  const natural = Math.max(...bounds);
  const moved = windowAfter(node, natural, today);
  return { es: moved.ef, ...moved, natural: { es: natural, ef: natural } };
}

function plannedDates(node: Node, today: Day) {
  const { item, calendar, program, duration } = node;
  const starts = [startOf(calendar, today), boundBy(node, 'FS', 'SS')];
  if (program.start !== undefined) starts.push(startOf(calendar, program.start));
  if (item.start !== undefined) starts.push(startOf(calendar, item.start));
  let ef = Math.max(Math.max(...starts) + duration, boundBy(node, 'FF', 'SF'));
  let es = ef - duration;
  const allowed = Math.max(boundBy(node, 'FS', 'SS') + duration, boundBy(node, 'FF', 'SF'));
  const natural = { es, ef };
  const expected = expectedOf(node, today, allowed);
  if (expected !== undefined) ef = Math.max(expected, es);
  const moved = windowAfter(node, ef, today);
  es = Math.max(es, moved.ef - duration);
  return { es, ...moved, natural, expected };
}

function startedDates(node: Node, today: Day) {
  const { item, calendar, duration, remaining } = node;
  const es =
    item.started !== undefined
      ? startOf(calendar, item.started)
      : Math.min(startOf(calendar, item.start ?? today), startOf(calendar, today));
  const pushed = boundBy(node, 'FS', 'SS');
  const held = boundBy(node, 'FF', 'SF');
  const ef =
    item.progress !== undefined
      ? Math.max(Math.max(startOf(calendar, today), pushed) + remaining, held)
      : Math.max(es + duration, endOf(calendar, today), pushed, held);
  const allowed = item.progress !== undefined ? Math.max(pushed + remaining, held) : Math.max(pushed, held);
  const expected = expectedOf(node, today, allowed);
  return {
    es,
    ...windowAfter(node, expected === undefined ? ef : Math.max(expected, es), today),
    natural: { es, ef },
    expected,
  };
}
