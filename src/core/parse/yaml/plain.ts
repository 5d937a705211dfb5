import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './node.ts';

/**
 * Reads the YAML that nearly all front matter is made of: block mappings, block lists, one-line flow collections
 * and one-line scalars, plain or quoted without escapes. Returns undefined for anything else, and for anything
 * that could be wrong or surprising: the YAML library then reads the whole. A property test holds the two equal.
 *
 * One pass, no backtracking; a thousand documents take the time that the library needs for thirty.
 */
export function readPlain(text: string, start: number, end: number): YamlMap | undefined {
  const reader = new PlainReader(text, start, end);
  return reader.read();
}

const SPACE = 32;
const QUOTE_DOUBLE = 34;
const HASH = 35;
const QUOTE_SINGLE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const BRACKET_OPEN = 91;
const BACKSLASH = 92;
const BRACKET_CLOSE = 93;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

/** Flow and block nesting beyond this is left to the library, behind its depth check. */
const DEPTH = 8;

interface Line {
  readonly indent: number;
  /** Offset of the first character that is not a space. */
  readonly start: number;
  /** Offset after the last character that is not white space. */
  readonly end: number;
}

class Unplain extends Error {}
// One instance, without a stack: it is thrown for every document that is not plain.
const UNPLAIN = new Unplain();
UNPLAIN.stack = '';

