import { columnAt, isBlank, isBreak } from './lines.ts';
import type { LooseEntry, LooseList, LooseMap, LooseNode, LoosePair, Spot } from './loose-node.ts';

/**
 * At which place of a list in brackets or a mapping in braces the cursor is.
 * @param column that of the key it is the value of: what is in brackets has to stand deeper
 */
export function spotInFlow(text: string, root: LooseNode, cursor: number, column: number): Spot | undefined {
  if (standsTooFarLeft(text, cursor, column)) return undefined;
  let node: LooseNode | undefined = root;
  while (node && node.kind !== 'scalar') {
    if (!isInside(node, cursor)) return undefined;
    const inner: LooseNode | undefined = innerAt(node, cursor);
    if (!inner) return node.kind === 'list' ? spotInList(text, node, cursor) : spotInMap(text, node, cursor);
    node = inner;
  }
  return undefined;
}

/** Whether what is written at an offset would be the first on its line, and no deeper than a column. */
function standsTooFarLeft(text: string, at: number, column: number): boolean {
  let line = at;
  while (isBlank(text.charCodeAt(line - 1))) line--;
  return isBreak(text.charCodeAt(line - 1)) && columnAt(text, line, at) <= column;
}

const isInside = ({ start, end, closed }: LooseMap | LooseList, cursor: number): boolean =>
  start < cursor && (closed ? cursor < end : cursor <= end);

/** The list or mapping within another one that the cursor is in. */
function innerAt(node: LooseMap | LooseList, cursor: number): LooseNode | undefined {
  const slots = node.kind === 'list' ? node.entries : node.pairs;
  return slots.find(({ value }) => value && value.kind !== 'scalar' && isInside(value, cursor))?.value;
}

function spotInList(text: string, list: LooseList, cursor: number): Spot | undefined {
  const entry = list.entries.findLast(({ start }) => start <= cursor) as LooseEntry | undefined;
  if (!entry) return undefined;
  const { value } = entry;
  if (!value) return { kind: 'value', slot: entry, scalar: undefined };
  if (cursor <= value.start) return { kind: 'value', slot: entry, scalar: undefined, comma: 'after' };
  if (value.kind === 'scalar' && (cursor <= value.end || !value.closed))
    return { kind: 'value', slot: entry, scalar: value };
  return cursor > value.end && text.slice(value.end, cursor).trim() === ''
    ? { kind: 'value', slot: entry, scalar: value.kind === 'scalar' ? value : undefined, comma: 'before' }
    : undefined;
}

function spotInMap(text: string, map: LooseMap, cursor: number): Spot | undefined {
  const before = map.pairs.findLast(({ key }) => key.start < cursor);
  const after = map.pairs.find(({ key }) => key.start >= cursor);
  const from = before
    ? (before.value?.end ?? (before.colon === undefined ? before.key.end : before.colon + 1))
    : map.start;
  const hasComma = text.slice(from, cursor).includes(',');
  if (before && !hasComma) {
    const own = spotInPair(before, cursor);
    if (own !== 'after') return own;
    return cursor > from && text.slice(from, cursor).trim() === ''
      ? { kind: 'key', map, pair: undefined, comma: 'before' }
      : undefined;
  }
  // What stands between two commas is a pair of its own; before a key, the new one takes a comma with it.
  const isBare = after === undefined || text.slice(cursor, after.key.start).includes(',');
  return isBare ? { kind: 'key', map, pair: undefined } : { kind: 'key', map, pair: undefined, comma: 'after' };
}

function spotInPair(pair: LoosePair, cursor: number): Spot | undefined | 'after' {
  const { key, colon, value } = pair;
  if (colon === undefined) return cursor <= key.end ? { kind: 'key', map: pair.in, pair } : 'after';
  if (cursor <= colon) return cursor <= key.end ? { kind: 'key', map: pair.in, pair } : undefined;
  if (!value) return { kind: 'value', slot: pair, scalar: undefined };
  if (cursor < value.start) return undefined;
  if (cursor > value.end) return value.kind === 'scalar' && !value.closed ? undefined : 'after';
  return value.kind === 'scalar' ? { kind: 'value', slot: pair, scalar: value } : undefined;
}
