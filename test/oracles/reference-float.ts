import { DAY, endOf, type Minutes } from './reference-calendar.ts';
import { bound, boundOf, linksBound, travel } from './reference-forecast.ts';
import { dateOf, type Link, type Node } from './reference-node.ts';
import { dueOf } from './reference-plan.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

/**
 * Whether a link can be felt by what it comes from: nothing done waits, and a start that has been cannot move. An event
 * starts when it happens, whatever its status.
 */
export const binds = ({ from, to, type }: Link): boolean =>
  to.open && !(from.started && !from.event && (type === 'SS' || type === 'SF'));

/**
 * The latest finish of the item that a link comes from, such that the link still fits what is asked of the other end:
 * found by trying boundaries, further and further away, in ever smaller steps. A start that travels as a date stands on
 * whole days.
 */
export function latestFinish(link: Link, limit: Minutes): Minutes {
  const { from, to, type, lag } = link;
  const start = type === 'SS' || type === 'SF';
  const asDate = from.calendar !== to.calendar || lag.unit === 'ed' || lag.unit === 'ew';
  const steps = asDate ? [100 * DAY, 10 * DAY, DAY] : [100 * DAY, 10 * DAY, DAY, 30, 1];
  let at = 20 * DAY;
  if (boundOf(link, at) > limit) throw new Error('a late date beyond the horizon');
  for (const step of steps) while (boundOf(link, at + step) <= limit) at += step;
  return start ? at + from.ef - from.es : at;
}

/** What a link asks of the other end, if that had to finish by a boundary. */
export function latestAtTarget({ to, type }: Link, finish: Minutes): Minutes {
  if (type === 'FF' || type === 'SF') return finish;
  if (to.started && to.item.progress === undefined) return finish;
  return finish - to.remaining;
}

/** The late finish of every open item of a program, for its total float. */
export function lateFinishes(nodes: readonly Node[], programId: string): Map<Node, Minutes> {
  const own = nodes.filter(({ program }) => program.id === programId);
  const goal = goalOf(own);
  const inside = ({ outOf }: Node) => outOf.filter(({ to }) => to.program.id === programId);
  const leading = new Map<Node, boolean>();
  const leads = (node: Node): boolean => {
    const found = leading.get(node) ?? (node === goal || inside(node).some((link) => binds(link) && leads(link.to)));
    leading.set(node, found);
    return found;
  };
  const late = new Map<Node, Minutes>();
  const lateOf = (node: Node): Minutes => {
    const found = late.get(node);
    if (found !== undefined) return found;
    const links = inside(node).filter((link) => binds(link) && (!leads(node) || leads(link.to)));
    const bounds = links.map((link) => latestFinish(link, latestAtTarget(link, lateOf(link.to))));
    const ends = own.filter(({ item }) => item.kind === 'milestone');
    const cap = Math.max(node.ef, ...ends.map((end) => travel(end.calendar, end.ef, node.calendar, true)));
    const made =
      node === goal
        ? finishForFloat(node)
        : leads(node) && bounds.length > 0
          ? Math.min(...bounds)
          : Math.min(cap, ...bounds);
    late.set(node, made);
    return made;
  };
  for (const node of own) if (node.open) lateOf(node);
  return late;
}

/** The finish that float is measured against: of a dated event, what its links alone make of it. */
export function finishForFloat(goal: Node): Minutes {
  const links = linksBound(goal);
  return goal.event && goal.open && dateOf(goal) !== undefined && links !== Number.NEGATIVE_INFINITY ? links : goal.ef;
}

export const goalOf = (own: readonly Node[]): Node | undefined =>
  own.find(({ item, program }) => item.kind === 'milestone' && item.id === program.goal);

/** Whether an item leads to another within their program, along links that can be felt, or is it. */
export function leadsTo(node: Node, target: Node): boolean {
  const links = node.outOf.filter((link) => binds(link) && link.to.program === node.program);
  return node === target || links.some(({ to }) => leadsTo(to, target));
}

/** How long an item can slip before a link within its program moves what follows. */
export function freeFloat(node: Node, total: Minutes): Minutes {
  const gaps = node.outOf
    .filter((link) => link.to.program === node.program && binds(link))
    .map((link) => latestFinish(link, latestAtTarget(link, link.to.ef)) - node.ef);
  return Math.max(0, Math.min(total, ...gaps));
}

/** The latest finish of every open item at which no due date is missed; ALWAYS where none lies downstream. */
export function dueFinishes(nodes: readonly Node[]): Map<Node, Minutes> {
  const late = new Map<Node, Minutes>();
  const lateOf = (node: Node): Minutes => {
    const found = late.get(node);
    if (found !== undefined) return found;
    const { item, calendar, program } = node;
    const bounds: Minutes[] = [];
    const by = dueOf(item);
    if (by !== undefined) bounds.push(endOf(calendar, by));
    const goal = goalOf(nodes.filter((other) => other.program === program));
    if (program.target !== undefined && (goal ? node === goal : item.kind === 'milestone')) {
      bounds.push(endOf(calendar, program.target));
    }
    for (const link of node.outOf.filter(binds)) {
      const limit = latestAtTarget(link, lateOf(link.to));
      if (limit !== ALWAYS) bounds.push(latestFinish(link, limit));
    }
    const made = Math.min(ALWAYS, ...bounds);
    late.set(node, made);
    return made;
  };
  for (const node of nodes) if (node.open) lateOf(node);
  return late;
}

/** What margin is counted from: of an event, what its links and today make of it, not its own date. */
export const marginFrom = (node: Node, today: number): Minutes =>
  node.event ? Math.max(linksBound(node), endOf(node.calendar, today)) : node.ef;

/**
 * The links that set where an item stands: before windows, which put off what links have set, and unless the owner's
 * own forecast moved all of it.
 */
export function drivingLinks(node: Node): Link[] {
  const { natural, expected, ef, es } = node;
  if (!node.open || !natural) return [];
  const moved = expected !== undefined && (ef !== natural.ef || node.window !== undefined);
  if (moved && (node.started || es > natural.es)) return [];
  return node.into.filter((link) => {
    const at = bound(link);
    if (link.type === 'FF' || link.type === 'SF' || node.event) return at === natural.ef;
    return at === latestAtTarget(link, natural.ef);
  });
}
