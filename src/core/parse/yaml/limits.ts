import type { Range } from '../../text/range.ts';

/** The deepest nesting that is read; what composes YAML is recursive and would overflow (CVE-2026-33532). */
export const MAX_DEPTH = 32;

/** The largest front matter that is read, in UTF-16 units. */
export const MAX_LENGTH = 256 * 1024;

/** The place where nesting passes `MAX_DEPTH`, flow and block together; undefined where it never does. Linear. */
export function findTooDeep(text: string, start: number, end: number): Range | undefined {
  return new DepthFinder(text, start, end).find();
}

/** The indicator at the end of a line after which the text of a block scalar follows: `key: |`, `- >-`. */
const BLOCK_SCALAR = /(?:^|[ \t])[|>][-+\d]{0,2}$/;

class DepthFinder {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  /** The columns at which the open block collections stand. */
  readonly #columns: number[] = [];
  #flow = 0;
  /** The quote that is open, over lines if need be. */
  #quote = '';
  /** Lines deeper than this are the text of a block scalar. */
  #textDeeperThan = -1;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  find(): Range | undefined {
    while (this.#at < this.#end) {
      const found = this.#line(this.#at, this.#lineEnd(this.#at));
      if (found) return found;
    }
    return undefined;
  }

  #lineEnd(at: number): number {
    const newline = this.#text.indexOf('\n', at);
    return newline < 0 || newline > this.#end ? this.#end : newline;
  }

  #line(start: number, lineEnd: number): Range | undefined {
    this.#at = lineEnd + 1;
    let first = start;
    while (first < lineEnd && isSpace(this.#text[first])) first++;
    const end = first + this.#text.slice(first, lineEnd).trimEnd().length;
    const column = first - start;
    if (first === end || (this.#textDeeperThan >= 0 && column > this.#textDeeperThan)) return undefined;
    this.#textDeeperThan = -1;
    if (this.#quote !== '') return this.#content(first, end);
    if (this.#text[first] === '#') return undefined;
    if (this.#flow === 0) {
      first = this.#openBlocks(start, first, end);
      if (this.#columns.length > MAX_DEPTH) return { start: Math.min(first, end - 1), end };
      if (opensText(this.#text.slice(start, end))) {
        this.#textDeeperThan = this.#columns.at(-1) ?? 0;
        return undefined;
      }
    }
    return this.#content(first, end);
  }

  /** Opens the collections that begin on a line; `- - - a` nests once for each dash. Where the line goes on. */
  #openBlocks(start: number, first: number, end: number): number {
    while (this.#columns.length && (this.#columns.at(-1) as number) >= first - start) this.#columns.pop();
    this.#columns.push(first - start);
    let at = first;
    while (at < end && /[-?:]/.test(this.#text[at] as string) && isSpace(this.#text[at + 1])) {
      at += 2;
      while (at < end && isSpace(this.#text[at])) at++;
      this.#columns.push(at - start);
      if (this.#columns.length > MAX_DEPTH) return at;
    }
    return at;
  }

  /** Brackets and quotes of a line; in block style they count only where a value begins, elsewhere they are text. */
  #content(first: number, end: number): Range | undefined {
    let begins = true;
    for (let at = first; at < end; at++) {
      const character = this.#text[at] as string;
      if (this.#quote !== '') {
        if (character === '\\' && this.#quote === '"') at++;
        else if (character === this.#quote) this.#quote = '';
        begins = false;
      } else if (isSpace(character)) {
        if (this.#text[at + 1] === '#') return undefined;
      } else if (character === '[' || character === '{') {
        if (this.#flow === 0 && !begins) continue;
        if (++this.#flow + this.#columns.length > MAX_DEPTH) return { start: at, end: at + 1 };
        begins = true;
      } else if (this.#flow > 0 && (character === ']' || character === '}')) {
        this.#flow--;
        begins = false;
      } else if (begins && (character === '"' || character === "'")) {
        this.#quote = character;
      } else if (begins && (character === '&' || character === '!')) {
        while (at + 1 < end && !isSpace(this.#text[at + 1])) at++;
      } else {
        begins = (character === ',' && this.#flow > 0) || (character === ':' && this.#opensValue(at, end));
      }
    }
    return undefined;
  }

  #opensValue(colon: number, end: number): boolean {
    return colon + 1 >= end || isSpace(this.#text[colon + 1]) || this.#flow > 0;
  }
}

/** Whether a line ends in the header of a block scalar. */
function opensText(line: string): boolean {
  const comment = line.search(/[ \t]#/);
  const content = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  const header = BLOCK_SCALAR.exec(content);
  if (!header) return false;
  const before = content.slice(0, header.index).trimEnd();
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1);
  return before === '' || /[:\-?]$/.test(word) || /^[&!]/.test(word);
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';
