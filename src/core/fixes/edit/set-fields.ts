import { isEmpty, type YamlMap, type YamlPair } from '../../parse/yaml/node.ts';
import type { Item } from '../../plan/item.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import type { DocumentEdit, TextEdit } from '../fix.ts';
import { inDocument } from './in-document.ts';
import { insertField } from './insert-field.ts';
import { mergedEdits } from './merged.ts';
import { afterColon } from './pair-place.ts';
import { insertion, replaceScalar } from './scalar.ts';
import { mapOf, pairNamed } from './tree.ts';

/**
 * Edits that give fields of an item a text each: in place where they are written, else as new fields. Undefined where
 * one of them cannot be written, such as over a list.
 */
export function setFields(
  item: Item,
  fields: readonly (readonly [name: string, value: string])[],
): readonly DocumentEdit[] | undefined {
  const map = mapOf(item);
  if (!map) return undefined;
  const edits: TextEdit[] = [];
  for (const [name, value] of fields) {
    const pair = pairNamed(map, name);
    const edit = pair
      ? replaceValue(item.document.text, pair, value)
      : insertField(item.document, map, name, yamlWord(value));
    if (!edit) return undefined;
    edits.push(edit);
  }
  return inDocument(item.document, mergedEdits(edits));
}

/** An edit that gives a pair another value, which is one text. */
function replaceValue(text: string, pair: YamlPair, value: string): TextEdit | undefined {
  if (pair.value) return pair.value.kind === 'scalar' ? replaceScalar(text, pair.value, value) : undefined;
  return writeValue(text, pair, yamlWord(value));
}

/** An edit that writes the value of a pair which has none. */
export function writeValue(text: string, pair: YamlPair, written: string): TextEdit | undefined {
  if (pair.bare) return insertion(pair.key.range.end, `: ${written}`);
  const at = afterColon(text, pair);
  return at === undefined ? undefined : insertion(at, ` ${written}`);
}

/** Whether a pair holds nothing. */
export const isEmptyPair = ({ value }: YamlPair): boolean => isEmpty(value);

/** The pair of a field of an item. */
export function pairOf(item: Item, name: string): { readonly map: YamlMap; readonly pair: YamlPair } | undefined {
  const map = mapOf(item);
  const pair = map && pairNamed(map, name);
  return pair && { map: map as YamlMap, pair };
}
