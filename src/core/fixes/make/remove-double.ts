import { canonicalFieldName } from '../../model/field-name.ts';
import { collectionOf } from '../../parse/collections.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { removePair } from '../edit/remove-pair.ts';
import { keyAt } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Removes a field that is written a second time: the first counts.
 * @safe where both say the same
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
      // What is said twice in the same words loses nothing.
      safe: textOf(pair) === textOf(first),
    },
  ];
};
