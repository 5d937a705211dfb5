import { canonicalFieldName } from '../../model/field-name.ts';
import { collectionOf } from '../../parse/collections.ts';
import type { YamlPair } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { removePair } from '../edit/remove-pair.ts';
import { keyAt } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Removes a field that is written a second time: the first counts.
 * @safe where both say the same, and no comment stands with it
 */
export const removeDouble: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const found = document && keyAt(document, finding.range);
  if (!document || !found || collectionOf(found.pair)) return [];
  const { map, pair } = found;
  const name = canonicalFieldName(pair.key.text);
  const first = map.pairs.find(({ key }) => canonicalFieldName(key.text) === name);
  if (!first || first === pair) return [];
  const edit = removePair(document.text, map, pair);
  if (!edit) return [];
  const textOf = ({ value }: typeof pair) => value && document.text.slice(value.range.start, value.range.end);
  return [
    {
      title: `Remove this ${shown(pair.key.text)}: the first one counts`,
      edits: inDocument(document, [edit]),
      preferred: true,
      // What is said twice in the same words loses nothing. A comment says more than they do.
      safe: textOf(pair) === textOf(first) && !hasComment(document.text, edit.range, pair),
    },
  ];
};

/** Whether in a stretch a `#` stands beside what a pair says. */
function hasComment(text: string, { start, end }: Range, { key, value }: YamlPair): boolean {
  const [from, to] = value ? [value.range.start, value.range.end] : [key.range.end, key.range.end];
  return [text.slice(start, key.range.start), text.slice(key.range.end, from), text.slice(to, end)].some((part) =>
    part.includes('#'),
  );
}
