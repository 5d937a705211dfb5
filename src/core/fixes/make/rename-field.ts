import { canonicalFieldName } from '../../model/field-name.ts';
import type { ItemType } from '../../model/item-type.ts';
import { isClosed, normalStatus, readStatus, statusesOf } from '../../model/status.ts';
import { collectionOf } from '../../parse/collections.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { meantFields } from '../../parse/unknown-field.ts';
import { isEmpty, type YamlMap, type YamlNode, type YamlPair } from '../../parse/yaml/node.ts';
import type { Plan } from '../../plan/plan.ts';
import { nearest } from '../../text/nearest.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { replaceScalar } from '../edit/scalar.ts';
import { keyAt, stepsTo, treeOf } from '../edit/tree.ts';
import { fieldSpecOf, pairAt } from '../field-spec.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Writes the name of the field or collection that was probably meant, unless there is one of that name already; where a name
 * can mean two fields, one fix for each.
 * @safe where it is a misspelling, and not the name that other tools have for it, the field takes the value, and
 * neither opens or closes the item nor silences findings
 */
export const renameField: FixMaker = (finding, { plan }) => {
  const { suggestion } = finding;
  const document = documentOf(finding, plan);
  const found = document && keyAt(document, finding.range);
  if (!document || !found || suggestion === undefined) return [];
  const { map, pair } = found;
  const isRead = collectionOf(pair)?.misspelt === true;
  const other = isRead ? [] : alternatives(suggestion, pair, map, document, plan);
  return [suggestion, ...other]
    .filter((name) => !map.pairs.some(({ key }) => canonicalFieldName(key.text) === name))
    .map((name, index) => {
      const isTaken = isRead || takes(name, pair, document, plan);
      // A name that other tools have for a field is no misspelling: somebody has to say that it means the same.
      const isMisspelt = isRead || nearest(canonicalFieldName(pair.key.text), [name]) !== undefined;
      return {
        title: `Change to ${shown(name)}`,
        edits: inDocument(document, [replaceScalar(document.text, pair.key, name)]),
        preferred: index === 0,
        safe: isMisspelt && isTaken && other.length === 0,
      };
    });
};

/** What else the name can mean. */
function alternatives(
  suggestion: string,
  pair: YamlPair,
  map: YamlMap,
  document: ParsedDocument,
  plan: Plan,
): readonly string[] {
  const type = typeAt(pair, document);
  const fields = type ? meantFields(pair, map, type, plan.config).fields : [];
  return fields.includes(suggestion) ? fields.filter((name) => name !== suggestion) : [];
}

/** The type of item whose field a pair is to be. */
function typeAt({ key }: YamlPair, document: ParsedDocument): ItemType | undefined {
  const root = treeOf(document);
  const steps = root ? stepsTo(root, key.range.start) : [];
  const place = pairAt(document, steps);
  // What lies deeper is no field of an item.
  return place?.depth === steps.length ? place.type : undefined;
}

/** Whether a field takes the value of a pair as it is, and it does not decide what becomes of the item. */
function takes(name: string, pair: YamlPair, document: ParsedDocument, plan: Plan): boolean {
  const { value } = pair;
  const type = typeAt(pair, document);
  if (!type || DECIDING.has(name) || name === type.closedOn) return false;
  if (isEmpty(value) || !value) return true;
  if (name === 'status') return isOpenStatus(type, value, plan);
  const spec = fieldSpecOf(type, name, plan);
  let isRight = spec !== undefined;
  spec?.kind.read(value, (_range, _message, code) => {
    // What YAML misreads has a fix of its own.
    if (code !== 'yaml-surprise') isRight = false;
  });
  return isRight;
}

/** Fields that close an item, or silence its findings: not for a machine to make work. */
const DECIDING: ReadonlySet<string> = new Set(['completed', 'occurred_on', 'mute']);

/** Whether a value is a status in which an item is open, if misspelt: the next fix is to correct that. */
function isOpenStatus(type: ItemType, value: YamlNode, { config }: Plan): boolean {
  if (value.kind !== 'scalar') return false;
  const read = (word: string): string | undefined => readStatus(type, word, config.statusWords);
  const own = config.statusWords.get(type.name)?.keys() ?? [];
  const status = read(value.text) ?? read(nearest(normalStatus(value.text), [...statusesOf(type), ...own]) ?? '');
  return status !== undefined && !isClosed(type, status);
}
