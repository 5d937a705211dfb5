import { valueAt, type YamlScalar } from '../../parse/yaml/node.ts';
import type { Item } from '../../plan/item.ts';
import { inDocument } from '../edit/in-document.ts';
import { replaceScalar } from '../edit/scalar.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Writes the path of the CSV file that was probably meant. */
export const correctSource: FixMaker = ({ item, suggestion }) => {
  const scalar = item && scalarOf(item);
  if (!item || !scalar || suggestion === undefined) return [];
  const edit = replaceScalar(item.document.text, scalar, suggestion);
  return [{ title: `Change to ${shown(suggestion)}`, edits: inDocument(item.document, [edit]), preferred: true }];
};

/** Where the path of its file is written: alone, or with the columns. */
function scalarOf(item: Item): YamlScalar | undefined {
  const value = item.field('source')?.value;
  const file = value?.kind === 'map' ? valueAt(value, 'file') : value;
  return file?.kind === 'scalar' ? file : undefined;
}
