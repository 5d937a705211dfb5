import type { YamlMap, YamlPair } from '../../parse/yaml/node.ts';
import { lineStart, skipBlanks, trimmedEnd } from './lines.ts';

/** The offset after the colon of a pair; undefined where it has none of its own, or one on another line. */
export function afterColon(text: string, { key }: YamlPair): number | undefined {
  const at = skipBlanks(text, key.range.end);
  return text[at] === ':' ? at + 1 : undefined;
}

/** The offset at which a pair ends: its value, its colon or its key. */
export function pairEnd(text: string, pair: YamlPair): number {
  const { key, value } = pair;
  if (value) return trimmedEnd(text, value.range.start, value.range.end);
  return (pair.bare ? undefined : afterColon(text, pair)) ?? key.range.end;
}

/**
 * The column at which the keys of a block mapping stand; undefined where something else than spaces and the dashes of
 * lists stands before them, such as a tab.
 */
export function columnOf(text: string, map: YamlMap): number | undefined {
  const first = map.pairs[0];
  if (!first) return undefined;
  const { start } = first.key.range;
  const line = lineStart(text, start);
  return /^ *(?:- +)*$/.test(text.slice(line, start)) ? start - line : undefined;
}
