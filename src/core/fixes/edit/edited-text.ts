import type { TextEdit } from '../fix.ts';
import { byPlace } from './apply.ts';

/** A stretch of the original text, or text that has come to it. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * A text that is edited several times over, each time as it then is. Knows which edits of the original lead to what it
 * is now, so that what none of them named stays untouched.
 */
export class EditedText {
  readonly original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.original = original;
    this.#pieces = [{ start: 0, end: original.length }];
  }

  /** The text as it is now. */
  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** Applies edits of the text as it is now, which do not overlap. */
  apply(edits: readonly TextEdit[]): void {
    const pieces: Piece[] = [];
    const rest = new Pieces(this.#pieces);
    for (const { range, text } of [...edits].sort(byPlace)) {
      rest.upTo(range.start, pieces);
      rest.upTo(range.end, undefined);
      pieces.push({ text });
    }
    rest.upTo(Number.POSITIVE_INFINITY, pieces);
    this.#pieces = pieces;
  }

  /** The edits of the original text that lead to this one, in order. */
  get edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let added = '';
    const close = (start: number): void => {
      if (start > at || added !== '') edits.push({ range: { start: at, end: start }, text: added });
      added = '';
    };
    for (const piece of this.#pieces) {
      if ('text' in piece) {
        added += piece.text;
        continue;
      }
      close(piece.start);
      at = piece.end;
    }
    close(this.original.length);
    return edits;
  }

  #textOf(piece: Piece): string {
    return 'text' in piece ? piece.text : this.original.slice(piece.start, piece.end);
  }
}

/** Pieces that are gone through once, from the first to the last. */
class Pieces {
  readonly #pieces: readonly Piece[];
  #next = 0;
  /** What has been gone through of the next one. */
  #gone = 0;
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Goes on to an offset of the text that the pieces make, and hands over what lies before it. */
  upTo(offset: number, taken: Piece[] | undefined): void {
    for (let piece = this.#pieces[this.#next]; piece && this.#at < offset; piece = this.#pieces[this.#next]) {
      const end = Math.min(lengthOf(piece), this.#gone + offset - this.#at);
      if (end > this.#gone) taken?.push(partOf(piece, this.#gone, end));
      this.#at += end - this.#gone;
      this.#gone = end;
      if (end < lengthOf(piece)) return;
      this.#next++;
      this.#gone = 0;
    }
  }
}

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

const partOf = (piece: Piece, from: number, to: number): Piece =>
  'text' in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };
