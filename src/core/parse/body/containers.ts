import { COLON, GREATER_THAN, LEFT_BRACKET } from './chars.ts';
import { footnoteLabelEnd, normalizeLabel } from './label.ts';
import type { LineCursor } from './line-cursor.ts';
import { listMarkerLength } from './list-marker.ts';
import type { ThematicBreaks } from './thematic-break.ts';

/** From this column on, whitespace makes indented code, and no marker of a block. */
export const CODE_INDENT = 4;

/** A block quote continues with its marker, a list item or a footnote with the columns that its content is indented by. */
const QUOTE = 0;
const FOOTNOTE_INDENT = 4;

/** A list item that begins with a blank line holds what follows at once, and nothing after a second blank line. */
type EmptyItem = 'none' | 'begun' | 'over';

/**
 * The block quotes, list items and footnote definitions that are open, outermost first. A line takes the prefixes of
 * those that it continues and may then open more.
 *
 * Depth costs nothing by itself: a line pays for the containers whose prefix it spells out, and a blank line, which
 * continues all list items without spelling out anything, jumps to the next block quote.
 */
export class Containers {
  /** Labels of the footnotes defined so far, normalized. */
  readonly footnotes = new Set<string>();
  /** Whether the content of the line follows the marker of a list item: where a task box can stand. */
  atItemStart = false;
  /** One for each container: the indent of its content in columns, or `QUOTE`. */
  readonly #indents: number[] = [];
  /** The depths at which the block quotes stand. */
  readonly #quotes: number[] = [];
  readonly #breaks: ThematicBreaks;
  #emptyItem: EmptyItem = 'none';

  constructor(breaks: ThematicBreaks) {
    this.#breaks = breaks;
  }

  get depth(): number {
    return this.#indents.length;
  }

  /** Whether a block quote is open, whose markers stand between the lines of what it holds. */
  get quoted(): boolean {
    return this.#quotes.length > 0;
  }

  /** Takes the prefixes of the containers that the line continues; gives how many these are. */
  match(line: LineCursor): number {
    const depth = this.#indents.length;
    this.atItemStart = false;
    if (depth === 0) return 0;
    let index = 0;
    let quotes = 0;
    while (index < depth) {
      if (line.blank) return this.#matchBlank(quotes);
      const indent = this.#indents[index] as number;
      if (indent === QUOTE) {
        if (line.indent >= CODE_INDENT || line.code !== GREATER_THAN) break;
        takeQuoteMarker(line);
        quotes++;
      } else {
        if (line.indent < indent || (this.#emptyItem === 'over' && index === depth - 1)) break;
        line.takeIndent(indent);
      }
      index++;
    }
    if (line.blank) return this.#matchBlank(quotes);
    this.#emptyItem = 'none';
    return index;
  }

  /** The length of the container's marker (`>`, `1.`, `[^label]:`) that the content begins with; 0 where it does not. */
  markerLength(line: LineCursor, interrupting: boolean): number {
    if (line.blank || line.indent >= CODE_INDENT) return 0;
    const { text, content, end, code } = line;
    if (code === GREATER_THAN) return 1;
    if (code === LEFT_BRACKET) return footnoteMarkerLength(text, content, end);
    return listMarkerLength(text, content, end, interrupting, this.#breaks);
  }

  /** Opens the container whose marker of `length` characters the content begins with. */
  open(line: LineCursor, length: number): void {
    this.atItemStart = false;
    if (line.code === GREATER_THAN) {
      this.#quotes.push(this.#indents.length);
      this.#indents.push(QUOTE);
      takeQuoteMarker(line);
    } else if (line.code === LEFT_BRACKET) {
      const label = line.text.slice(line.content + '[^'.length, line.content + length - ']:'.length);
      this.footnotes.add(normalizeLabel(label));
      this.#indents.push(FOOTNOTE_INDENT);
      line.takeMarker(length);
      line.takeIndent(line.indent);
    } else this.#openItem(line, length);
  }

  /** Closes the containers below `depth`. */
  truncate(depth: number): void {
    if (this.#indents.length === depth) return;
    this.#indents.length = depth;
    while ((this.#quotes.at(-1) ?? -1) >= depth) this.#quotes.pop();
    this.#emptyItem = 'none';
  }

  /** A blank line, in which `quotes` block quotes have been matched, continues everything up to the next one. */
  #matchBlank(quotes: number): number {
    const depth = this.#indents.length;
    const matched = this.#quotes[quotes] ?? depth;
    if (matched === depth && this.#emptyItem === 'begun') this.#emptyItem = 'over';
    return matched;
  }

  #openItem(line: LineCursor, markerLength: number): void {
    const before = line.indent;
    line.takeMarker(markerLength);
    const empty = line.blank;
    // Whitespace of five columns or more is one of the marker's and indented code.
    const after = empty || line.indent > CODE_INDENT ? 1 : line.indent;
    if (!empty) line.takeIndent(after);
    this.#indents.push(before + markerLength + after);
    this.#emptyItem = empty ? 'begun' : 'none';
    this.atItemStart = true;
  }
}

function takeQuoteMarker(line: LineCursor): void {
  line.takeMarker(1);
  if (line.indent > 0) line.takeIndent(1);
}

function footnoteMarkerLength(text: string, at: number, end: number): number {
  const close = footnoteLabelEnd(text, at, end);
  return close < 0 || close + 1 >= end || text.charCodeAt(close + 1) !== COLON ? 0 : close + 2 - at;
}
