import type { Day } from '../model/values/day.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { isFirm } from '../schedule/network.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** A date that is forecast to be missed. */
export interface Broken {
  /** Whose promise it is: a firm date, the due date of a goal, the target of a program, or any other due date. */
  readonly kind: 'firm' | 'goal' | 'target' | 'due';
  readonly date: Day;
  /** How many working days after it the item is forecast for. */
  readonly days: number;
}

/** An item that is forecast to be late; of several dates that it misses, with the hardest. */
export interface Missed extends Broken {
  readonly item: Item;
  /** Every date that it misses, the hardest first. */
  readonly broken: readonly Broken[];
  /** The links that drive it, from the root on; none where it is the root. */
  readonly chain: readonly Link[];
}

/** What is forecast to be late, by the item that drives it. */
export interface Late {
  /** The items that drive what is late, in document order, each with what it makes late, the hardest promise first. */
  readonly roots: ReadonlyMap<Item, readonly Missed[]>;
  /** What an item makes late; empty where it is no root. */
  readonly drivenBy: (item: Item) => readonly Missed[];
  /** Of an open item, the date that is missed; undefined where none is. */
  readonly missed: (item: Item) => Missed | undefined;
  /** The same by index, for a plan that differs in little. */
  readonly found: Found;
}

interface Found {
  readonly missed: ReadonlyMap<number, Missed>;
  readonly byRoot: ReadonlyMap<number, readonly Missed[]>;
}

/** What was forecast to be late in a plan that differs in little, and where that may be otherwise now. */
export interface EarlierLate {
  readonly late: Late;
  /** The indexes of the items that stand elsewhere now, and of all that such an item could drive. */
  readonly near: ReadonlySet<number>;
}

const HARDEST_FIRST: readonly Missed['kind'][] = ['firm', 'goal', 'target', 'due'];
const NONE: readonly Missed[] = [];

/** Finds what is forecast to be late, and what drives it. */
export function findLate(plan: Plan, schedule: Schedule, before?: EarlierLate): Late {
  const chains = new Chains(schedule);
  const missed = new Map(before?.late.found.missed);
  const byRoot = new Map(before?.late.found.byRoot);
  const again = before ? missedAgain(before) : plan.items.keys();
  for (const index of before ? again : []) {
    const known = missed.get(index);
    if (!known) continue;
    missed.delete(index);
    const root = rootOf(known).index;
    const others = byRoot.get(root)?.filter((other) => other !== known) ?? NONE;
    if (others.length > 0) byRoot.set(root, others);
    else byRoot.delete(root);
  }
  for (const index of again) {
    const item = plan.items[index] as Item;
    const broken = item.open && item.type.name === 'milestone' ? brokenBy(item, plan, schedule) : [];
    const [hardest] = broken;
    if (!hardest) continue;
    const found = { ...hardest, item, broken, chain: chains.to(item) };
    missed.set(index, found);
    const root = rootOf(found).index;
    byRoot.set(root, [...(byRoot.get(root) ?? NONE), found].sort(hardestFirst));
  }
  let roots: Late['roots'] | undefined;
  return {
    get roots() {
      roots ??= new Map(
        [...byRoot].sort(([a], [b]) => a - b).map(([index, list]) => [plan.items[index] as Item, list]),
      );
      return roots;
    },
    drivenBy: (item) => byRoot.get(item.index) ?? NONE,
    missed: (item) => missed.get(item.index),
    found: { missed, byRoot },
  };
}

/** The item that drives a missed date. */
const rootOf = ({ item, chain }: Missed): Item => chain[0]?.from ?? item;

/** The items that may miss another date than before, or for another reason. */
function missedAgain({ late, near }: EarlierLate): ReadonlySet<number> {
  const again = new Set(near);
  for (const [index, { chain }] of late.found.missed) {
    if (chain.some(({ from, to, reference }) => [from, to, reference.from].some((item) => near.has(item.index)))) {
      again.add(index);
    }
  }
  return again;
}

/** The roots, by index, that make something else late than before, or make it late otherwise. */
export function rootsOtherwise({ found: now }: Late, { late: { found: then } }: EarlierLate): readonly number[] {
  const roots = new Set([...then.byRoot.keys(), ...now.byRoot.keys()]);
  return [...roots].filter((root) => now.byRoot.get(root) !== then.byRoot.get(root));
}

function hardestFirst(a: Missed, b: Missed): number {
  return (
    HARDEST_FIRST.indexOf(a.kind) - HARDEST_FIRST.indexOf(b.kind) ||
    a.chain.length - b.chain.length ||
    a.item.index - b.item.index
  );
}

/** The dates that a milestone is forecast to miss, the hardest first. */
function brokenBy(item: Item, plan: Plan, schedule: Schedule): readonly Broken[] {
  const broken: Broken[] = [];
  const slip = schedule.slip(item) ?? 0;
  const goal = schedule.goalOf(item.program);
  if (item.due !== undefined && slip > 0) {
    broken.push({ kind: isFirm(item) ? 'firm' : goal === item ? 'goal' : 'due', date: item.due, days: slip });
  }
  const target = plan.lookup.program(item.program)?.values.target;
  if (target !== undefined && (goal === undefined || goal === item)) {
    const days = schedule.lateness(item, target) ?? 0;
    if (days > 0) broken.push({ kind: 'target', date: target, days });
  }
  return broken.sort((a, b) => HARDEST_FIRST.indexOf(a.kind) - HARDEST_FIRST.indexOf(b.kind));
}

/** Follows what drives an item back to the root. Each step is found once, however many chains go through it. */
class Chains {
  readonly #schedule: Schedule;
  readonly #steps = new Map<Item, Link | undefined>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  to(item: Item): readonly Link[] {
    const chain: Link[] = [];
    for (let link = this.#step(item); link; link = this.#step(link.from)) chain.push(link);
    return chain.reverse();
  }

  #step(item: Item): Link | undefined {
    if (!this.#steps.has(item)) this.#steps.set(item, this.#driving(item));
    return this.#steps.get(item);
  }

  /** The link that drives an item, from something open that is not on time itself. */
  #driving(item: Item): Link | undefined {
    for (const driver of this.#schedule.drivers(item)) {
      if (driver.kind === 'link' && driver.link.from.open && !this.#isOnTime(driver.link)) return driver.link;
    }
    return undefined;
  }

  /**
   * What keeps its own promise with all of its work is not why something after it is late; nor is a date that is kept,
   * where what waits for it is due before it.
   */
  #isOnTime({ from, to }: Link): boolean {
    const slip = this.#schedule.slip(from);
    if (slip === undefined || slip > 0) return false;
    return this.#schedule.start(from) !== undefined || (to.due !== undefined && (from.due as Day) > to.due);
  }
}
