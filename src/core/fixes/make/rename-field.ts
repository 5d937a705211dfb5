import { canonicalFieldName } from '../../model/field-name.ts';
import { collectionOf } from '../../parse/collections.ts';
import { nearest } from '../../text/nearest.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { replaceScalar } from '../edit/scalar.ts';
import { keyAt } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Writes the name of the field or collection that was probably meant, unless there is one of that name already.
 * @safe where it is a misspelling, and not the name that other tools have for it
 */
export const renameField: FixMaker = (finding, { plan }) => {
  const { suggestion } = finding;
  const document = documentOf(finding, plan);
  const found = document && keyAt(document, finding.range);
  if (!document || !found || suggestion === undefined) return [];
  const { map, pair } = found;
  if (map.pairs.some(({ key }) => canonicalFieldName(key.text) === suggestion)) return [];
  const isRead = collectionOf(pair)?.misspelt === true;
  return [
    {
      title: `Change to ${shown(suggestion)}`,
      edits: inDocument(document, [replaceScalar(document.text, pair.key, suggestion)]),
      preferred: true,
      // A name that other tools have for a field is no misspelling: somebody has to say that it means the same.
      safe: isRead || nearest(canonicalFieldName(pair.key.text), [suggestion]) !== undefined,
    },
  ];
};
