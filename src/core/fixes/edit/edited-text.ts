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
    let at = 0;
    for (const { range, text } of [...edits].sort(byPlace)) {
      pieces.push(...this.#slice(at, range.start), { text });
      at = range.end;
    }
    this.#pieces = [...pieces, ...this.#slice(at, Number.POSITIVE_INFINITY)];
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

  /** The pieces from one offset of the text as it is now to another. */
  #slice(from: number, to: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = 'text' in piece ? piece.text.length : piece.end - piece.start;
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (start < end) {
        found.push(
          'text' in piece
            ? { text: piece.text.slice(start, end) }
            : { start: piece.start + start, end: piece.start + end },
        );
      }
      at += length;
    }
    return found;
  }

  #textOf(piece: Piece): string {
    return 'text' in piece ? piece.text : this.original.slice(piece.start, piece.end);
  }
}
