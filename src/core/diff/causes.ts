import type { Item, Link } from '../plan/item.ts';
import { linksInto, type OwnEffect, ownEffect, standsElsewhere } from './own-effect.ts';
import type { Cause } from './plan-diff.ts';
import type { PlanSide } from './plan-side.ts';

/** What is known of a comparison before anybody asks for causes. */
export interface Comparison {
  readonly base: PlanSide;
  readonly head: PlanSide;
  /** What an item of the head was, and what an item of the base has become. */
  readonly formerly: (item: Item) => Item | undefined;
  readonly nowadays: (item: Item) => Item | undefined;
  /** Whether an item of either side was changed by itself, added or removed, in what a schedule reads. */
  readonly isChanged: (item: Item) => boolean;
}

/** A cause has so many consequences, and a consequence so many causes, that nobody reads them all. */
const MOST_CAUSES = 20;

const HEAD_FIRST = ['head', 'base'] as const;
const BASE_FIRST = ['base', 'head'] as const;

type SideName = 'base' | 'head';

/** Which changes count: those that made their item later, those that made it earlier, or whatever did anything to it. */
type Way = 'later' | 'earlier' | 'any';

const ANY_EFFECT: OwnEffect = { later: true, earlier: true };
const NO_EFFECT: OwnEffect = { later: false, earlier: false };

/** By which driver an item was reached from each cause: undefined where it is the cause itself. */
type Reached = ReadonlyMap<Item, Item | undefined>;

/**
 * Tells what moved the forecast of an item: back along the links that drive, on the side of the head and on that of the
 * base, through what moved as well, to what was changed by itself in a way that moved it. Each item is looked at once.
 */
export class Causes {
  readonly #known = new Map<string, Map<Item, Reached>>();
  readonly #effects = new Map<Item, OwnEffect>();
  readonly #comparison: Comparison;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /**
   * The causes of a move of an item of the head, itself not among them. What moves later is held by what drives it now;
   * what moves earlier has been let go by what drove it before. Only where that explains nothing the other side is asked,
   * and then what changed in the other direction: where days have passed as well, it may have held back less than these.
   */
  of(item: Item): readonly Cause[] {
    const { base, head, formerly } = this.#comparison;
    const before = formerly(item);
    const [was, is] = [before && base.state.schedule.finish(before), head.state.schedule.finish(item)];
    const isEarlier = was !== undefined && is !== undefined && is < was;
    for (const way of [isEarlier ? 'earlier' : 'later', 'any'] as const) {
      for (const side of isEarlier ? BASE_FIRST : HEAD_FIRST) {
        const at = side === 'head' ? item : before;
        const causes = at ? this.#causesOn(side, way, at, item) : [];
        if (causes.length > 0 || (at && this.#hasMovedItself(at, way))) return causes;
      }
    }
    return [];
  }

  /** Whether the change of an item, of either side, did anything to its own dates. */
  hasMovedItself(item: Item): boolean {
    return this.#hasMovedItself(item, 'any');
  }

  #hasMovedItself(item: Item, way: Way): boolean {
    const { later, earlier } = this.#effectOf(item);
    return way === 'later' ? later : way === 'earlier' ? earlier : later || earlier;
  }

  #effectOf(item: Item): OwnEffect {
    const known = this.#effects.get(item);
    if (known) return known;
    const { isChanged, formerly, nowadays } = this.#comparison;
    let effect = NO_EFFECT;
    if (isChanged(item)) {
      const now = nowadays(item) ?? item;
      const was = formerly(now);
      effect = was ? ownEffect(was, now, this.#comparison) : ANY_EFFECT;
    }
    this.#effects.set(item, effect);
    return effect;
  }

  #causesOn(side: SideName, way: Way, at: Item, item: Item): readonly Cause[] {
    const causes = new Map<Item, Cause>();
    for (const cause of this.#reached(at, side, way).keys()) {
      const known = this.#shown(cause, side);
      if (known !== item) causes.set(known, { kind: 'item', item: known, path: this.#path(cause, at, side, way) });
    }
    return [...causes.values()];
  }

  #path(cause: Item, to: Item, side: SideName, way: Way): readonly Item[] {
    const path: Item[] = [];
    for (let at: Item | undefined = to; at; at = this.#reached(at, side, way).get(cause))
      path.unshift(this.#shown(at, side));
    return path;
  }

  #shown(item: Item, side: SideName): Item {
    return side === 'base' ? (this.#comparison.nowadays(item) ?? item) : item;
  }

  /** What reaches an item, each by the next one on the way. Long chains are no deeper than others: nothing recurses. */
  #reached(item: Item, side: SideName, way: Way): Reached {
    const name = `${side} ${way}`;
    const known = this.#known.get(name) ?? new Map<Item, Reached>();
    this.#known.set(name, known);
    const waiting = [item];
    const begun = new Set<Item>();
    for (let at = waiting.at(-1); at; at = waiting.at(-1)) {
      if (known.has(at)) {
        waiting.pop();
        continue;
      }
      const drivers = this.#driversOf(at, side);
      const open = begun.has(at)
        ? []
        : drivers.map(({ from }) => from).filter((one) => !known.has(one) && !begun.has(one));
      begun.add(at);
      if (open.length > 0) {
        waiting.push(...open);
        continue;
      }
      const reached = new Map<Item, Item | undefined>();
      if (this.#hasMovedItself(at, way)) reached.set(at, undefined);
      for (const { from, isByLink } of drivers) {
        const causes = [...(known.get(from)?.keys() ?? []), ...(isByLink ? [from] : [])];
        for (const cause of causes) {
          if (!reached.has(cause) && reached.size < MOST_CAUSES) reached.set(cause, from);
        }
      }
      known.set(at, reached);
      waiting.pop();
    }
    return known.get(item) ?? new Map();
  }

  /** What drives an item, and is another than before: it stands elsewhere, is on this side alone, or says that it holds it. */
  #driversOf(item: Item, side: SideName): readonly { readonly from: Item; readonly isByLink: boolean }[] {
    const { formerly, nowadays } = this.#comparison;
    const { state } = this.#comparison[side];
    return state.schedule.drivers(item).flatMap((driver) => {
      if (driver.kind !== 'link') return [];
      const { from } = driver.link;
      const now = side === 'base' ? nowadays(from) : from;
      const was = side === 'base' ? from : formerly(from);
      const isElsewhere = !now || !was || standsElsewhere(was, now, this.#comparison);
      const isByLink = this.#isByLink(driver.link, side);
      return isElsewhere || isByLink ? [{ from, isByLink }] : [];
    });
  }

  /** Whether a link is on one side alone because of what it leads from: that says what it blocks. */
  #isByLink(link: Link, side: SideName): boolean {
    const { isChanged, formerly, nowadays } = this.#comparison;
    if (link.reference.from === link.to || !isChanged(link.reference.from)) return false;
    const other = side === 'base' ? nowadays : formerly;
    const [from, to] = [other(link.from), other(link.to)];
    // What came or went did so with its links.
    if (!from || !to) return false;
    const there = linksInto(to, this.#comparison[side === 'base' ? 'head' : 'base']).given;
    return !there.some((one) => one.from === from && one.type === link.type && isSameLag(one, link));
  }
}

const isSameLag = ({ lag: a }: Link, { lag: b }: Link): boolean => a?.amount === b?.amount && a?.unit === b?.unit;
