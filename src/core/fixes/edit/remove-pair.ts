import { canonicalFieldName } from '../../model/field-name.ts';
import type { YamlMap, YamlPair } from '../../parse/yaml/node.ts';
import type { TextEdit } from '../fix.ts';
import { removeFlowPart } from './flow-part.ts';
import { isBlankBetween, lineStart } from './lines.ts';
import { columnOf, pairEnd } from './pair-place.ts';
import { removeLines } from './remove-lines.ts';
import { deletion } from './scalar.ts';

/**
 * An edit that takes a pair out of a mapping, with its line or its comma. Undefined for the only one, and where it
 * stands in a way that leaves it unclear what belongs to it.
 */
export function removePair(text: string, map: YamlMap, pair: YamlPair): TextEdit | undefined {
  const index = map.pairs.indexOf(pair);
  const name = canonicalFieldName(pair.key.text);
  // Where a field is written twice, the second one would take the place of the first.
  const isTwice = map.pairs.some(({ key }, other) => other > index && canonicalFieldName(key.text) === name);
  if (index < 0 || map.pairs.length === 1 || isTwice) return undefined;
  if (map.flow) {
    return removeFlowPart(
      text,
      map.pairs.map((other) => ({ start: other.key.range.start, end: pairEnd(text, other) })),
      index,
    );
  }
  const { start } = pair.key.range;
  const column = columnOf(text, map);
  const line = lineStart(text, start);
  if (column === undefined || start - line !== column) return undefined;
  if (isBlankBetween(text, line, start)) return removeLines(text, start, pairEnd(text, pair));
  // The first field on the line of a dash makes way for the second.
  const next = map.pairs[1]?.key.range.start;
  if (index !== 0 || next === undefined || text.slice(pairEnd(text, pair), next).trim() !== '') return undefined;
  return deletion(start, next);
}
