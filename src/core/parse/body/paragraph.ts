import { BlockText } from './block-text.ts';
import { trimSpacesEnd } from './chars.ts';
import type { LineCursor } from './line-cursor.ts';

/**
 * The lines of the open paragraph, without the prefixes of the containers around it. One object serves all paragraphs of
 * a document, and its arrays are only ever overwritten: most paragraphs are looked at once and forgotten.
 */
export class Paragraph {
  readonly #document: string;
  // The lines are those from `#first` up to `#count`.
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #first = 0;
  #count = 0;
  #quoted = false;

  /** Whether it follows the marker of a list item. */
  atItemStart = false;
  /** Whether its last line could be the head of a table, were a delimiter row to follow. */
  lastLineCanHead = false;

  constructor(document: string) {
    this.#document = document;
  }

  /** Begins with a line; `quoted` says that it stands in a block quote. */
  begin(line: LineCursor, atItemStart: boolean, quoted: boolean): void {
    this.#first = 0;
    this.#count = 0;
    this.atItemStart = atItemStart;
    this.#quoted = quoted;
    this.add(line, true);
  }

  add(line: LineCursor, canHead: boolean): void {
    this.#starts[this.#count] = line.content;
    this.#ends[this.#count] = line.end;
    this.#count++;
    this.lastLineCanHead = canHead;
  }

  /** Offsets in the document, of the first line and of the end of the last. */
  get start(): number {
    return this.#starts[this.#first] as number;
  }

  get end(): number {
    return this.#ends[this.#count - 1] as number;
  }

  get lastLineStart(): number {
    return this.#starts[this.#count - 1] as number;
  }

  get empty(): boolean {
    return this.#first === this.#count;
  }

  /** Takes the last line away: it is the head of a table. */
  dropLastLine(): void {
    this.#count--;
  }

  /** Takes away the lines before `offset` in the document: they are reference definitions. */
  dropLinesBefore(offset: number): void {
    while (this.#first < this.#count && this.start < offset) this.#first++;
  }

  content(): BlockText {
    const { start, end } = this;
    if (!this.#quoted || this.#count - this.#first === 1) return BlockText.slice(this.#document, start, end);
    return BlockText.join(
      this.#document,
      this.#starts.slice(this.#first, this.#count),
      this.#ends.slice(this.#first, this.#count),
    );
  }

  /** The lines without the spaces around them, as one. */
  joinedBySpaces(): string {
    let text = '';
    for (let i = this.#first; i < this.#count; i++) {
      const start = this.#starts[i] as number;
      if (i > this.#first) text += ' ';
      text += this.#document.slice(start, trimSpacesEnd(this.#document, start, this.#ends[i] as number));
    }
    return text;
  }
}
