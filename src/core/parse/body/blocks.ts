import type { Range } from '../../text/range.ts';
import { BlockText } from './block-text.ts';
import {
  ASTERISK,
  BACKTICK,
  DASH,
  EQUALS,
  HASH,
  LEFT_BRACKET,
  LESS_THAN,
  skipWhitespace,
  TILDE,
  trimSpacesEnd,
  UNDERSCORE,
} from './chars.ts';
import { CODE_INDENT, Containers } from './containers.ts';
import { definitionAt } from './definition.ts';
import type { Heading, LinkMention, LiveBlock, TaskBox } from './facts.ts';
import { isClosingFence, openingFenceLength } from './fence.ts';
import { atxContent, atxDepth, underlineDepth } from './heading-line.ts';
import { endsHtmlBlock, type HtmlEnd, htmlBlockStart } from './html-block.ts';
import { LineCursor } from './line-cursor.ts';
import { linkMention } from './link-mention.ts';
import { LiveBlocks } from './live-blocks.ts';
import { Occurrences } from './occurrences.ts';
import { Paragraph } from './paragraph.ts';
import { countCells, delimiterColumns, forEachCell } from './table.ts';
import { taskBoxAt } from './task-box.ts';
import { ThematicBreaks } from './thematic-break.ts';

/** What the blocks of a body hold. Running text is still to be read for mentions, which takes all definitions. */
export interface Blocks {
  readonly headings: readonly Heading[];
  readonly boxes: readonly TaskBox[];
  readonly live: readonly LiveBlock[];
  /** Comments that would close a live block, where none is open. */
  readonly strays: readonly Range[];
  /** In document order: text that may hold mentions, and the mentions that definitions are. */
  readonly sources: readonly (BlockText | LinkMention)[];
  /** Normalized labels of reference definitions and of footnotes. */
  readonly definitions: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

/** The block that the last line left open, of those that hold text and no other blocks. */
type Leaf = 'none' | 'paragraph' | 'fence' | 'html' | 'table';

/** Reads the block structure of `text` from offset `start` on. */
export function readBlocks(text: string, start: number): Blocks {
  return new BlockReader(text, start).read();
}

/**
 * The block phase of CommonMark: for each line, see which open containers it continues, open new ones, and find what
 * the rest of it is. There is no look-ahead and no way back, so each line is read a bounded number of times.
 */
class BlockReader {
  readonly #text: string;
  readonly #line: LineCursor;
  readonly #breaks: ThematicBreaks;
  readonly #containers: Containers;
  readonly #paragraph: Paragraph;
  readonly #liveBlocks = new LiveBlocks();
  // Text can hold a mention only where one of these stands. Most links lead out of the plan; they are not worth reading.
  readonly #links: Occurrences;
  readonly #wikiLinks: Occurrences;

  readonly #headings: Heading[] = [];
  readonly #boxes: TaskBox[] = [];
  readonly #sources: (BlockText | LinkMention)[] = [];
  readonly #definitions = new Set<string>();

  #leaf: Leaf = 'none';
  #fenceMarker = 0;
  #fenceLength = 0;
  #htmlEnd: HtmlEnd = 'blank';
  /** How many containers the line is in: the outermost so many of those that are open. */
  #depth = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#line = new LineCursor(text, start);
    this.#breaks = new ThematicBreaks(text);
    this.#containers = new Containers(this.#breaks);
    this.#paragraph = new Paragraph(text);
    this.#links = new Occurrences(text, '](', ['https://', 'http://']);
    this.#wikiLinks = new Occurrences(text, '[[');
  }

