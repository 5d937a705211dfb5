import type { Range } from '../../text/range.ts';
import { indexWithin, isSpace, skipSpaces, trimSpacesEnd } from './chars.ts';
import { CODE_INDENT } from './containers.ts';
import type { LiveBlock } from './facts.ts';
import type { LineCursor } from './line-cursor.ts';

const COMMENT_START = '<!--';
const COMMENT_END = '-->';
const OPENER = 'milepost';
const CLOSER = '/milepost';

interface Opener {
  readonly view: string;
  readonly options: string;
  readonly open: Range;
  /** The column at which the content of the list item begins that it stands in; 0 outside of lists. */
  readonly column: number;
  /** Where the line after it begins. */
  readonly contentStart: number;
}

/** Pairs the comments that begin and end live blocks. */
export class LiveBlocks {
  readonly #blocks: LiveBlock[] = [];
  readonly #strays: Range[] = [];
  #opener: Opener | undefined;

  /** Looks at a line whose content begins with `<!--` and is neither in a fence nor in an HTML comment. */
  see(line: LineCursor): void {
    const { text, content: start } = line;
    const end = trimSpacesEnd(text, start, line.end);
    const from = skipSpaces(text, start + COMMENT_START.length, end);
    const closes = text.startsWith(CLOSER, from);
    if (!closes && !text.startsWith(OPENER, from)) return;
    const word = from + (closes ? CLOSER : OPENER).length;
    const to = end - COMMENT_END.length;
    if (to < word || indexWithin(text, COMMENT_END, word, end) !== to || !isAlone(line)) return;
    if (word < to && !isSpace(text.charCodeAt(word))) return;
    const rest = text.slice(word, to).trim();
    if (closes) this.#close({ start, end }, rest, line);
    else this.#open({ start, end }, rest, line);
  }

  /** The blocks of the text, which has been read to its end. */
  finish(): LiveBlock[] {
    this.#giveUp();
    return this.#blocks;
  }

  /** The comments that close nothing. */
  get strays(): readonly Range[] {
    return this.#strays;
  }

  #open(open: Range, rest: string, { column, next }: LineCursor): void {
    this.#giveUp();
    const [view = ''] = rest.split(/\s/, 1);
    this.#opener = { view, options: rest.slice(view.length).trim(), open, column, contentStart: next };
  }

  #close(close: Range, rest: string, { contentColumn, start }: LineCursor): void {
    // So far to the right it would be code, once other lines stand before it.
    if (!this.#opener || contentColumn - this.#opener.column >= CODE_INDENT) {
      this.#strays.push(close);
      return;
    }
    const { view, options, open, contentStart } = this.#opener;
    this.#opener = undefined;
    this.#blocks.push({
      view,
      options,
      range: { start: open.start, end: close.end },
      open,
      content: { start: contentStart, end: start },
      close,
      ...endOf(rest),
    });
  }

  /** The block that is open is never closed. */
  #giveUp(): void {
    if (!this.#opener) return;
    const { view, options, open } = this.#opener;
    this.#opener = undefined;
    this.#blocks.push({ view, options, range: open, open, content: { start: open.end, end: open.end } });
  }
}

/** A date and a fingerprint. What is neither is taken for a date that nobody can read. */
function endOf(rest: string): Pick<LiveBlock, 'date' | 'fingerprint'> {
  const [, date, fingerprint] = /^(\S+)\s+([0-9a-f]{6,16})$/.exec(rest) ?? [];
  if (date !== undefined && fingerprint !== undefined) return { date, fingerprint };
  return rest === '' ? {} : { date: rest };
}

/** Whether the content has nothing but whitespace before it: no marker of a list item or a block quote. */
function isAlone(line: LineCursor): boolean {
  for (let at = line.start; at < line.content; at++) {
    if (!isSpace(line.text.charCodeAt(at))) return false;
  }
  return true;
}
