import type { Link } from '../plan/item.ts';
import { forwardBound } from './bounds.ts';
import { type Early, EXPECTED, WINDOW } from './early.ts';
import type { Facts, LimitKind } from './facts.ts';
import type { Minutes } from './minutes.ts';
import { fromStart, type Network, toFinish } from './network.ts';

/** What sets the forecast of an item: a link from another one, or a limit of its own. */
export type Driver =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'limit'; readonly limit: LimitKind };

/** The links and limits that set a node's early start or finish: links by their items' ids, then limits. */
export function driversOf(network: Network, early: Early, node: number): readonly Driver[] {
  const { course, limit, work } = network.facts[node] as Facts;
  const notes = early.notes[node] as number;
  const finish = early.finish[node] as number;
  const natural = early.natural[node] as number;
  const expected = (notes & EXPECTED) !== 0 && (finish !== natural || (notes & WINDOW) !== 0);
  const own: Driver[] = [];
  if (expected) own.push({ kind: 'limit', limit: 'expected' });
  if ((notes & WINDOW) !== 0) own.push({ kind: 'limit', limit: 'window' });
  if (course === 'done') return [{ kind: 'limit', limit }];
  // Where the owner's word moved all of it, nothing else set it.
  if (expected && course !== 'planned') return own;
  if (expected && (early.start[node] as number) > natural - work) return own;
  const { links, limits } = naturalDrivers(network, early, node);
  return [...links.map((link): Driver => ({ kind: 'link', link })), ...limits.map(asLimit), ...own];
}

const asLimit = (limit: LimitKind): Driver => ({ kind: 'limit', limit });

/** What sets the finish before the owner's own forecast and windows count. */
function naturalDrivers(network: Network, early: Early, node: number): { links: Link[]; limits: LimitKind[] } {
  const facts = network.facts[node] as Facts;
  const startBound = early.startBound[node] as number;
  const finishBound = early.finishBound[node] as number;
  const natural = early.natural[node] as number;
  const after = facts.course === 'planned' || facts.course === 'measured' ? facts.work : 0;
  const own = facts.course === 'planned' || facts.course === 'measured' ? facts.base + after : facts.base;
  const links: Link[] = [];
  if (startBound + after === natural) links.push(...linksThatGive(network, early, node, startBound, false));
  if (finishBound === natural) links.push(...linksThatGive(network, early, node, finishBound, true));
  links.sort((a, b) => (a.from.key < b.from.key ? -1 : a.from.key > b.from.key ? 1 : 0));
  const limits: LimitKind[] = own === natural ? [facts.course === 'measured' ? 'progress' : facts.limit] : [];
  return { links, limits };
}

/** The links into a node whose bound is exactly that. */
function linksThatGive(network: Network, early: Early, node: number, bound: Minutes, finish: boolean): Link[] {
  return boundsInto(network, early, node)
    .filter((into) => into.bound === bound && toFinish(network.code[into.place] as number) === finish)
    .map(({ place }) => network.links[place] as Link);
}

/** The links into a node with the bounds they give. */
export function boundsInto(network: Network, early: Early, node: number): { place: number; bound: Minutes }[] {
  const found: { place: number; bound: Minutes }[] = [];
  for (let place = network.firstInto[node] as number; place < (network.firstInto[node + 1] as number); place++) {
    const before = network.from[place] as number;
    const start = fromStart(network.code[place] as number);
    found.push({ place, bound: forwardBound(network, place, (start ? early.start : early.finish)[before] as number) });
  }
  return found;
}
