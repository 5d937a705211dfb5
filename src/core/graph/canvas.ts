import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Branch } from './branches.ts';
import type { Budget } from './budget.ts';

/** Larger than any number of a node: two of them make one number. */
const NUMBERS = 2 ** 26;

/** Where each item of a picture is drawn, as itself or in a folded group, and how many nodes and edges that makes. */
export class Canvas {
  readonly #plan: Plan;
  readonly #isIn: Uint8Array;
  readonly #places: Int32Array;
  readonly #members = new Map<number, number>();
  readonly #pairs = new Map<number, number>();

  /** @param isIn 1 at the index of an item that the picture is about */
  constructor(plan: Plan, isIn: Uint8Array) {
    this.#plan = plan;
    this.#isIn = isIn;
    this.#places = new Int32Array(plan.items.length).fill(-1);
  }

  get nodes(): number {
    return this.#members.size;
  }
  /** How many pairs of nodes have links between them. */
  get edges(): number {
    return this.#pairs.size;
  }

  isWithin({ nodes, edges }: Budget): boolean {
    return this.nodes <= nodes && this.edges <= edges;
  }

  /** Whether an item is a node of its own. */
  isAlone({ index }: Item): boolean {
    return this.#places[index] === index;
  }

  /** The number of the folded group that an item is drawn in; undefined where it is a node of its own. */
  foldOf({ index }: Item): number | undefined {
    const place = this.#places[index] as number;
    return place < this.#places.length ? undefined : place - this.#places.length;
  }

  /** Whether an item is drawn in a folded group, and in that one. */
  isFolded(item: Item, { number }: Branch): boolean {
    return this.foldOf(item) === number;
  }

  /** By what the node of an item is known among the nodes. */
  placeOf({ index }: Item): number {
    return this.#places[index] as number;
  }

  drawAlone(items: Iterable<Item>): void {
    for (const item of items) this.#put(item, item.index);
  }

  drawFolded(items: Iterable<Item>, { number }: Branch): void {
    for (const item of items) this.#put(item, this.#places.length + number);
  }

  #put(item: Item, place: number): void {
    const before = this.#places[item.index] as number;
    if (before === place) return;
    if (before >= 0) {
      this.#countPairs(item, -1);
      this.#count(this.#members, before, -1);
    }
    this.#places[item.index] = place;
    this.#count(this.#members, place, 1);
    this.#countPairs(item, 1);
  }

  #countPairs(item: Item, by: 1 | -1): void {
    const place = this.#places[item.index] as number;
    for (const { from } of this.#plan.linksTo(item)) {
      const other = this.#isIn[from.index] === 1 ? (this.#places[from.index] as number) : -1;
      if (other >= 0 && other !== place) this.#count(this.#pairs, other * NUMBERS + place, by);
    }
    for (const { to } of this.#plan.linksFrom(item)) {
      const other = this.#isIn[to.index] === 1 ? (this.#places[to.index] as number) : -1;
      if (other >= 0 && other !== place) this.#count(this.#pairs, place * NUMBERS + other, by);
    }
  }

  #count(counts: Map<number, number>, key: number, by: 1 | -1): void {
    const count = (counts.get(key) ?? 0) + by;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }
}
