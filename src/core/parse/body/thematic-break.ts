import { isSpace } from './chars.ts';

/**
 * Recognizes thematic breaks (`***`, `- - -`).
 *
 * A line of a thousand `* ` is asked a thousand times, once for each list item that it opens. All these questions come
 * to the same character that is neither marker nor space, so it is remembered: each line is read once.
 */
export class ThematicBreaks {
  readonly #text: string;
  /** No break of the marker begins in `[#from, #refused)`. */
  #from = 0;
  #refused = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether `[at, end)`, the rest of a line, is a thematic break of the marker that stands at `at`. */
  at(at: number, end: number): boolean {
    if (at >= this.#from && at < this.#refused) return false;
    const marker = this.#text.charCodeAt(at);
    let markers = 0;
    for (let i = at; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === marker) markers++;
      else if (!isSpace(code)) {
        this.#from = at;
        this.#refused = i;
        return false;
      }
    }
    return markers >= 3;
  }
}
