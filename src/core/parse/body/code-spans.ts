import { BACKTICK, runLength } from './chars.ts';

/**
 * Finds the ends of the code spans of a text. The first run of backticks that has no partner makes it note where the last
 * run of each length is, so that a text full of such runs is read once more, not once for each.
 */
export class CodeSpans {
  readonly #text: string;
  readonly #to: number;
  /** From the length of a run to where the last of that length begins; undefined until it is needed. */
  #lastRuns: Map<number, number> | undefined;

  constructor(text: string, to: number) {
    this.#text = text;
    this.#to = to;
  }

  /** The end of the span that the run of `length` backticks before `from` opens, or -1 where none closes it. */
  end(from: number, length: number): number {
    if (this.#lastRuns && (this.#lastRuns.get(length) ?? -1) < from) return -1;
    const runs = this.#lastRuns ?? new Map<number, number>();
    for (let at = from; at < this.#to; at++) {
      if (this.#text.charCodeAt(at) !== BACKTICK) continue;
      const run = runLength(this.#text, BACKTICK, at, this.#to);
      if (run === length) return at + run;
      runs.set(run, at);
      at += run;
    }
    this.#lastRuns = runs;
    return -1;
  }
}
