import { canonicalFieldName } from '../../model/field-name.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import type { YamlMap, YamlPair } from '../../parse/yaml/node.ts';
import type { TextEdit } from '../fix.ts';
import { fieldRank } from './field-order.ts';
import { breakFor, lineEnd } from './lines.ts';
import { columnOf, pairEnd } from './pair-place.ts';
import { insertion } from './scalar.ts';

/**
 * An edit that adds a field to a mapping, after the field that usually stands before it; the value is written as it is
 * to stand there. Undefined where the mapping is written in a way that leaves no sure place for it.
 */
export function insertField(
  document: ParsedDocument,
  map: YamlMap,
  name: string,
  written: string,
): TextEdit | undefined {
  const { text } = document;
  const before = neighbour(map, name);
  if (map.flow) {
    if (!before) return insertion(map.range.start + 1, ` ${name}: ${written} `);
    return insertion(pairEnd(text, before), `, ${name}: ${written}`);
  }
  const column = columnOf(text, map);
  if (!before || column === undefined) return undefined;
  const at = lineEnd(text, pairEnd(text, before));
  return insertion(at, `${breakFor(document, at)}${' '.repeat(column)}${name}: ${written}`);
}

/** An edit that adds a field to a mapping as its first. */
export function insertFirst(
  document: ParsedDocument,
  map: YamlMap,
  name: string,
  written: string,
): TextEdit | undefined {
  const first = map.pairs[0];
  if (!first) return map.flow ? insertion(map.range.start + 1, ` ${name}: ${written} `) : undefined;
  const at = first.key.range.start;
  if (map.flow) return insertion(at, `${name}: ${written}, `);
  const column = columnOf(document.text, map);
  if (column === undefined) return undefined;
  return insertion(at, `${name}: ${written}${breakFor(document, lineEnd(document.text, at))}${' '.repeat(column)}`);
}

/** The pair of a mapping that a field is to follow. What a comma left behind in braces belongs to the value before. */
function neighbour(map: YamlMap, name: string): YamlPair | undefined {
  const rank = fieldRank(name) ?? Number.POSITIVE_INFINITY;
  let best = 0;
  let bestRank = -1;
  for (const [index, { key }] of map.pairs.entries()) {
    const other = fieldRank(canonicalFieldName(key.text));
    if (other === undefined || other >= rank || other < bestRank) continue;
    best = index;
    bestRank = other;
  }
  while (map.flow && map.pairs[best + 1]?.bare) best++;
  return map.pairs[best];
}
