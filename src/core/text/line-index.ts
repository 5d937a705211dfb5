import type { Range } from './range.ts';

/** A place in a text as people and editors count: zero-based line, zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Converts between offsets and lines of one text. Lines end at LF, CR LF or a lone CR, as in VS Code. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which a zero-based line begins; of a line past the end, the end of the text. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** The line and column of an offset; offsets outside the text are moved to its nearer end. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: at - (this.#starts[low] as number) };
  }

  /** The offset of a position; a column past the end of its line runs on, as in `TextDocument.offsetAt`. */
  offsetAt(position: Position): number {
    return Math.min(this.lineStart(position.line) + position.column, this.#length);
  }

  /** The lines and columns of both ends of a range. */
  span(range: Range): { readonly start: Position; readonly end: Position } {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }
}
