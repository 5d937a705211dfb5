/** Random choices that a seed repeats. Fast-check would shrink them, and take ten times as long. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 to below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Yes, with a probability. */
  is(probability: number): boolean {
    return this.next() < probability;
  }

  /** Whether what is made now is written oddly: most people write plainly, and plain text is read ten times as fast. */
  isOdd = false;

  /** Whether what is made now is about who waits for whom, with few other faults. */
  isRelated = false;

  /** Yes, with a probability, where things are odd. */
  isOddly(probability: number): boolean {
    return this.isOdd && this.is(probability);
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One of some. */
  of<T>(some: readonly T[]): T {
    return some[this.below(some.length)] as T;
  }

  /** A few of some, each at most once, in their order. */
  few<T>(some: readonly T[], probability: number): T[] {
    return some.filter(() => this.is(probability));
  }
}
