import { MAX_DEPTH } from '../../core/parse/yaml/limits.ts';
import { afterBreak, columnAt, isBlank, isBreak, isComment, lineEndWithin, skipBlanksWithin } from './lines.ts';
import { goesOnAfter, looseFlow } from './loose-flow.ts';
import type { LooseEntry, LooseList, LooseMap, LoosePair, LooseScalar, Slot, Spot } from './loose-node.ts';
import { contentEnd, keyOn, plainScalar, quotedScalar } from './loose-scalar.ts';
import { spotInFlow } from './spot-in-flow.ts';

/** What can be made out of front matter, and at which place of it the cursor is. */
export interface LooseYaml {
  readonly root: LooseMap | LooseList | undefined;
  /** Undefined where the cursor is at none: in a comment, in running text, before a key. */
  readonly spot: Spot | undefined;
}

/** Reads YAML that may be half written, from one offset to another. Linear; never throws. */
export function looseYaml(text: string, start: number, end: number, cursor: number): LooseYaml {
  return new BlockReader(text, end, cursor).read(start);
}

/** Where the next line that is not blank begins, and whether with a dash. */
interface NextLine {
  readonly column: number;
  readonly dash: boolean;
}

/** `key:value`, which lacks a space. URLs are none, and what is in brackets cannot get one from within. */
const KEY_WITHOUT_SPACE = /^([A-Za-z][\w-]*):(?!\/\/|[[{])/;

/** What may become a key. */
const IS_WORD = /^\w[\w -]*$/;

class BlockReader {
  readonly #text: string;
  readonly #end: number;
  readonly #cursor: number;
  /** The block collections that are open, the outermost first. */
  readonly #open: (LooseMap | LooseList)[] = [];
  #root: LooseMap | LooseList | undefined;
  #spot: Spot | undefined;
  /** Where the next line begins. */
  #next = 0;

  constructor(text: string, end: number, cursor: number) {
    this.#text = text;
    this.#end = end;
    this.#cursor = cursor;
  }

  read(start: number): LooseYaml {
    this.#next = start;
    while (this.#next < this.#end || (this.#next === this.#end && this.#cursor === this.#end)) {
      const line = this.#next;
      const lineEnd = lineEndWithin(this.#text, line, this.#end);
      this.#next = lineEnd < this.#end ? afterBreak(this.#text, lineEnd) : this.#end + 1;
      this.#line(line, lineEnd);
    }
    return { root: this.#root, spot: settled(this.#spot, this.#root) };
  }

  #line(start: number, lineEnd: number): void {
    const text = this.#text;
    if (endsDocument(text, start, lineEnd)) {
      this.#next = this.#end + 1;
      return;
    }
    const first = skipBlanksWithin(text, start, lineEnd);
    if (first === lineEnd) {
      if (this.#isAt(start, lineEnd)) this.#blankLine(start, lineEnd);
      return;
    }
    if (text[first] === '#') return;
    const column = columnAt(text, start, first);
    this.#popTo(column, isDash(text, first, lineEnd));
    this.#content(first, start, lineEnd, undefined);
  }

  #isAt(from: number, to: number): boolean {
    return from <= this.#cursor && this.#cursor <= to;
  }

  /** Closes what stands deeper than a line. The dashes of a list may stand below the key that it is the value of. */
  #popTo(column: number, dash: boolean): void {
    const open = this.#open;
    while (open.length > 1 && (this.#top()?.column ?? 0) > column) open.pop();
    const top = this.#top();
    if (open.length > 1 && top?.kind === 'list' && top.column === column && !dash) open.pop();
  }

  #top(): LooseMap | LooseList | undefined {
    return this.#open.at(-1);
  }

  /** Reads what stands on a line from an offset on; after a dash, as the value of its entry. */
  #content(at: number, line: number, lineEnd: number, entry: LooseEntry | undefined): void {
    const text = this.#text;
    if (isDash(text, at, lineEnd)) {
      this.#dash(at, line, lineEnd, entry);
      return;
    }
    const found = keyOn(text, at, lineEnd) ?? withoutSpace(text, at, lineEnd);
    if (found) {
      const map = this.#mapFor(columnAt(text, line, at), at, entry);
      if (map) this.#pair(map, found.key, found.colon, lineEnd);
      return;
    }
    const column = columnAt(text, line, at);
    const slot = entry ?? this.#slotBelow(column);
    if (slot) {
      this.#value(slot, at, lineEnd, entry ? undefined : column);
      return;
    }
    if (!this.#root && (text[at] === '{' || text[at] === '[')) {
      this.#flowRoot(at);
      return;
    }
    const map = this.#root ? this.#top() : this.#mapFor(column, at, undefined);
    if (map?.kind === 'map' && map.column === column) this.#bareKey(map, at, lineEnd);
  }

  #dash(at: number, line: number, lineEnd: number, of: LooseEntry | undefined): void {
    const text = this.#text;
    const list = this.#open.length > MAX_DEPTH ? undefined : this.#listFor(columnAt(text, line, at), at, of);
    if (!list) return;
    const entry: LooseEntry = { kind: 'entry', in: list, start: at + 1, value: undefined };
    list.entries.push(entry);
    const next = skipBlanksWithin(text, at + 1, lineEnd);
    if (next < lineEnd && !isComment(text, next, line)) this.#content(next, line, lineEnd, entry);
    else if (this.#isAt(at + 1, next)) this.#spot = { kind: 'value', slot: entry, scalar: undefined };
  }

  #pair(map: LooseMap, key: LooseScalar, colon: number, lineEnd: number): void {
    const text = this.#text;
    const pair: LoosePair = { kind: 'pair', in: map, key, colon, value: undefined };
    map.pairs.push(pair);
    if (key.start < this.#cursor && this.#cursor <= key.end) this.#spot = { kind: 'key', map, pair };
    const next = skipBlanksWithin(text, colon + 1, lineEnd);
    if (next < lineEnd && !isComment(text, next, colon)) this.#value(pair, next, lineEnd, undefined);
    else if (this.#isAt(colon + 1, next)) this.#spot = { kind: 'value', slot: pair, scalar: undefined };
  }

  #bareKey(map: LooseMap, at: number, lineEnd: number): void {
    const end = contentEnd(this.#text, at, lineEnd);
    const key = plainScalar(this.#text, at, end);
    const pair: LoosePair = { kind: 'pair', in: map, key, colon: undefined, value: undefined };
    map.pairs.push(pair);
    if (at < this.#cursor && this.#cursor <= end && IS_WORD.test(key.text)) this.#spot = { kind: 'key', map, pair };
  }

  /** @param column where the value stands on a line below its key */
  #value(slot: Slot, at: number, lineEnd: number, column: number | undefined): void {
    const text = this.#text;
    const outer = slot.in.column;
    const first = text[at];
    const below = column === undefined ? {} : { column };
    if (first === '[' || first === '{') {
      const { node, inComment } = looseFlow(text, at, this.#end, outer, slot, this.#cursor);
      slot.value = node;
      this.#resumeAfter(node.end);
      if (!inComment) this.#spot ??= spotInFlow(text, node, this.#cursor, outer);
    } else if (first === '"' || first === "'") {
      const scalar = quotedScalar(text, at, this.#end, false, (at) => goesOnAfter(text, at, this.#end, outer));
      slot.value = scalar;
      this.#resumeAfter(scalar.end);
      if (this.#isAt(at, scalar.end)) this.#spot = { kind: 'value', slot, scalar, ...below };
    } else if (first === '|' || first === '>') {
      slot.value = { kind: 'scalar', style: 'block', start: at, end: lineEnd, closed: true, text: '' };
      this.#skipText(outer);
    } else {
      const end = contentEnd(text, at, lineEnd);
      const scalar = plainScalar(text, at, end);
      slot.value = scalar;
      if (!this.#isAt(at, skipBlanksWithin(text, end, lineEnd))) return;
      // Where the rest of a list follows, what becomes its first entry stands in line with that.
      const after = this.#columnAfter(lineEnd);
      const inLine =
        column !== undefined && this.#isValueOf(slot, after) && after.dash ? { column: after.column } : below;
      this.#spot = { kind: 'value', slot, scalar, ...inLine };
    }
  }

  /** Front matter that is one mapping in braces. */
  #flowRoot(at: number): void {
    const { node, inComment } = looseFlow(this.#text, at, this.#end, -1, undefined, this.#cursor);
    this.#root = node;
    if (!inComment) this.#spot = spotInFlow(this.#text, node, this.#cursor, -1);
    this.#next = this.#end + 1;
  }

  /** What began on a line may end on another one; whatever follows there is nobody's. */
  #resumeAfter(end: number): void {
    if (end < this.#next) return;
    const lineEnd = lineEndWithin(this.#text, end, this.#end);
    this.#next = lineEnd < this.#end ? afterBreak(this.#text, lineEnd) : this.#end + 1;
  }

  /** Skips the lines of a block of text: those deeper than its key, and blank ones between them. */
  #skipText(column: number): void {
    while (this.#next < this.#end) {
      const line = this.#next;
      const lineEnd = lineEndWithin(this.#text, line, this.#end);
      const first = skipBlanksWithin(this.#text, line, lineEnd);
      const isCursorAfter = first === lineEnd && this.#isAt(line, lineEnd);
      if (isCursorAfter || (first < lineEnd && columnAt(this.#text, line, first) <= column)) return;
      this.#next = lineEnd < this.#end ? afterBreak(this.#text, lineEnd) : this.#end + 1;
    }
  }

  #mapFor(column: number, at: number, entry: LooseEntry | undefined): LooseMap | undefined {
    if (entry) return this.#opened(blockMap(column, at, entry));
    const top = this.#top();
    if (!top) {
      const root = blockMap(column, at, undefined);
      this.#root = root;
      return this.#opened(root);
    }
    if (top.kind === 'map' && column <= top.column) return top;
    const slot = this.#slotBelow(column);
    return slot && this.#opened(blockMap(column, at, slot));
  }

  #listFor(column: number, at: number, entry: LooseEntry | undefined): LooseList | undefined {
    const list = (of: Slot | undefined): LooseList =>
      this.#opened({ kind: 'list', flow: false, column, start: at, of, entries: [], closed: true, end: at });
    if (entry) return list(entry);
    const top = this.#top();
    if (!top) {
      const root = list(undefined);
      this.#root = root;
      return root;
    }
    if (top.kind === 'list' && top.column === column) return top;
    const last = top.kind === 'map' && column >= top.column ? top.pairs.at(-1) : this.#slotBelow(column);
    return last && !last.value ? list(last) : undefined;
  }

  #opened<T extends LooseMap | LooseList>(node: T): T {
    if (node.of) node.of.value = node;
    this.#open.push(node);
    return node;
  }

  /** What is still without a value, and may have one on a line that begins at a column. */
  #slotBelow(column: number): Slot | undefined {
    const top = this.#top();
    if (!top || column <= top.column) return undefined;
    const last = top.kind === 'map' ? top.pairs.at(-1) : top.entries.at(-1);
    return last && !last.value ? last : undefined;
  }

  /** An empty line is part of what stands around it: of the deeper of its neighbours, where it does not say itself. */
  #blankLine(start: number, lineEnd: number): void {
    const own = columnAt(this.#text, start, this.#cursor);
    const after = this.#columnAfter(lineEnd);
    const saved = [...this.#open];
    this.#popTo(Math.max(own, after.column), true);
    const spot = this.#spotOnBlank(Math.max(own, after.column), after);
    this.#open.splice(0, this.#open.length, ...saved);
    // What comes first stands in line with what is there already.
    const isFirst = spot?.kind === 'value' ? this.#isValueOf(spot.slot, after) : spot?.kind === 'key' && !spot.map;
    this.#spot = spot && isFirst ? { ...spot, column: after.column } : spot;
  }

  /** Whether a line that stands at a column is the value of a slot that has none yet. */
  #isValueOf({ in: { column, kind } }: Slot, after: NextLine): boolean {
    return after.column > column || (after.column === column && after.dash && kind === 'map');
  }

  #spotOnBlank(column: number, after: NextLine): Spot | undefined {
    const top = this.#top();
    if (!top) return { kind: 'key', map: undefined, pair: undefined, column };
    const isBeforeDash = after.dash && after.column === column;
    if (column === top.column) {
      const last = top.kind === 'map' ? top.pairs.at(-1) : undefined;
      if (last && !last.value && isBeforeDash) return { kind: 'value', slot: last, scalar: undefined, column };
      if (top.kind === 'map') return { kind: 'key', map: top, pair: undefined, column };
      // Below a list whose dashes stand as far to the left as its key, the next key may come as well.
      const map = top.of?.in;
      return map?.kind === 'map' && map.column === column && !isBeforeDash
        ? { kind: 'key', map, pair: undefined, column }
        : { kind: 'new-entry', list: top, column };
    }
    const slot = this.#slotBelow(column);
    return slot && { kind: 'value', slot, scalar: undefined, column };
  }

  /** The column of the next line that is not blank, and whether it begins with a dash; 0 where there is none. */
  #columnAfter(lineEnd: number): NextLine {
    const text = this.#text;
    let at = lineEnd;
    while (at < this.#end && isBreak(text.charCodeAt(at))) {
      const line = afterBreak(text, at);
      at = skipBlanksWithin(text, line, this.#end);
      if (at < this.#end && !isBreak(text.charCodeAt(at)))
        return { column: columnAt(text, line, at), dash: isDash(text, at, lineEndWithin(text, at, this.#end)) };
    }
    return { column: 0, dash: false };
  }
}

/** Whether a line is the `...` after which nothing belongs to the document any more. */
const endsDocument = (text: string, line: number, lineEnd: number): boolean =>
  text.startsWith('...', line) && (line + 3 === lineEnd || isBlank(text.charCodeAt(line + 3)));

/** A place as it is once all has been read: what seemed to be empty may have its value on a later line. */
function settled(spot: Spot | undefined, root: LooseMap | LooseList | undefined): Spot | undefined {
  if (hasProperties(spot)) return undefined;
  if (spot?.kind === 'key' && !spot.map && root?.kind === 'map') return { ...spot, map: root };
  if (spot?.kind !== 'value' || spot.scalar || spot.comma || !spot.slot.value) return spot;
  const { column, slot } = spot;
  const { value } = slot;
  if (column === undefined || value?.kind === 'scalar' || value?.flow || value?.column !== column) return undefined;
  return value.kind === 'map'
    ? { kind: 'key', map: value, pair: undefined, column }
    : { kind: 'new-entry', list: value, column };
}

/**
 * Whether an anchor or a tag stands before what the cursor is at. Nobody knows whether that is meant for another value as
 * well: nothing takes its place.
 */
function hasProperties(spot: Spot | undefined): boolean {
  const scalar = spot?.kind === 'key' ? spot.pair?.key : spot?.kind === 'value' ? spot.scalar : undefined;
  return scalar?.style === 'plain' && /^[&!]/.test(scalar.text);
}

const blockMap = (column: number, start: number, of: Slot | undefined): LooseMap => ({
  kind: 'map',
  flow: false,
  column,
  start,
  of,
  pairs: [],
  closed: true,
  end: start,
});

const isDash = (text: string, at: number, lineEnd: number): boolean =>
  text[at] === '-' && (at + 1 >= lineEnd || text[at + 1] === ' ' || text[at + 1] === '\t');

function withoutSpace(
  text: string,
  at: number,
  lineEnd: number,
): { readonly key: LooseScalar; readonly colon: number } | undefined {
  const length = KEY_WITHOUT_SPACE.exec(text.slice(at, lineEnd))?.[1]?.length;
  return length === undefined ? undefined : { key: plainScalar(text, at, at + length), colon: at + length };
}
