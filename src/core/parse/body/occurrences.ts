/**
 * Answers whether a short string occurs in a part of a text, for parts asked about from left to right. The next place
 * is looked up once and remembered, so all questions together read the text once, at the speed of `indexOf`.
 */
export class Occurrences {
  readonly #text: string;
  readonly #needle: string;
  readonly #unlessBefore: readonly string[];
  #next = -1;

  /** Of `needle` in `text`, those not counted that one of `unlessBefore` follows. */
  constructor(text: string, needle: string, unlessBefore: readonly string[] = []) {
    this.#text = text;
    this.#needle = needle;
    this.#unlessBefore = unlessBefore;
  }

  /** Whether the needle begins in `[from, to)`. `from` must not be before that of the question before. */
  within(from: number, to: number): boolean {
    if (this.#next < from) this.#next = this.#find(from);
    return this.#next < to;
  }

  #find(from: number): number {
    for (let at = from; ; at++) {
      at = this.#text.indexOf(this.#needle, at);
      if (at < 0) return this.#text.length;
      const after = at + this.#needle.length;
      if (!this.#unlessBefore.some((follower) => this.#text.startsWith(follower, after))) return at;
    }
  }
}
