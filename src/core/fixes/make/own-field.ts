import { typeOfCollection } from '../../model/registry.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { insertion } from '../edit/scalar.ts';
import { keyAt } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Makes a field that is near to none of Milepost's one of the author's own. */
export const ownField: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const found = document && keyAt(document, finding.range);
  if (!document || !found || finding.suggestion !== undefined) return [];
  const { map, pair } = found;
  const { text, style, range } = pair.key;
  const own = `x-${text}`;
  if (typeOfCollection(text) || map.pairs.some(({ key }) => key.text === own)) return [];
  return [
    {
      title: `Make it a field of your own: ${shown(own)}`,
      edits: inDocument(document, [insertion(range.start + (style === 'quoted' ? 1 : 0), 'x-')]),
    },
  ];
};
