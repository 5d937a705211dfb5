import type { Day } from '../model/values/day.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { isFirm } from '../schedule/margin.ts';
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
}

const HARDEST_FIRST: readonly Missed['kind'][] = ['firm', 'goal', 'target', 'due'];
const NONE: readonly Missed[] = [];

/** Finds what is forecast to be late, and what drives it. */
export function findLate(plan: Plan, schedule: Schedule): Late {
  const chains = new Chains(schedule);
  const byItem = new Map<Item, Missed>();
  const byRoot = new Map<Item, Missed[]>();
  for (const item of plan.ofType('milestone')) {
    const broken = item.open ? brokenBy(item, plan, schedule) : [];
    const [hardest] = broken;
    if (!hardest) continue;
    const chain = chains.to(item);
    const missed = { ...hardest, item, broken, chain };
    byItem.set(item, missed);
    const root = chain[0]?.from ?? item;
    const same = byRoot.get(root);
    if (same) same.push(missed);
    else byRoot.set(root, [missed]);
  }
  const roots = [...byRoot].sort(([a], [b]) => a.index - b.index);
  for (const [, list] of roots) list.sort(hardestFirst);
  return {
    roots: new Map(roots),
    drivenBy: (item) => byRoot.get(item) ?? NONE,
    missed: (item) => byItem.get(item),
  };
}

function hardestFirst(a: Missed, b: Missed): number {
  return (
    HARDEST_FIRST.indexOf(a.kind) - HARDEST_FIRST.indexOf(b.kind) ||
    a.chain.length - b.chain.length ||
    a.item.index - b.item.index
  );
}

/** The dates that a milestone is forecast to miss, the hardest first. */
function brokenBy(item: Item, plan: Plan, schedule: Schedule): Broken[] {
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
