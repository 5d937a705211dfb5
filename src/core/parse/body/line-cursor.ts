import { CARRIAGE_RETURN, SPACE, TAB } from './chars.ts';

/**
 * Walks a text line by line and, in a line, over the prefixes of the containers that it stands in.
 *
 * Markdown counts indentation in columns, with tab stops of four, and a container may take a part of a tab only. So the
 * place reached in the leading whitespace is known by its column alone, and offsets only for what is not whitespace.
 */
export class LineCursor {
  readonly text: string;
  /** The line is `[start, end)`, its line ending `[end, next)`. LF, CRLF and CR end a line. */
  start: number;
  end: number;
  next: number;
  /** The column up to which prefixes have been taken. */
  column = 0;
  /** The first character after them that is not whitespace; `end` where the rest of the line is blank. */
  content = 0;
  contentColumn = 0;
  #lineFeed = -1;
  #carriageReturn = -1;

  /** Before the first line, which begins at offset `start` of the text. */
  constructor(text: string, start: number) {
    this.text = text;
    this.start = start;
    this.end = start;
    this.next = start;
  }

  /** Moves to the next line; false at the end of the text. */
  advance(): boolean {
    const { text, next } = this;
    if (next >= text.length) return false;
    // Each of the two is looked for once and kept until it is passed, so that a text without one of them is read once.
    if (this.#lineFeed < next) {
      const at = text.indexOf('\n', next);
      this.#lineFeed = at < 0 ? text.length : at;
    }
    if (this.#carriageReturn < next) {
      const at = text.indexOf('\r', next);
      this.#carriageReturn = at < 0 ? text.length : at;
    }
    const end = Math.min(this.#lineFeed, this.#carriageReturn);
    this.start = next;
    this.end = end;
    this.next = this.#lineFeed === end + 1 && text.charCodeAt(end) === CARRIAGE_RETURN ? end + 2 : end + 1;
    if (this.next > text.length) this.next = text.length;
    this.column = 0;
    this.#measure(next, 0);
    return true;
  }

  /** Whether nothing but whitespace is left of the line. */
  get blank(): boolean {
    return this.content === this.end;
  }

  /** The width of the whitespace before the content, in columns. */
  get indent(): number {
    return this.contentColumn - this.column;
  }

  /** The character code at the content, or -1 in a blank line. */
  get code(): number {
    return this.content < this.end ? this.text.charCodeAt(this.content) : -1;
  }

  /** Takes `columns` of the whitespace before the content; there must be as many. */
  takeIndent(columns: number): void {
    this.column += columns;
  }

  /** Takes the whitespace before the content and `length` characters of the content, none of them a tab. */
  takeMarker(length: number): void {
    this.column = this.contentColumn + length;
    this.#measure(this.content + length, this.column);
  }

  #measure(from: number, fromColumn: number): void {
    const { text, end } = this;
    let at = from;
    let column = fromColumn;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column & 3);
      else break;
    }
    this.content = at;
    this.contentColumn = column;
  }
}
