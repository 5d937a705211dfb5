import {
  AMPERSAND,
  ASTERISK,
  COLON,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  EXCLAMATION,
  isControl,
  isLetter,
  isPunctuation,
  isSpaceOrLineEnd,
  LEFT_BRACKET,
  LEFT_PAREN,
  LESS_THAN,
  QUESTION,
  RIGHT_BRACKET,
  RIGHT_PAREN,
  SEMICOLON,
  SINGLE_QUOTE,
  TILDE,
  UNDERSCORE,
} from './chars.ts';

const COMMA = 0x2c;
const NON_ASCII_PUNCTUATION = /[\p{P}\p{S}]/u;
const NON_ASCII_SPACE = /\s/;

/**
 * Finds the ends of bare URLs (`https://…`, `www.…`), which GitHub links as they stand. They lead out of the plan, but
 * what looks like Markdown in their path is none.
 */
export class BareUrls {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  /** Up to here, trailing punctuation is known not to be trailing: something comes after it. */
  #notTrailing = 0;
  /** Up to here, the text is a domain that cannot be one. */
  #badDomain = 0;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
  }

  /** The end of the URL whose scheme ends in the `:` at `colon`, or -1. It begins at `floor` or later. */
  endAtColon(colon: number, floor: number): number {
    const text = this.#text;
    if (!text.startsWith('//', colon + 1)) return -1;
    const length = this.#endsIn('https', colon, floor) ? 5 : this.#endsIn('http', colon, floor) ? 4 : 0;
    const start = colon - length;
    if (length === 0 || (start > this.#from && isLetter(text.charCodeAt(start - 1)))) return -1;
    const domain = colon + 3;
    if (domain >= this.#to || !isDomainStart(text.charCodeAt(domain))) return -1;
    return this.#end(domain);
  }

  /** The end of the URL whose `www` stands before the dot at `dot`, or -1. It begins at `floor` or later. */
  endAtDot(dot: number, floor: number): number {
    const start = dot - 'www'.length;
    if (!this.#endsIn('www', dot, floor) || dot + 1 >= this.#to) return -1;
    if (start > this.#from && !canPrecedeWww(this.#text.charCodeAt(start - 1))) return -1;
    return this.#end(start);
  }

  #endsIn(word: string, at: number, floor: number): boolean {
    const start = at - word.length;
    return start >= floor && this.#text.slice(start, at).toLowerCase() === word;
  }

  #end(domain: number): number {
    const end = this.#domainEnd(domain);
    return end < 0 ? -1 : this.#pathEnd(end);
  }

  /** The end of the domain at `from`, or -1 where one of its last two labels holds an underscore. */
  #domainEnd(from: number): number {
    if (from < this.#badDomain) return -1;
    const text = this.#text;
    let inLast = false;
    let inLastButOne = false;
    let at = from;
    for (; at < this.#to; at++) {
      const code = text.charCodeAt(at);
      if (code === DOT || code === UNDERSCORE) {
        if (this.#isTrailing(at)) break;
        if (code === UNDERSCORE) inLast = true;
        else {
          inLastButOne = inLast;
          inLast = false;
        }
      } else if (isWhitespace(code) || (code !== DASH && isAnyPunctuation(code))) break;
    }
    if (!inLast && !inLastButOne && at > from) return at;
    this.#badDomain = at;
    return -1;
  }

  #pathEnd(from: number): number {
    const text = this.#text;
    let open = 0;
    for (let at = from; at < this.#to; at++) {
      const code = text.charCodeAt(at);
      if (isWhitespace(code)) return at;
      const closesOwn = code === RIGHT_PAREN && open > 0;
      if (!closesOwn && canTrail(code) && this.#isTrailing(at)) return at;
      if (code === LEFT_PAREN) open++;
      else if (code === RIGHT_PAREN) open--;
    }
    return this.#to;
  }

  /** Whether nothing but punctuation stands from `from` up to the end of the word. */
  #isTrailing(from: number): boolean {
    if (from < this.#notTrailing) return false;
    const text = this.#text;
    let at = from;
    while (at < this.#to) {
      const code = text.charCodeAt(at);
      if (code === LESS_THAN || isWhitespace(code)) return true;
      if (code === RIGHT_BRACKET) {
        const next = at + 1 < this.#to ? text.charCodeAt(at + 1) : LEFT_PAREN;
        if (next === LEFT_PAREN || next === LEFT_BRACKET) return true;
      } else if (code === AMPERSAND) {
        const end = this.#referenceEnd(at);
        if (end < 0) break;
        at = end;
        continue;
      } else if (!canTrail(code)) break;
      at++;
    }
    if (at >= this.#to) return true;
    this.#notTrailing = at;
    return false;
  }

  /** The end of what looks like a character reference, as it is often pasted after a URL, or -1. */
  #referenceEnd(ampersand: number): number {
    let at = ampersand + 1;
    while (at < this.#to && isLetter(this.#text.charCodeAt(at))) at++;
    return at > ampersand + 1 && at < this.#to && this.#text.charCodeAt(at) === SEMICOLON ? at + 1 : -1;
  }
}

/** Punctuation that is no part of a URL where it ends one. */
function canTrail(code: number): boolean {
  switch (code) {
    case EXCLAMATION:
    case DOUBLE_QUOTE:
    case AMPERSAND:
    case SINGLE_QUOTE:
    case RIGHT_PAREN:
    case ASTERISK:
    case COMMA:
    case DOT:
    case COLON:
    case SEMICOLON:
    case LESS_THAN:
    case QUESTION:
    case RIGHT_BRACKET:
    case UNDERSCORE:
    case TILDE:
      return true;
    default:
      return false;
  }
}

function canPrecedeWww(code: number): boolean {
  return (
    isSpaceOrLineEnd(code) ||
    code === LEFT_PAREN ||
    code === ASTERISK ||
    code === UNDERSCORE ||
    code === LEFT_BRACKET ||
    code === RIGHT_BRACKET ||
    code === TILDE
  );
}

function isDomainStart(code: number): boolean {
  return !isControl(code) && !isWhitespace(code) && !isAnyPunctuation(code);
}

function isWhitespace(code: number): boolean {
  return code < 0x80
    ? isSpaceOrLineEnd(code) || code === 0x0b || code === 0x0c
    : NON_ASCII_SPACE.test(String.fromCharCode(code));
}

function isAnyPunctuation(code: number): boolean {
  return code < 0x80 ? isPunctuation(code) : NON_ASCII_PUNCTUATION.test(String.fromCharCode(code));
}