  read(): Blocks {
    while (this.#line.advance()) this.#readLine();
    this.#closeLeaf();
    return {
      headings: this.#headings,
      boxes: this.#boxes,
      live: this.#liveBlocks.finish(),
      strays: this.#liveBlocks.strays,
      sources: this.#sources,
      definitions: this.#definitions,
      footnotes: this.#containers.footnotes,
    };
  }

  #readLine(): void {
    const line = this.#line;
    this.#depth = this.#containers.match(line);
    if (this.#leaf === 'fence' && !this.#inUnmatched()) this.#readFenceLine();
    else if (this.#leaf === 'html' && !this.#inUnmatched()) this.#readHtmlLine();
    else {
      this.#openContainers();
      this.#readContent();
    }
  }

  /** Reads what the containers that the line is in hold of it. */
  #readContent(): void {
    const line = this.#line;
    // Only a paragraph goes on in a line that does not continue all its containers: its lazy continuation.
    if (line.blank || (this.#inUnmatched() && this.#leaf !== 'paragraph')) this.#close();
    if (line.blank) return;
    if (line.indent < CODE_INDENT) {
      if (!this.#openLeaf()) this.#readText();
    } else if (this.#leaf === 'paragraph') this.#paragraph.add(line, false);
    else this.#close();
  }

  /** Whether containers are open that the line does not continue. */
  #inUnmatched(): boolean {
    return this.#depth < this.#containers.depth;
  }

  /** Opens the containers whose markers come next in the line. */
  #openContainers(): void {
    const line = this.#line;
    const containers = this.#containers;
    let length = containers.markerLength(line, this.#leaf === 'paragraph' && !this.#inUnmatched());
    if (length === 0) return;
    this.#close();
    for (; length > 0; length = containers.markerLength(line, false)) containers.open(line, length);
    this.#depth = containers.depth;
  }

  /** Closes the leaf and the containers that the line does not continue. */
  #close(): void {
    this.#closeLeaf();
    this.#containers.truncate(this.#depth);
  }

  #closeLeaf(): void {
    if (this.#leaf === 'paragraph') this.#finishParagraph();
    this.#leaf = 'none';
  }

  /** Reads the line as one that begins a block, or is one, other than a paragraph or a table; false where it does not. */
  #openLeaf(): boolean {
    switch (this.#line.code) {
      case HASH:
        return this.#readAtxHeading();
      case BACKTICK:
      case TILDE:
        return this.#openFence();
      case LESS_THAN:
        return this.#openHtml();
      case EQUALS:
        return this.#readUnderline();
      case DASH:
        return this.#readUnderline() || this.#readThematicBreak();
      case ASTERISK:
      case UNDERSCORE:
        return this.#readThematicBreak();
      default:
        return false;
    }
  }

  /** Reads the line as one of a paragraph or of a table. */
  #readText(): void {
    const line = this.#line;
    if (this.#leaf === 'table') this.#readRow(line.content, line.end);
    else if (this.#leaf === 'paragraph') {
      const lazy = this.#inUnmatched();
      if (lazy || !this.#openTable()) this.#paragraph.add(line, !lazy);
    } else {
      this.#paragraph.begin(line, this.#containers.atItemStart, this.#containers.quoted);
      this.#leaf = 'paragraph';
    }
  }

  #readThematicBreak(): boolean {
    if (!this.#breaks.at(this.#line.content, this.#line.end)) return false;
    this.#close();
    return true;
  }

  #readAtxHeading(): boolean {
    const { content: start, end } = this.#line;
    const depth = atxDepth(this.#text, start, end);
    if (depth === 0) return false;
    this.#close();
    const textRange = atxContent(this.#text, start, end, depth);
    const text = this.#text.slice(textRange.start, textRange.end);
    this.#headings.push({ depth, text, range: { start, end }, textRange });
    if (this.#mayMention(textRange.start, textRange.end)) {
      this.#sources.push(BlockText.slice(this.#text, textRange.start, textRange.end));
    }
    return true;
  }

  /** Reads the line as the underline that makes the open paragraph a heading. */
  #readUnderline(): boolean {
    if (this.#leaf !== 'paragraph' || this.#inUnmatched()) return false;
    const line = this.#line;
    const depth = underlineDepth(this.#text, line.content, line.end);
    if (depth === 0) return false;
    this.#leaf = 'none';
    const paragraph = this.#paragraph;
    const content = this.#takeDefinitions(paragraph.content());
    // Definitions are no text: there is nothing to underline.
    if (content.start === content.end) return false;
    paragraph.dropLinesBefore(content.offset(content.start));
    const { start, end } = paragraph;
    this.#headings.push({
      depth,
      text: paragraph.joinedBySpaces(),
      range: { start, end: trimSpacesEnd(this.#text, line.content, line.end) },
      textRange: { start, end: trimSpacesEnd(this.#text, start, end) },
    });
    if (this.#mayMention(start, end)) this.#sources.push(content);
    return true;
  }

  #openFence(): boolean {
    const { content, end, code } = this.#line;
    const length = openingFenceLength(this.#text, content, end);
    if (length === 0) return false;
    this.#close();
    this.#leaf = 'fence';
    this.#fenceMarker = code;
    this.#fenceLength = length;
    return true;
  }

  #readFenceLine(): void {
    const { content, end, indent, code } = this.#line;
    if (code !== this.#fenceMarker || indent >= CODE_INDENT) return;
    if (isClosingFence(this.#text, content, end, code, this.#fenceLength)) this.#leaf = 'none';
  }

  #openHtml(): boolean {
    const { content, end } = this.#line;
    const how = htmlBlockStart(this.#text, content, end, this.#leaf === 'paragraph');
    if (!how) return false;
    this.#close();
    this.#leaf = 'html';
    this.#htmlEnd = how;
    if (how === '-->') this.#liveBlocks.see(this.#line);
    this.#readHtmlLine();
    return true;
  }

  #readHtmlLine(): void {
    const { content, end, blank } = this.#line;
    if (this.#htmlEnd === 'blank') {
      if (blank) this.#leaf = 'none';
      else if (this.#text.startsWith('<!--', content)) this.#liveBlocks.see(this.#line);
    } else if (endsHtmlBlock(this.#text, content, end, this.#htmlEnd)) this.#leaf = 'none';
  }

  /** Reads the line as the delimiter row that makes the last line of the open paragraph the head of a table. */
  #openTable(): boolean {
    const { content, end } = this.#line;
    const paragraph = this.#paragraph;
    if (!paragraph.lastLineCanHead) return false;
    const columns = delimiterColumns(this.#text, content, end);
    const [headStart, headEnd] = [paragraph.lastLineStart, paragraph.end];
    if (columns === 0 || columns !== countCells(this.#text, headStart, headEnd)) return false;
    paragraph.dropLastLine();
    this.#closeLeaf();
    this.#leaf = 'table';
    this.#readRow(headStart, headEnd);
    return true;
  }

  #readRow(start: number, end: number): void {
    if (!this.#mayMention(start, end)) return;
    forEachCell(this.#text, start, end, (cellStart, cellEnd) => {
      if (cellStart < cellEnd) this.#sources.push(BlockText.slice(this.#text, cellStart, cellEnd));
    });
  }

  #finishParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph.empty) return;
    const { start, end } = paragraph;
    const bracketed = this.#text.charCodeAt(start) === LEFT_BRACKET;
    // Most paragraphs end here, with nothing made of them.
    if (!bracketed && !this.#mayMention(start, end)) return;
    const content = this.#takeDefinitions(paragraph.content());
    const box = paragraph.atItemStart ? taskBoxAt(content.text, content.start, content.end) : undefined;
    if (box) this.#boxes.push({ checked: box === 'checked', range: content.range(content.start, content.start + 3) });
    if (this.#mayMention(content.offset(content.start), end)) this.#sources.push(content);
  }

  /** Takes the reference definitions that a paragraph begins with; gives what is left of it. */
  #takeDefinitions(content: BlockText): BlockText {
    const { text, end } = content;
    let at = content.start;
    for (;;) {
      const definition = definitionAt(text, at, end);
      if (!definition) return at === content.start ? content : content.from(at);
      this.#definitions.add(definition.label);
      const mention = linkMention(content, definition.destination);
      if (mention) this.#sources.push(mention);
      at = skipWhitespace(text, definition.end, end);
    }
  }

  #mayMention(start: number, end: number): boolean {
    return this.#links.within(start, end) || this.#wikiLinks.within(start, end);
  }
}
