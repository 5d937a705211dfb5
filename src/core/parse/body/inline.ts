import { BareUrls } from './bare-url.ts';
import type { BlockText } from './block-text.ts';
import { BracketStack } from './bracket-stack.ts';
import {
  BACKSLASH,
  BACKTICK,
  COLON,
  DOT,
  EXCLAMATION,
  isPunctuation,
  LEFT_BRACKET,
  LEFT_PAREN,
  LESS_THAN,
  RIGHT_BRACKET,
  runLength,
} from './chars.ts';
import { CodeSpans } from './code-spans.ts';
import type { Mention } from './facts.ts';
import { InlineHtml } from './inline-html.ts';
import { footnoteLabelEnd, labelEnd, normalizeLabel } from './label.ts';
import { linkMention } from './link-mention.ts';
import { resourceAt } from './resource.ts';
import { wikiMention } from './wiki-mention.ts';

/** Normalized labels of the reference definitions and footnotes of a document. */
export interface Labels {
  readonly definitions: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

/** Adds to `mentions`, in order, those in the running text `content`. */
export function readMentions(content: BlockText, labels: Labels, mentions: Mention[]): void {
  new InlineReader(content, labels, mentions).read();
}

/** 1 for the characters that can begin or end something, of those below 128. */
const SPECIAL = new Uint8Array(128);
for (const code of [BACKSLASH, BACKTICK, LESS_THAN, EXCLAMATION, LEFT_BRACKET, RIGHT_BRACKET, COLON, DOT]) {
  SPECIAL[code] = 1;
}

/**
 * The inline phase of CommonMark, as far as links need it: code spans, HTML and URLs are passed over as wholes, brackets
 * go on a stack. Emphasis does not matter, since links bind closer.
 */
class InlineReader {
  readonly #content: BlockText;
  readonly #text: string;
  readonly #to: number;
  readonly #labels: Labels;
  readonly #mentions: Mention[];
  /** Where in the text the last so many of the mentions stand: those that come from it. */
  readonly #offsets: number[] = [];

  readonly #brackets = new BracketStack();
  readonly #codeSpans: CodeSpans;
  readonly #html: InlineHtml;
  readonly #urls: BareUrls;
  /** The end of the last thing passed over as a whole. */
  #floor: number;
  /** The last bracket that is not escaped or inside such a thing. */
  #lastBracket = -1;

  constructor(content: BlockText, labels: Labels, mentions: Mention[]) {
    const { text, start, end } = content;
    this.#content = content;
    this.#text = text;
    this.#to = end;
    this.#floor = start;
    this.#labels = labels;
    this.#mentions = mentions;
    this.#codeSpans = new CodeSpans(text, end);
    this.#html = new InlineHtml(text, start, end);
    this.#urls = new BareUrls(text, start, end);
  }

  read(): void {
    const text = this.#text;
    const to = this.#to;
    let at = this.#content.start;
    while (at < to) {
      const code = text.charCodeAt(at);
      at = code < 128 && SPECIAL[code] === 1 ? this.#readSpecial(code, at) : at + 1;
    }
  }

  /** Reads what begins at `at`; gives the offset after it. */
  #readSpecial(code: number, at: number): number {
    switch (code) {
      case BACKSLASH:
        return at + 1 < this.#to && isPunctuation(this.#text.charCodeAt(at + 1)) ? this.#pass(at + 2) : at + 1;
      case BACKTICK: {
        const length = runLength(this.#text, BACKTICK, at, this.#to);
        const end = this.#codeSpans.end(at + length, length);
        return end < 0 ? at + length : this.#pass(end);
      }
      case LESS_THAN:
        return this.#passIfFound(this.#html.end(at), at);
      // A URL after an open bracket is part of what may become a link.
      case COLON:
        return this.#passIfFound(this.#brackets.empty ? this.#urls.endAtColon(at, this.#floor) : -1, at);
      case DOT:
        return this.#passIfFound(this.#brackets.empty ? this.#urls.endAtDot(at, this.#floor) : -1, at);
      case EXCLAMATION:
        if (at + 1 >= this.#to || this.#text.charCodeAt(at + 1) !== LEFT_BRACKET) return at + 1;
        return this.#openBracket(at + 1, true);
      case LEFT_BRACKET: {
        const footnote = this.#footnoteEnd(at);
        return footnote < 0 ? this.#openBracket(at, false) : this.#pass(footnote);
      }
      default:
        return this.#closeBracket(at);
    }
  }

  #pass(end: number): number {
    this.#floor = end;
    return end;
  }

