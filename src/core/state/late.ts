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
  /** How many working days after it the day lies for which the item is forecast: whole days, as the two are told. */
  readonly days: number;
}

/** An item that is forecast to be late; of several dates that it misses, with the hardest. */
export interface Missed extends Broken {
  readonly item: Item;
  /** Every date that it misses, the hardest first. */
  readonly broken: readonly Broken[];
  /** The item that drives it, at the far end of what makes it late; itself, where nothing else does. */
  readonly root: Item;
  /** How many links lead there. */
  readonly distance: number;
}

/** What is forecast to be late, by the item that drives it. */
export interface Late {
  /** The items that drive what is late, in document order, each with what it makes late, the hardest promise first. */
  readonly roots: ReadonlyMap<Item, readonly Missed[]>;
  /** What an item makes late; empty where it is no root. */
  readonly drivenBy: (item: Item) => readonly Missed[];
  /** Of an open item, the date that is missed; undefined where none is. */
  readonly missed: (item: Item) => Missed | undefined;
  /** The links that drive an item, from its root on; none where it is the root. */
  readonly chainTo: (item: Item) => readonly Link[];
  /** The same by index, for a plan that differs in little. */
  readonly found: Found;
}

interface Found {
  /** By index, as all of these are. */
  readonly missed: readonly (Missed | undefined)[];
  readonly byRoot: ReadonlyMap<number, readonly Missed[]>;
  /** The link that drives an item; null where none does, and undefined where nobody asked. */
  readonly steps: readonly (Link | null | undefined)[];
}

/** What was forecast to be late in a plan that differs in little, and where that may be otherwise now. */
export interface EarlierLate {
  readonly late: Late;
  /** The indexes of the items that stand elsewhere now, and of all that such an item could drive. */
  readonly near: ReadonlySet<number>;
}

const HARDEST_FIRST: readonly Missed['kind'][] = ['firm', 'goal', 'target', 'due'];
const NONE: readonly Missed[] = [];

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 1000;

/** Finds what is forecast to be late, and what drives it. Pauses, as a generator, so that a host can do something else. */
export function* findLate(plan: Plan, schedule: Schedule, before?: EarlierLate): Generator<void, Late> {
  const chains = new Chains(plan, schedule, before);
  const missed = before?.late.found.missed.slice() ?? new Array<undefined>(plan.items.length).fill(undefined);
  const byRoot = new Map(before?.late.found.byRoot);
  const again = before ? missedAgain(before, chains) : plan.items.keys();
  for (const index of before ? again : []) {
    const known = missed[index];
    if (!known) continue;
    missed[index] = undefined;
    const others = byRoot.get(known.root.index)?.filter((other) => other !== known) ?? NONE;
    if (others.length > 0) byRoot.set(known.root.index, others);
    else byRoot.delete(known.root.index);
  }
  const changed = new Set<number>();
  let looked = 0;
  for (const index of again) {
    if (++looked % ITEMS_AT_ONCE === 0) yield;
    const item = plan.items[index] as Item;
    const broken = item.open && item.type.name === 'milestone' ? brokenBy(item, plan, schedule) : [];
    const [hardest] = broken;
    if (!hardest) continue;
    const { root, distance } = chains.originOf(item);
    const found = { ...hardest, item, broken, root, distance };
    missed[index] = found;
    changed.add(root.index);
    byRoot.set(root.index, [...(byRoot.get(root.index) ?? NONE), found]);
  }
  yield;
  for (const root of changed) byRoot.set(root, byRoot.get(root)?.toSorted(hardestFirst) ?? NONE);
  let roots: Late['roots'] | undefined;
  return {
    get roots() {
      roots ??= new Map(
        [...byRoot].sort(([a], [b]) => a - b).map(([index, list]) => [plan.items[index] as Item, list]),
      );
      return roots;
    },
    drivenBy: (item) => byRoot.get(item.index) ?? NONE,
    missed: (item) => missed[item.index],
    chainTo: (item) => chains.to(item),
    found: { missed, byRoot, steps: chains.steps },
  };
}

