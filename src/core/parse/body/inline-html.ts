import {
  EXCLAMATION,
  GREATER_THAN,
  indexWithin,
  isControl,
  isLetter,
  isLetterOrDigit,
  QUESTION,
  SPACE,
} from './chars.ts';
import { readTag } from './html-tag.ts';

/**
 * Finds the ends of what begins with `<` in running text: autolinks, tags, comments and their like. None of it holds
 * Markdown.
 *
 * What is opened and never closed would be read to the end of the text again and again, so it is remembered that a
 * closing text does not come any more; and tags that prove to be none may together cost a fixed multiple of the text,
 * after which no more are looked for. Only text written for that purpose gets there.
 */
export class InlineHtml {
  readonly #text: string;
  readonly #to: number;
  readonly #missing = new Set<string>();
  #tagBudget: number;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#to = to;
    this.#tagBudget = 1000 + 8 * (to - from);
  }

  /** The end of what begins at `at` with `<`, or -1 where it is only a `<`. */
  end(at: number): number {
    const next = at + 1 < this.#to ? this.#text.charCodeAt(at + 1) : -1;
    if (next === EXCLAMATION) return this.#declarationEnd(at);
    if (next === QUESTION) return this.#endAfter('?>', at + 2);
    const autolink = autolinkEnd(this.#text, at, this.#to);
    return autolink >= 0 ? autolink : this.#tagEnd(at);
  }

  #declarationEnd(at: number): number {
    if (this.#text.startsWith('--', at + 2)) return this.#endAfter('-->', at + 2);
    if (this.#text.startsWith('[CDATA[', at + 2)) return this.#endAfter(']]>', at + 9);
    return at + 2 < this.#to && isLetter(this.#text.charCodeAt(at + 2)) ? this.#endAfter('>', at + 3) : -1;
  }

  #endAfter(closing: string, from: number): number {
    if (this.#missing.has(closing)) return -1;
    const at = indexWithin(this.#text, closing, from, this.#to);
    if (at < 0) this.#missing.add(closing);
    return at < 0 ? -1 : at + closing.length;
  }

  #tagEnd(at: number): number {
    if (this.#tagBudget <= 0) return -1;
    const { complete, end } = readTag(this.#text, at, this.#to);
    if (complete) return end;
    this.#tagBudget -= end - at;
    return -1;
  }
}

const AT_SIGN = 0x40;
const MAX_SCHEME = 32;

/** The end of the autolink (`<https://example.org>`, `<a@example.org>`) that begins at `at`, or -1. */
function autolinkEnd(text: string, at: number, to: number): number {
  let scheme = at + 1;
  if (scheme < to && isLetter(text.charCodeAt(scheme))) {
    while (scheme < to && isSchemeCharacter(text.charCodeAt(scheme))) scheme++;
    const length = scheme - at - 1;
    if (length >= 2 && length <= MAX_SCHEME && scheme < to && text[scheme] === ':') return uriEnd(text, scheme + 1, to);
  }
  return emailEnd(text, at + 1, to);
}

function uriEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER_THAN) return at + 1;
    if (code === SPACE || isControl(code) || text[at] === '<') return -1;
  }
  return -1;
}

function emailEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isMailboxCharacter(text.charCodeAt(at))) at++;
  if (at === from || at >= to || text.charCodeAt(at) !== AT_SIGN) return -1;
  at++;
  while (at < to && isDomainCharacter(text.charCodeAt(at))) at++;
  return at < to && text.charCodeAt(at) === GREATER_THAN && isLetterOrDigit(text.charCodeAt(at - 1)) ? at + 1 : -1;
}

function isSchemeCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e;
}

/** What CommonMark lets stand before the `@`: no `<`, `>`, `(`, `)`, `[`, `]`, `:`, `;`, `,`, `"`, `\` or space. */
function isMailboxCharacter(code: number): boolean {
  return isLetterOrDigit(code) || (code < 0x80 && ".!#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(code)));
}

function isDomainCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x2d || code === 0x2e;
}