  #passIfFound(end: number, at: number): number {
    return end < 0 ? at + 1 : this.#pass(end);
  }

  #openBracket(at: number, image: boolean): number {
    this.#brackets.push(at, image);
    this.#lastBracket = at;
    return at + 1;
  }

  /** The end of the `[^label]` at `at` that calls a footnote, or -1. */
  #footnoteEnd(at: number): number {
    if (this.#labels.footnotes.size === 0) return -1;
    const close = footnoteLabelEnd(this.#text, at, this.#to);
    if (close < 0 || !this.#labels.footnotes.has(normalizeLabel(this.#text.slice(at + 2, close)))) return -1;
    return close + 1;
  }

  #closeBracket(at: number): number {
    const plain = this.#lastBracket === this.#brackets.topOffset;
    this.#lastBracket = at;
    const opener = this.#brackets.pop();
    if (!opener) return at + 1;
    const end = opener.active ? this.#readLink(opener.offset, at, opener.image, plain) : -1;
    if (end >= 0) return this.#pass(end);
    if (plain && !opener.image) this.#readWikiLink(opener.offset, at);
    return at + 1;
  }

  /**
   * Reads the link or image whose text stands between the brackets at `open` and `close`; gives its end, or -1 where
   * there is none. `plain` says that no bracket stands between the two.
   */
  #readLink(open: number, close: number, image: boolean, plain: boolean): number {
    const next = close + 1 < this.#to ? this.#text.charCodeAt(close + 1) : -1;
    const resource = next === LEFT_PAREN ? resourceAt(this.#text, close + 1, this.#to) : undefined;
    const end = resource ? resource.end : this.#referenceEnd(open, close, next, plain);
    if (end < 0) return -1;
    this.#dropMentionsFrom(open);
    if (!image) {
      this.#brackets.deactivateLinks();
      const mention = resource?.destination && linkMention(this.#content, resource.destination);
      if (mention) this.#addMention(mention, close);
    }
    return end;
  }

  /** The end of the reference `[text][label]`, `[label][]` or `[label]` to a definition, or -1. */
  #referenceEnd(open: number, close: number, next: number, plain: boolean): number {
    if (this.#labels.definitions.size === 0) return -1;
    if (next === LEFT_BRACKET) {
      const end = labelEnd(this.#text, close + 1, this.#to);
      if (end >= 0 && this.#isDefined(close + 2, end)) return end + 1;
    }
    if (!plain || !this.#isDefined(open + 1, close)) return -1;
    if (next !== LEFT_BRACKET) return close + 1;
    return close + 2 < this.#to && this.#text.charCodeAt(close + 2) === RIGHT_BRACKET ? close + 3 : -1;
  }

  #isDefined(start: number, end: number): boolean {
    return this.#labels.definitions.has(normalizeLabel(this.#text.slice(start, end)));
  }

  /** Reads the `[[…]]` whose inner brackets stand at `open` and `close`. */
  #readWikiLink(open: number, close: number): void {
    if (this.#brackets.topOffset !== open - 1 || this.#brackets.topIsImage) return;
    if (close + 1 >= this.#to || this.#text.charCodeAt(close + 1) !== RIGHT_BRACKET) return;
    const mention = wikiMention(this.#content, open + 1, close);
    if (mention) this.#addMention(mention, open);
  }

  #addMention(mention: Mention, offset: number): void {
    this.#mentions.push(mention);
    this.#offsets.push(offset);
  }

  /** What stands in the text of a link or an image is text. */
  #dropMentionsFrom(open: number): void {
    while ((this.#offsets.at(-1) ?? -1) > open) {
      this.#offsets.pop();
      this.#mentions.pop();
    }
  }
}
