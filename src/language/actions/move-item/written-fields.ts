import { lineEnd, trimmedEnd } from '../../../core/fixes/edit/lines.ts';
import { columnOf, pairEnd } from '../../../core/fixes/edit/pair-place.ts';
import { pairNamed } from '../../../core/fixes/edit/tree.ts';
import type { YamlMap, YamlNode, YamlPair } from '../../../core/parse/yaml/node.ts';
import type { Range } from '../../../core/text/range.ts';
import { MoveRefused } from './refused.ts';

/** The fields of an item as they are written, but for its type, which the place says where it goes. */
export interface WrittenFields {
  /** As lines of a block mapping that stands at the first column, comments among them. */
  readonly lines: readonly string[];
  /** As the parts of a mapping in braces; undefined where something in it can stand in lines only. */
  readonly parts: readonly string[] | undefined;
}

/**
 * Reads the fields of an item out of a text.
 * @param region where the fields and the comments among them stand: to the end of the last line
 */
export function writtenFields(text: string, map: YamlMap, region: Range): WrittenFields {
  if (map.pairs.some(({ bare }) => bare)) throw new MoveRefused('one of its fields has no colon: mend it first');
  return map.flow ? ofBraces(text, map, region) : ofLines(text, map, region);
}

function ofLines(text: string, map: YamlMap, region: Range): WrittenFields {
  const column = columnOf(text, map);
  if (column === undefined) throw new MoveRefused('its fields are indented in a way that cannot be kept');
  if (/^(?:\.\.\.|%)/m.test(text.slice(region.start, region.end))) {
    throw new MoveRefused('its front matter has a line that begins with "..." or "%": remove it first');
  }
  const type = pairNamed(map, 'type');
  const lines: string[] = [];
  let at = region.start;
  // What begins behind a dash has its indentation before the region.
  let isFirst = true;
  while (at < region.end) {
    const end = Math.min(lineEnd(text, at), region.end);
    let line = text.slice(at, end);
    let next = afterBreak(text, end);
    if (type && at <= type.key.range.start && type.key.range.start < Math.max(end, at + 1)) {
      const over = pairEnd(text, type);
      const last = lineEnd(text, over);
      line = `${' '.repeat(column)}${text.slice(over, last).trim()}`;
      next = afterBreak(text, last);
      if (line.trim() !== '') lines.push(unindented(line, column));
    } else {
      const own = isFirst ? line.trimStart() : unindented(line, column);
      if (!isFirst || own !== '') lines.push(own);
    }
    isFirst = false;
    at = next;
  }
  while (lines[0]?.trim() === '') lines.shift();
  while (lines.at(-1)?.trim() === '') lines.pop();
  return { lines, parts: partsOfLines(text, map, region) };
}

function partsOfLines(text: string, map: YamlMap, region: Range): readonly string[] | undefined {
  let at = region.start;
  const parts: string[] = [];
  for (const pair of map.pairs) {
    if (text.slice(at, pair.key.range.start).includes('#')) return undefined;
    at = pairEnd(text, pair);
    if (!fitsBraces(text, pair.value)) return undefined;
    if (pair !== pairNamed(map, 'type')) parts.push(partOf(text, pair));
  }
  return text.slice(at, region.end).includes('#') ? undefined : parts;
}

function fitsBraces(text: string, value: YamlNode | undefined): boolean {
  if (!value) return true;
  const written = text.slice(value.range.start, trimmedEnd(text, value.range.start, value.range.end));
  if (/[\r\n]/.test(written)) return false;
  if (value.kind !== 'scalar') return value.flow;
  return value.style === 'quoted' || (value.style === 'plain' && !/[,[\]{}]/.test(written));
}

/** A field as it stands alone: what is written between its key and its value is a colon only. */
function partOf(text: string, { key, value }: YamlPair): string {
  const name = text.slice(key.range.start, key.range.end);
  if (!value) return `${name}:`;
  if (!/^\s*:\s*$/.test(text.slice(key.range.end, value.range.start))) {
    throw new MoveRefused(`something stands between "${key.text}" and its value: mend that first`);
  }
  return `${name}: ${text.slice(value.range.start, trimmedEnd(text, value.range.start, value.range.end))}`.trimEnd();
}

function ofBraces(text: string, map: YamlMap, region: Range): WrittenFields {
  const lines: string[] = [];
  const parts: string[] = [];
  const type = pairNamed(map, 'type');
  let at = region.start;
  let hasComments = false;
  const addComments = (until: number): void => {
    for (const { 0: comment, index } of text.slice(at, until).matchAll(/#[^\r\n]*/g)) {
      hasComments = true;
      const isBeside = at !== region.start && !/[\r\n]/.test(text.slice(at, at + index));
      const before = isBeside && lines.length > 0 && !lines.at(-1)?.includes(' #') ? lines.pop() : undefined;
      lines.push(before === undefined ? comment : `${before} ${comment}`);
    }
  };
  for (const pair of map.pairs) {
    addComments(pair.key.range.start);
    at = pairEnd(text, pair);
    if (pair === type) continue;
    const part = partOf(text, pair);
    parts.push(part);
    lines.push(...part.split(/\r\n|\r|\n/));
  }
  addComments(region.end);
  return { lines, parts: hasComments ? undefined : parts };
}

const unindented = (line: string, column: number): string => {
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(spaces, column));
};

const afterBreak = (text: string, end: number): number =>
  end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