/** The items that may miss another date than before, or for another reason. */
function missedAgain({ late, near }: EarlierLate, chains: Chains): ReadonlySet<number> {
  const again = new Set(near);
  for (const missed of late.found.missed) {
    if (missed && !again.has(missed.item.index) && chains.isNear(missed.item)) again.add(missed.item.index);
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
    a.distance - b.distance ||
    a.item.index - b.item.index
  );
}

/** The dates that a milestone is forecast to miss, the hardest first. */
function brokenBy(item: Item, plan: Plan, schedule: Schedule): readonly Broken[] {
  const broken: Broken[] = [];
  const slip = schedule.slip(item) ?? 0;
  const after = (day: Day): number => schedule.daysAfter(item, day) as number;
  const goal = schedule.goalOf(item.program);
  if (item.due !== undefined && slip > 0) {
    broken.push({
      kind: isFirm(item) ? 'firm' : goal === item ? 'goal' : 'due',
      date: item.due,
      days: after(item.due),
    });
  }
  const target = plan.lookup.program(item.program)?.values.target;
  if (target !== undefined && (goal === undefined || goal === item)) {
    if ((schedule.lateness(item, target) ?? 0) > 0) {
      broken.push({ kind: 'target', date: target, days: after(target) });
    }
  }
  return broken.sort((a, b) => HARDEST_FIRST.indexOf(a.kind) - HARDEST_FIRST.indexOf(b.kind));
}

/**
 * Follows what drives items back to their roots. Each step is found once, and so is each root, however many items hang
 * on it: the links to all of them can be as many as the items squared.
 */
class Chains {
  readonly #plan: Plan;
  readonly #schedule: Schedule;
  readonly #near: ReadonlySet<number> | undefined;
  readonly steps: (Link | null | undefined)[];
  /** By index: how many links lead to the root, that root, and 1 where something on the way is near what has changed. */
  readonly #distances: Int32Array;
  readonly #roots: Int32Array;
  readonly #isNear: Uint8Array;

  constructor(plan: Plan, schedule: Schedule, before?: EarlierLate) {
    this.#plan = plan;
    this.#schedule = schedule;
    this.#near = before?.near;
    this.steps = before?.late.found.steps.slice() ?? new Array<undefined>(plan.items.length).fill(undefined);
    for (const index of before?.near ?? []) this.steps[index] = undefined;
    this.#distances = new Int32Array(plan.items.length).fill(-1);
    this.#roots = new Int32Array(plan.items.length);
    this.#isNear = new Uint8Array(plan.items.length);
  }

  to(item: Item): readonly Link[] {
    const chain: Link[] = [];
    for (let link = this.#step(item); link; link = this.#step(link.from)) chain.push(link);
    return chain.reverse();
  }

  /** The root of what drives an item, and how many links lead there. */
  originOf(item: Item): Pick<Missed, 'root' | 'distance'> {
    this.#follow(item);
    return {
      root: this.#plan.items[this.#roots[item.index] as number] as Item,
      distance: this.#distances[item.index] as number,
    };
  }

  /** Whether an item, or anything on the way to its root, is near what has changed. */
  isNear(item: Item): boolean {
    this.#follow(item);
    return this.#isNear[item.index] === 1;
  }

  #follow(item: Item): void {
    if (this.#distances[item.index] !== -1) return;
    const way: number[] = [];
    let index = item.index;
    while (this.#distances[index] === -1) {
      way.push(index);
      const link = this.#step(this.#plan.items[index] as Item);
      if (!link) {
        this.#roots[index] = index;
        break;
      }
      index = link.from.index;
    }
    const isRoot = this.#distances[index] === -1;
    let distance = isRoot ? -1 : (this.#distances[index] as number);
    let isNear = isRoot ? 0 : (this.#isNear[index] as number);
    const root = this.#roots[index] as number;
    for (let i = way.length - 1; i >= 0; i--) {
      const at = way[i] as number;
      if (this.#near?.has(at)) isNear = 1;
      distance++;
      this.#distances[at] = distance;
      this.#roots[at] = root;
      this.#isNear[at] = isNear;
    }
  }

  #step(item: Item): Link | null {
    let step = this.steps[item.index];
    if (step === undefined) {
      step = this.#driving(item) ?? null;
      this.steps[item.index] = step;
    }
    return step;
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
