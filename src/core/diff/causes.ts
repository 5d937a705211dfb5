import type { Item } from '../plan/item.ts';
import type { Cause } from './plan-diff.ts';
import type { PlanSide } from './plan-side.ts';

/** What is known of a comparison before anybody asks for causes. */
export interface Comparison {
  readonly base: PlanSide;
  readonly head: PlanSide;
  /** What an item of the head was, and what an item of the base has become. */
  readonly formerly: (item: Item) => Item | undefined;
  readonly nowadays: (item: Item) => Item | undefined;
  /** Whether an item of either side was changed by itself, added or removed. */
  readonly isChanged: (item: Item) => boolean;
  /** Whether the forecast of an item of the head is another one than before. */
  readonly isMoved: (item: Item) => boolean;
}

/** A cause has so many consequences, and a consequence so many causes, that nobody reads them all. */
const MOST_CAUSES = 20;

const HEAD_FIRST = ['head', 'base'] as const;
const BASE_FIRST = ['base', 'head'] as const;

/** By which driver an item was reached from each cause: undefined where it is the cause itself. */
type Reached = ReadonlyMap<Item, Item | undefined>;

/**
 * Tells what moved the forecast of an item: back along the links that drive, on the side of the head and on that of the
 * base, through what moved as well, to what was changed by itself. Each item is looked at once.
 */
export class Causes {
  readonly #known: { readonly base: Map<Item, Reached>; readonly head: Map<Item, Reached> };
  readonly #comparison: Comparison;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    this.#known = { base: new Map(), head: new Map() };
  }

  /**
   * The causes of a move of an item of the head, itself not among them. What moves later is held by what drives it now;
   * what moves earlier has been let go by what drove it before. Only where that explains nothing the other side is asked.
   */
  of(item: Item): readonly Cause[] {
    const { base, head, formerly } = this.#comparison;
    const before = formerly(item);
    const [was, is] = [before && base.state.schedule.finish(before), head.state.schedule.finish(item)];
    const sides = was !== undefined && is !== undefined && is < was ? BASE_FIRST : HEAD_FIRST;
    for (const side of sides) {
      const at = side === 'head' ? item : before;
      const causes = at ? this.#causesOn(side, at, item) : [];
      if (causes.length > 0 || (at && this.#comparison.isChanged(at))) return causes;
    }
    return [];
  }

  #causesOn(side: 'base' | 'head', at: Item, item: Item): readonly Cause[] {
    const causes = new Map<Item, Cause>();
    for (const cause of this.#reached(at, side).keys()) {
      const known = this.#shown(cause, side);
      if (known !== item) causes.set(known, { kind: 'item', item: known, path: this.#path(cause, at, side) });
    }
    return [...causes.values()];
  }

  #path(cause: Item, to: Item, side: 'base' | 'head'): readonly Item[] {
    const path: Item[] = [];
    for (let at: Item | undefined = to; at; at = this.#reached(at, side).get(cause))
      path.unshift(this.#shown(at, side));
    return path;
  }

  #shown(item: Item, side: 'base' | 'head'): Item {
    return side === 'base' ? (this.#comparison.nowadays(item) ?? item) : item;
  }

  /** What reaches an item, each by the next one on the way. Long chains are no deeper than others: nothing recurses. */
  #reached(item: Item, side: 'base' | 'head'): Reached {
    const known = this.#known[side];
    const waiting = [item];
    const begun = new Set<Item>();
    for (let at = waiting.at(-1); at; at = waiting.at(-1)) {
      if (known.has(at)) {
        waiting.pop();
        continue;
      }
      const drivers = this.#driversOf(at, side);
      const open = begun.has(at) ? [] : drivers.filter((driver) => !known.has(driver) && !begun.has(driver));
      begun.add(at);
      if (open.length > 0) {
        waiting.push(...open);
        continue;
      }
      const reached = new Map<Item, Item | undefined>();
      if (this.#comparison.isChanged(at)) reached.set(at, undefined);
      for (const driver of drivers) {
        for (const cause of known.get(driver)?.keys() ?? []) {
          if (!reached.has(cause) && reached.size < MOST_CAUSES) reached.set(cause, driver);
        }
      }
      known.set(at, reached);
      waiting.pop();
    }
    return known.get(item) ?? new Map();
  }

  /** What drives an item, and is another than before: it moved, was changed, or is on this side alone. */
  #driversOf(item: Item, side: 'base' | 'head'): readonly Item[] {
    const { isChanged, isMoved, nowadays } = this.#comparison;
    const { state } = this.#comparison[side];
    return state.schedule.drivers(item).flatMap((driver) => {
      if (driver.kind !== 'link') return [];
      const { from } = driver.link;
      const now = side === 'base' ? nowadays(from) : from;
      return isChanged(from) || !now || isMoved(now) ? [from] : [];
    });
  }
}
