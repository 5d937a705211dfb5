import { BracketStack } from './bracket-stack.ts';
import {
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  EXCLAMATION,
  isPunctuation,
  LEFT_BRACKET,
  LEFT_PAREN,
  LESS_THAN,
  RIGHT_BRACKET,
  runLength,
  UNDERSCORE,
} from './chars.ts';
import { CodeSpans } from './code-spans.ts';
import { decodeText } from './decode.ts';
import { InlineHtml } from './inline-html.ts';
import { resourceAt } from './resource.ts';

const WORD = /[\p{L}\p{M}\p{N}]/u;
const MARKUP = new Set([
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  EXCLAMATION,
  LEFT_BRACKET,
  LESS_THAN,
  RIGHT_BRACKET,
  UNDERSCORE,
]);

/**
 * What a reader sees of one line of Markdown, a heading's for instance: links give their text, code its content, images
 * and tags nothing. Every `*` goes, and every pair of `_` around words. References to definitions are not looked up.
 */
export function plainText(source: string): string {
  return holdsMarkup(source) ? new PlainText(source).read() : decodeText(source);
}

/** Most headings have none: for these nothing needs to be prepared. */
function holdsMarkup(source: string): boolean {
  for (let at = 0; at < source.length; at++) if (MARKUP.has(source.charCodeAt(at))) return true;
  return false;
}

class PlainText {
  readonly #source: string;
  readonly #codeSpans: CodeSpans;
  readonly #html: InlineHtml;
  readonly #brackets = new BracketStack();
  /** What is seen so far, in pieces, so that a piece can be taken back. */
  readonly #seen: string[] = [];
  /** For each open bracket, and each `_` that may begin emphasis, the piece that it is. */
  readonly #bracketPieces: number[] = [];
  readonly #underscorePieces: number[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#codeSpans = new CodeSpans(source, source.length);
    this.#html = new InlineHtml(source, 0, source.length);
  }

  read(): string {
    const source = this.#source;
    let from = 0;
    for (let at = 0; at < source.length; ) {
      const code = source.charCodeAt(at);
      if (!MARKUP.has(code)) {
        at++;
        continue;
      }
      this.#seen.push(decodeText(source.slice(from, at)));
      at = this.#readMarkup(code, at);
      from = at;
    }
    return this.#seen.join('') + decodeText(source.slice(from));
  }

  /** Reads what begins at `at`; gives the offset after it. */
  #readMarkup(code: number, at: number): number {
    switch (code) {
      case ASTERISK:
        return at + 1;
      case BACKSLASH:
        return this.#readEscape(at);
      case BACKTICK:
        return this.#readCode(at);
      case LESS_THAN:
        return this.#readHtml(at);
      case UNDERSCORE:
        return this.#readUnderscores(at);
      case RIGHT_BRACKET:
        return this.#closeBracket(at);
      default:
        return this.#openBracket(code, at);
    }
  }

  #keep(text: string, end: number): number {
    this.#seen.push(text);
    return end;
  }

  #readEscape(at: number): number {
    const escaped = at + 1 < this.#source.length && isPunctuation(this.#source.charCodeAt(at + 1));
    return escaped ? this.#keep(this.#source.charAt(at + 1), at + 2) : this.#keep('\\', at + 1);
  }

  #readCode(at: number): number {
    const length = runLength(this.#source, BACKTICK, at, this.#source.length);
    const start = at + length;
    const end = this.#codeSpans.end(start, length);
    if (end < 0) return this.#keep(this.#source.slice(at, start), start);
    const code = this.#source.slice(start, end - length);
    const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
    return this.#keep(padded ? code.slice(1, -1) : code, end);
  }

  #readHtml(at: number): number {
    const end = this.#html.end(at);
    if (end < 0) return this.#keep('<', at + 1);
    const content = this.#source.slice(at + 1, end - 1);
    // An autolink shows its address; a tag has no colon or at sign in its name.
    const isAddress = /^[^\s/!?<>"'=]+[:@]/.test(content) && !/\s/.test(content);
    return this.#keep(isAddress ? content : '', end);
  }

  /** Underscores are emphasis only where a word begins and another one ends, so that `snake_case` stays. */
  #readUnderscores(at: number): number {
    const end = at + runLength(this.#source, UNDERSCORE, at, this.#source.length);
    const afterWord = at > 0 && WORD.test(this.#source.charAt(at - 1));
    const beforeWord = WORD.test(this.#source.charAt(end));
    const run = this.#source.slice(at, end);
    const opener = this.#underscorePieces.at(-1);
    if (afterWord && !beforeWord && opener !== undefined && this.#seen[opener] === run) {
      this.#seen[opener] = '';
      this.#underscorePieces.pop();
      return end;
    }
    if (beforeWord && !afterWord) this.#underscorePieces.push(this.#seen.length);
    return this.#keep(run, end);
  }

  #openBracket(code: number, at: number): number {
    const image = code === EXCLAMATION;
    if (image && this.#source.charCodeAt(at + 1) !== LEFT_BRACKET) return this.#keep('!', at + 1);
    this.#brackets.push(at, image);
    this.#bracketPieces.push(this.#seen.length);
    return image ? this.#keep('![', at + 2) : this.#keep('[', at + 1);
  }

  #closeBracket(at: number): number {
    const opener = this.#brackets.pop();
    const piece = this.#bracketPieces.pop();
    const isResource = this.#source.charCodeAt(at + 1) === LEFT_PAREN;
    const resource = opener?.active && isResource ? resourceAt(this.#source, at + 1, this.#source.length) : undefined;
    if (!opener || piece === undefined || !resource) return this.#keep(']', at + 1);
    if (opener.image) this.#takeBack(piece);
    else {
      this.#seen[piece] = '';
      this.#brackets.deactivateLinks();
    }
    return resource.end;
  }

  #takeBack(piece: number): void {
    this.#seen.length = piece;
    while ((this.#underscorePieces.at(-1) ?? -1) >= piece) this.#underscorePieces.pop();
  }
}