class PlainReader {
  readonly #text: string;
  readonly #start: number;
  readonly #lines: Line[] = [];
  #at = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#split(start, end);
  }

  read(): YamlMap | undefined {
    try {
      const first = this.#lines[0];
      if (!first) return { kind: 'map', flow: false, pairs: [], range: { start: this.#start, end: this.#start } };
      if (first.indent !== 0) return undefined;
      const map = this.#map(0, 0);
      return this.#at === this.#lines.length ? map : undefined;
    } catch (error) {
      if (error === UNPLAIN) return undefined;
      throw error;
    }
  }

  /** Cuts the text into lines that hold something; comment lines are passed over, tabs and lone CRs are not plain. */
  #split(start: number, end: number): void {
    const text = this.#text;
    let at = start;
    while (at < end) {
      let lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0 || lineEnd > end) lineEnd = end;
      let first = at;
      while (first < lineEnd && text.charCodeAt(first) === SPACE) first++;
      let last = lineEnd;
      if (last > first && text.charCodeAt(last - 1) === 13) last--;
      while (last > first && text.charCodeAt(last - 1) === SPACE) last--;
      if (last > first && text.charCodeAt(first) !== HASH) {
        this.#lines.push({ indent: first - at, start: first, end: last });
      }
      at = lineEnd + 1;
    }
  }

  #map(indent: number, depth: number): YamlMap {
    if (depth > DEPTH) throw UNPLAIN;
    const pairs: YamlPair[] = [];
    const first = this.#lines[this.#at] as Line;
    for (let line = first; line && line.indent === indent; line = this.#lines[this.#at] as Line) {
      pairs.push(this.#pair(line.start, line.end, indent, depth));
    }
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) throw UNPLAIN;
    return this.#mapOf(pairs, first.start);
  }

  #mapOf(pairs: YamlPair[], start: number): YamlMap {
    const last = pairs[pairs.length - 1] as YamlPair;
    return { kind: 'map', flow: false, pairs, range: { start, end: (last.value ?? last.key).range.end } };
  }

  /** `key: value` from `start`; the value may stand on the line or, indented, on those that follow. */
  #pair(start: number, end: number, indent: number, depth: number): YamlPair {
    const colon = this.#keyEnd(start, end);
    const key: YamlScalar = {
      kind: 'scalar',
      text: this.#text.slice(start, colon),
      style: 'plain',
      range: { start, end: colon },
    };
    this.#at++;
    let at = colon + 1;
    while (at < end && this.#text.charCodeAt(at) === SPACE) at++;
    if (at < end) {
      const next = this.#lines[this.#at];
      // A deeper line goes on with this one's scalar, or is wrong.
      if (next && next.indent > indent) throw UNPLAIN;
      return { key, value: this.#inline(at, end), bare: false };
    }
    const next = this.#lines[this.#at];
    if (!next || next.indent < indent) return { key, value: undefined, bare: false };
    const isList = this.#isDash(next.start, next.end);
    if (next.indent > indent) {
      return {
        key,
        value: isList ? this.#list(next.indent, depth + 1) : this.#map(next.indent, depth + 1),
        bare: false,
      };
    }
    // A list may stand at the indentation of its key.
    return isList ? { key, value: this.#list(indent, depth + 1), bare: false } : { key, value: undefined, bare: false };
  }

  #list(indent: number, depth: number): YamlList {
    if (depth > DEPTH) throw UNPLAIN;
    const items: (YamlNode | undefined)[] = [];
    const start = (this.#lines[this.#at] as Line).start;
    let end = start;
    for (let line = this.#lines[this.#at]; line && line.indent === indent; line = this.#lines[this.#at]) {
      if (!this.#isDash(line.start, line.end)) break;
      let at = line.start + 1;
      while (at < line.end && this.#text.charCodeAt(at) === SPACE) at++;
      const item = this.#item(line, at, depth);
      items.push(item);
      end = item ? item.range.end : line.end;
    }
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) throw UNPLAIN;
    return { kind: 'list', flow: false, items, range: { start, end } };
  }

  #item(line: Line, at: number, depth: number): YamlNode | undefined {
    if (at >= line.end) {
      this.#at++;
      const next = this.#lines[this.#at];
      if (!next || next.indent <= line.indent) return undefined;
      return this.#isDash(next.start, next.end)
        ? this.#list(next.indent, depth + 1)
        : this.#map(next.indent, depth + 1);
    }
    if (this.#isDash(at, line.end)) throw UNPLAIN;
    const code = this.#text.charCodeAt(at);
    if (code === BRACE_OPEN || code === BRACKET_OPEN || code === QUOTE_DOUBLE || code === QUOTE_SINGLE) {
      return this.#lineItem(at, line);
    }
    if (this.#findColon(at, line.end) < 0) return this.#lineItem(at, line);
    // A mapping that begins on the dash's line goes on at the column of its first key.
    if (depth + 1 > DEPTH) throw UNPLAIN;
    const column = line.indent + (at - line.start);
    const pairs = [this.#pair(at, line.end, column, depth + 1)];
    for (let next = this.#lines[this.#at]; next && next.indent === column; next = this.#lines[this.#at]) {
      pairs.push(this.#pair(next.start, next.end, column, depth + 1));
    }
    const next = this.#lines[this.#at];
    if (next && next.indent > line.indent) throw UNPLAIN;
    return this.#mapOf(pairs, at);
  }

  #lineItem(at: number, line: Line): YamlNode {
    this.#at++;
    const next = this.#lines[this.#at];
    if (next && next.indent > line.indent) throw UNPLAIN;
    return this.#inline(at, line.end);
  }

  #isDash(start: number, end: number): boolean {
    return this.#text.charCodeAt(start) === DASH && (start + 1 === end || this.#text.charCodeAt(start + 1) === SPACE);
  }

  /** The offset of the `:` that ends a plain key of word characters. */
  #keyEnd(start: number, end: number): number {
    for (let at = start; at < end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === COLON) {
        if (at === start || (at + 1 < end && this.#text.charCodeAt(at + 1) !== SPACE)) throw UNPLAIN;
        return at;
      }
      if (!isWord(code)) throw UNPLAIN;
      // A key that begins with a dash could be a list entry or a document marker.
      if (at === start && code === DASH) throw UNPLAIN;
    }
    throw UNPLAIN;
  }

  /** The offset of the first `: ` or closing `:` on the line, or -1. */
  #findColon(start: number, end: number): number {
    for (let at = start; at < end; at++) {
      if (this.#text.charCodeAt(at) !== COLON) continue;
      if (at + 1 === end || this.#text.charCodeAt(at + 1) === SPACE) return at;
    }
    return -1;
  }

  /** A value that must fill the line from `at` to `end`. */
  #inline(at: number, end: number): YamlNode {
    const code = this.#text.charCodeAt(at);
    if (code === BRACE_OPEN || code === BRACKET_OPEN) {
      const flow = new FlowReader(this.#text, at, end);
      const node = flow.collection(0);
      if (flow.at !== end) throw UNPLAIN;
      return node;
    }
    if (code === QUOTE_DOUBLE || code === QUOTE_SINGLE) {
      const scalar = quotedScalar(this.#text, at, end, code);
      if (scalar.range.end !== end) throw UNPLAIN;
      return scalar;
    }
    checkPlain(this.#text, at, end, false);
    return { kind: 'scalar', text: this.#text.slice(at, end), style: 'plain', range: { start: at, end } };
  }
}

class FlowReader {
  readonly #text: string;
  readonly #end: number;
  at: number;

  constructor(text: string, at: number, end: number) {
    this.#text = text;
    this.at = at;
    this.#end = end;
  }

  collection(depth: number): YamlMap | YamlList {
    if (depth > DEPTH) throw UNPLAIN;
    const start = this.at;
    return this.#text.charCodeAt(start) === BRACE_OPEN ? this.#map(start, depth) : this.#list(start, depth);
  }

  #list(start: number, depth: number): YamlList {
    const items: YamlNode[] = [];
    this.at++;
    for (this.#spaces(); this.#code() !== BRACKET_CLOSE; ) {
      items.push(this.#value(depth));
      this.#separator(BRACKET_CLOSE);
    }
    this.at++;
    return { kind: 'list', flow: true, items, range: { start, end: this.at } };
  }

  #map(start: number, depth: number): YamlMap {
    const pairs: YamlPair[] = [];
    this.at++;
    for (this.#spaces(); this.#code() !== BRACE_CLOSE; ) {
      const keyStart = this.at;
      while (isWord(this.#code())) this.at++;
      const key: YamlScalar = {
        kind: 'scalar',
        text: this.#text.slice(keyStart, this.at),
        style: 'plain',
        range: { start: keyStart, end: this.at },
      };
      if (this.at === keyStart || this.#text.charCodeAt(keyStart) === DASH || this.#code() !== COLON) throw UNPLAIN;
      this.at++;
      if (this.#code() !== SPACE) throw UNPLAIN;
      this.#spaces();
      pairs.push({ key, value: this.#value(depth), bare: false });
      this.#separator(BRACE_CLOSE);
    }
    this.at++;
    return { kind: 'map', flow: true, pairs, range: { start, end: this.at } };
  }

  #value(depth: number): YamlNode {
    const code = this.#code();
    if (code === BRACE_OPEN || code === BRACKET_OPEN) return this.collection(depth + 1);
    if (code === QUOTE_DOUBLE || code === QUOTE_SINGLE) {
      const scalar = quotedScalar(this.#text, this.at, this.#end, code);
      this.at = scalar.range.end;
      return scalar;
    }
    const start = this.at;
    let end = start;
    for (; this.at < this.#end; this.at++) {
      const next = this.#code();
      if (next === COMMA || next === BRACKET_CLOSE || next === BRACE_CLOSE) break;
      if (next === BRACKET_OPEN || next === BRACE_OPEN) throw UNPLAIN;
      if (next !== SPACE) end = this.at + 1;
    }
    if (end === start) throw UNPLAIN;
    checkPlain(this.#text, start, end, true);
    return { kind: 'scalar', text: this.#text.slice(start, end), style: 'plain', range: { start, end } };
  }

  /** After a value: a comma with a space, or the closing bracket. A closing comma is not plain. */
  #separator(close: number): void {
    this.#spaces();
    if (this.#code() === close) return;
    if (this.#code() !== COMMA) throw UNPLAIN;
    this.at++;
    this.#spaces();
    if (this.#code() === close) throw UNPLAIN;
  }

  #code(): number {
    return this.at < this.#end ? this.#text.charCodeAt(this.at) : -1;
  }

  #spaces(): void {
    while (this.#code() === SPACE) this.at++;
    if (this.at >= this.#end) throw UNPLAIN;
  }
}

/** A quoted scalar on one line, without escapes. */
function quotedScalar(text: string, start: number, end: number, quote: number): YamlScalar {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote === QUOTE_DOUBLE) throw UNPLAIN;
    if (code < SPACE && code !== 9) throw UNPLAIN;
    if (code !== quote) continue;
    if (quote === QUOTE_SINGLE && text.charCodeAt(at + 1) === QUOTE_SINGLE) throw UNPLAIN;
    return { kind: 'scalar', text: text.slice(start + 1, at), style: 'quoted', range: { start, end: at + 1 } };
  }
  throw UNPLAIN;
}

/** Throws where a plain scalar begins with an indicator or holds `: `, ` #`, or a character below space. */
function checkPlain(text: string, start: number, end: number, flow: boolean): void {
  const first = text.charCodeAt(start);
  if (!isWord(first) && !isOpening(first)) throw UNPLAIN;
  if (first === DASH && (start + 1 === end || text.charCodeAt(start + 1) === SPACE)) throw UNPLAIN;
  let previous = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code === 127 || (code >= 0x80 && code < 0xa0) || code === 0xfeff) throw UNPLAIN;
    if (code >= 0xd800 && code < 0xe000) throw UNPLAIN;
    if (code === COLON) {
      const next = at + 1 < end ? text.charCodeAt(at + 1) : SPACE;
      if (next === SPACE || (flow && next === COMMA)) throw UNPLAIN;
    }
    if (code === HASH && previous === SPACE) throw UNPLAIN;
    previous = code;
  }
}

/** Letters (every script's), digits, `_` and `-`. */
function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === DASH ||
    (code > 0xa0 && code < 0xd800)
  );
}

/** What else a plain scalar may begin with: `.`, `/`, `(`, `+`, `$`, `<`, `~`, `=`, `^`, `;`. */
function isOpening(code: number): boolean {
  return (
    code === 46 ||
    code === 47 ||
    code === 40 ||
    code === 43 ||
    code === 36 ||
    code === 60 ||
    code === 126 ||
    code === 61 ||
    code === 94 ||
    code === 59
  );
}
