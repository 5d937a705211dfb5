import { canonicalFieldName } from '../model/field-name.ts';
import type { ItemType } from '../model/item-type.ts';
import { COLLECTIONS, fieldOf, typeNamed, typeOfCollection } from '../model/registry.ts';
import { nearest } from '../text/nearest.ts';
import type { YamlMap, YamlNode, YamlPair } from './yaml/node.ts';

/** A collection that a document holds. */
export interface Collection {
  readonly type: ItemType;
  /** Where the key is not the collection's name but a small edit away, or its singular. */
  readonly misspelt: boolean;
}

/** The collection that a pair of a holding document is; undefined where it is a field. */
export function collectionOf({ key, value }: YamlPair): Collection | undefined {
  const name = canonicalFieldName(key.text);
  const type = typeOfCollection(name);
  if (type) return { type, misspelt: false };
  // Only entries make a misspelt key a collection: `workstream: platform` is a field.
  if (!holdsEntries(value)) return undefined;
  const singular = typeNamed(name);
  const near = singular?.collection ? singular : typeOfCollection(nearest(name, COLLECTIONS) ?? '');
  return near && { type: near, misspelt: true };
}

/**
 * Whether a pair holds entries that are told apart from those of other tools, which use the same keys (`actions` of a
 * home page, `dependencies` of a package): one with an id, or with two fields that only plans have.
 */
export function holdsItems({ key, value }: YamlPair): boolean {
  const type = typeOfCollection(canonicalFieldName(key.text));
  if (!type || value?.kind !== 'list') return false;
  return value.items.some((item) => {
    if (item?.kind !== 'map') return false;
    const names = item.pairs.map((pair) => canonicalFieldName(pair.key.text));
    return names.includes('id') || names.filter((name) => !COMMON_NAMES.has(name) && fieldOf(type, name)).length >= 2;
  });
}

/** Whether one of the pairs of a mapping holds entries of a collection. */
export const holdsCollections = (root: YamlMap | undefined): boolean =>
  root?.pairs.some((pair) => collectionOf(pair)?.misspelt === false && holdsItems(pair)) ?? false;

/** Fields whose names everybody uses. */
export const COMMON_NAMES: ReadonlySet<string> = new Set(['type', 'title', 'description', 'links', 'tags', 'status']);

/** Whether a value is a list with at least one entry that has fields. */
function holdsEntries(value: YamlNode | undefined): boolean {
  return value?.kind === 'list' && value.items.some((item) => item?.kind === 'map');
}
