import type { Range } from '../../text/range.ts';

/** Where each line begins in the document, and in the joined text. */
interface Lines {
  readonly document: readonly number[];
  readonly joined: readonly number[];
}

/**
 * The content of a paragraph, heading or table cell as one string, without what belongs to the containers around it.
 *
 * Nearly always this is a slice of the document: the prefixes of list items are whitespace, which means nothing between
 * two lines of a paragraph. Only in a block quote do markers stand there; then its lines are joined into a string of
 * their own, and offsets in it are mapped back.
 */
export class BlockText {
  /** The content is `[start, end)` of `text`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where `text` is the document. */
  readonly #lines: Lines | undefined;

  private constructor(text: string, start: number, end: number, lines: Lines | undefined) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.#lines = lines;
  }

  /** A stretch of the document. */
  static slice(document: string, start: number, end: number): BlockText {
    return new BlockText(document, start, end, undefined);
  }

  /** Lines of the document, `[starts[i], ends[i])` each, that have something between them. */
  static join(document: string, starts: readonly number[], ends: readonly number[]): BlockText {
    const joined: number[] = [];
    let text = '';
    for (let i = 0; i < starts.length; i++) {
      if (i > 0) text += '\n';
      joined.push(text.length);
      text += document.slice(starts[i], ends[i]);
    }
    return new BlockText(text, 0, text.length, { document: starts, joined });
  }

  /** The same, without what stands before `start` in `text`. */
  from(start: number): BlockText {
    return new BlockText(this.text, start, this.end, this.#lines);
  }

  /** The range in the document of `[from, to)` in `text`. */
  range(from: number, to: number): Range {
    return { start: this.offset(from), end: this.offset(to) };
  }

  /** The offset in the document of an offset in `text`. */
  offset(at: number): number {
    if (!this.#lines) return at;
    const { document, joined } = this.#lines;
    let low = 0;
    let high = joined.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((joined[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return (document[low] as number) + at - (joined[low] as number);
  }
}
