import { MAX_DEPTH } from '../../core/parse/yaml/limits.ts';
import { afterBreak, columnAt, isBlank, isBreak, isComment, lineEndWithin, skipBlanksWithin } from './lines.ts';
import type { LooseEntry, LooseList, LooseMap, LoosePair, LooseScalar, Slot } from './loose-node.ts';
import { keyOn, plainScalar, quotedScalar } from './loose-scalar.ts';

/** A list in brackets or a mapping in braces. */
export interface LooseFlow {
  readonly node: LooseMap | LooseList;
  /** Whether the cursor is in a comment between its parts. */
  readonly inComment: boolean;
}

/**
 * Reads a list in brackets or a mapping in braces, up to where it ends, or to where it cannot go on.
 * @param column that of the key which it is the value of
 */
export function looseFlow(
  text: string,
  start: number,
  end: number,
  column: number,
  of: Slot | undefined,
  cursor: number,
): LooseFlow {
  const reader = new FlowReader(text, end, column, cursor);
  return { node: reader.read(start, of), inComment: reader.inComment };
}

/**
 * Whether what is in brackets or quotes goes on after a line break: the next line stands deeper than the key that it is
 * the value of, or does at least not look like the next key or entry.
 */
export function goesOnAfter(text: string, lineBreak: number, end: number, column: number): boolean {
  let line = afterBreak(text, lineBreak);
  let first = skipBlanksWithin(text, line, end);
  while (first < end && isBreak(text.charCodeAt(first))) {
    line = afterBreak(text, first);
    first = skipBlanksWithin(text, line, end);
  }
  if (first >= end) return false;
  if (columnAt(text, line, first) > column) return true;
  if (text[first] === '-' && (first + 1 >= end || !/\S/.test(text[first + 1] as string))) return false;
  return keyOn(text, first, lineEndWithin(text, first, end)) === undefined;
}

class FlowReader {
  readonly #text: string;
  readonly #end: number;
  /** The column of the key that all this is the value of. */
  readonly #column: number;
  readonly #open: (LooseMap | LooseList)[] = [];
  /** Of each mapping that is open: the pair since its last comma. */
  readonly #pairs = new Map<LooseMap, LoosePair>();
  readonly #cursor: number;
  inComment = false;
  #at = 0;

  constructor(text: string, end: number, column: number, cursor: number) {
    this.#cursor = cursor;
    this.#text = text;
    this.#end = end;
    this.#column = column;
  }

  read(start: number, of: Slot | undefined): LooseMap | LooseList {
    this.#at = start;
    const root = this.#opened(of);
    while (this.#open.length > 0 && this.#at < this.#end && this.#step());
    for (const left of this.#open) left.end = this.#at;
    return root;
  }

  /** Takes one token. False where it all ends, or is nested so deep that nobody reads it. */
  #step(): boolean {
    const text = this.#text;
    const code = text.charCodeAt(this.#at);
    const character = text[this.#at] as string;
    if (isBreak(code)) {
      if (!goesOnAfter(text, this.#at, this.#end, this.#column)) return false;
      this.#at = afterBreak(text, this.#at);
    } else if (isBlank(code)) this.#at++;
    else if (isComment(text, this.#at, 0)) this.#comment();
    else if (character === ']' || character === '}') this.#close(character === ']' ? 'list' : 'map');
    else if (character === ',') {
      this.#at++;
      const top = this.#top();
      if (top.kind === 'list') top.entries.push(entryAt(top, this.#at));
      else this.#pairs.delete(top);
    } else if (character === '[' || character === '{') {
      if (this.#open.length >= MAX_DEPTH) return false;
      this.#opened(this.#slot());
    } else if (character === ':' && this.#endsKey()) {
      const pair = this.#pair();
      if (pair && pair.colon === undefined) pair.colon = this.#at;
      this.#at++;
    } else this.#scalar();
    return true;
  }

  #comment(): void {
    const end = lineEndWithin(this.#text, this.#at, this.#end);
    if (this.#at < this.#cursor && this.#cursor <= end) this.inComment = true;
    this.#at = end;
  }

  #top(): LooseMap | LooseList {
    return this.#open.at(-1) as LooseMap | LooseList;
  }

  #opened(of: Slot | undefined): LooseMap | LooseList {
    const start = this.#at++;
    const shared = { flow: true, column: 0, start, of, closed: false, end: start };
    const node: LooseMap | LooseList =
      this.#text[start] === '[' ? { kind: 'list', entries: [], ...shared } : { kind: 'map', pairs: [], ...shared };
    if (node.kind === 'list') node.entries.push(entryAt(node, this.#at));
    if (of && !of.value) of.value = node;
    this.#open.push(node);
    return node;
  }

  #close(kind: 'list' | 'map'): void {
    this.#at++;
    const index = this.#open.findLastIndex((node) => node.kind === kind);
    if (index < 0) return;
    for (const node of this.#open.splice(index)) {
      node.closed = node.kind === kind;
      node.end = this.#at;
    }
  }

  /** What takes the next value. */
  #slot(): Slot | undefined {
    const top = this.#top();
    return top.kind === 'list' ? top.entries.at(-1) : this.#pair();
  }

  /** The pair of the mapping that is open since the last comma. */
  #pair(): LoosePair | undefined {
    const top = this.#top();
    return top.kind === 'map' ? this.#pairs.get(top) : undefined;
  }

  #scalar(): void {
    const text = this.#text;
    const start = this.#at;
    const scalar = /["']/.test(text[start] as string)
      ? quotedScalar(text, start, this.#end, true, (at) => goesOnAfter(text, at, this.#end, this.#column))
      : plainScalar(text, start, this.#plainEnd(start));
    this.#at = Math.max(scalar.end, start + 1);
    this.#place(scalar);
  }

  #place(scalar: LooseScalar): void {
    const top = this.#top();
    if (top.kind === 'list') {
      const entry = top.entries.at(-1);
      if (entry && !entry.value) entry.value = scalar;
      return;
    }
    const pair = this.#pair();
    if (!pair) {
      const added: LoosePair = { kind: 'pair', in: top, key: scalar, colon: undefined, value: undefined };
      top.pairs.push(added);
      this.#pairs.set(top, added);
    } else if (pair.colon !== undefined && !pair.value) pair.value = scalar;
  }

  #plainEnd(start: number): number {
    const text = this.#text;
    let at = start;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (isBreak(code) || /[,[\]{}]/.test(text[at] as string) || isComment(text, at, 0)) break;
      if (text[at] === ':' && at > start && this.#isColon(at)) break;
    }
    while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
    return at;
  }

  #endsKey(): boolean {
    const { key, colon } = this.#pair() ?? {};
    return key !== undefined && colon === undefined && (this.#isColon(this.#at) || key.style !== 'plain');
  }

  #isColon(at: number): boolean {
    return at + 1 >= this.#end || /[\s,[\]{}]/.test(this.#text[at + 1] as string);
  }
}

const entryAt = (list: LooseList, start: number): LooseEntry => ({ kind: 'entry', in: list, start, value: undefined });
