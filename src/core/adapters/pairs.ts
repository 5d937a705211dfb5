import { canonicalFieldName } from '../model/field-name.ts';
import { contentRange, type YamlNode, type YamlPair, type YamlScalar } from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';

// What a record says, wherever it says it, as the pairs that front matter would have.

/** A stretch of a record as a value. */
export const scalar = (text: string, range: Range): YamlScalar => ({ kind: 'scalar', text, style: 'plain', range });

/** A pair under another name, at the same place. */
export const named = (pair: YamlPair, name: string): YamlPair =>
  canonicalFieldName(pair.key.text) === name ? pair : { ...pair, key: { ...pair.key, text: name } };

/** Where each character of a value stands in the record, from its first on; undefined where escapes make that unclear. */
export function startOf(node: YamlNode): number | undefined {
  if (node.kind !== 'scalar') return undefined;
  const { start, end } = contentRange(node);
  return end - start === node.text.length ? start : undefined;
}
