import { configKeys } from '../../core/config/read-config.ts';
import { canonicalFieldName } from '../../core/model/field-name.ts';
import { COMMON_FIELDS, type ItemType } from '../../core/model/item-type.ts';
import type { FieldSpec, Form } from '../../core/model/kind.ts';
import {
  DOCUMENT_TYPES,
  fieldOf,
  mayHoldItems,
  REGISTER,
  typeNamed,
  typeOfCollection,
} from '../../core/model/registry.ts';
import type { ParseOptions } from '../../core/parse/document.ts';
import { RULE_CODES } from '../../core/rules/registry.ts';
import { nearest } from '../../core/text/nearest.ts';
import type { LooseMap, LoosePair, Slot } from './loose-node.ts';

/** What belongs at a place, by what it is the value of. */
export type Expected =
  /** Front matter as a whole; a type that nobody has written yet, or that is nobody's, is undefined. */
  | { readonly kind: 'document'; readonly type: string | undefined }
  | { readonly kind: 'items'; readonly type: ItemType }
  | { readonly kind: 'item'; readonly type: ItemType }
  | { readonly kind: 'status'; readonly type: ItemType }
  | { readonly kind: 'type' }
  | { readonly kind: 'id'; readonly type: ItemType }
  | ValueExpected;

/** A value of a form. */
export interface ValueExpected {
  readonly kind: 'value';
  readonly form: Form;
  /** The field that it is of, or that it is somewhere within. */
  readonly field: FieldMeant | undefined;
}

/** A field of an item that is being written. */
export interface FieldMeant {
  readonly name: string;
  readonly spec: Pick<FieldSpec<unknown>, 'refersTo'>;
  /** The type of the item; none in a register. */
  readonly type: ItemType | undefined;
  /** The mapping that the item is. */
  readonly map: LooseMap;
}

/** What one knows of a text without its front matter. */
export interface ExpectedIn {
  readonly isConfiguration: boolean;
  readonly ownFields: ParseOptions['ownFields'];
}

/** What belongs into a mapping: which keys it may have. */
export function expectedIn(map: LooseMap, known: ExpectedIn): Expected | undefined {
  if (map.of) return expectedAt(map.of, known);
  if (known.isConfiguration)
    return { kind: 'value', form: { name: 'configuration', form: '', keys: configForms() }, field: undefined };
  return { kind: 'document', type: documentType(map) };
}

/** What belongs into a place for a value. */
export function expectedAt(slot: Slot, known: ExpectedIn): Expected | undefined {
  if (slot.kind === 'entry') return slot.in.of && entryOf(expectedAt(slot.in.of, known));
  const outer = expectedIn(slot.in, known);
  if (!outer) return undefined;
  const name = canonicalFieldName(slot.key.text);
  switch (outer.kind) {
    case 'document':
      return inDocument(name, outer.type, slot, known);
    case 'item':
    case 'items':
      return inItem(name, outer.type, slot, known);
    case 'value': {
      const form = formUnder(outer.form, slot.key.text);
      return form && { kind: 'value', form, field: outer.field };
    }
    default:
      return undefined;
  }
}

/** What the entries of a list are; what stands alone is a list of one. */
export function entryOf(expected: Expected | undefined): Expected | undefined {
  if (expected?.kind === 'items') return { kind: 'item', type: expected.type };
  if (expected?.kind !== 'value') return undefined;
  const { form } = expected;
  return form.of ? { ...expected, form: form.of } : undefined;
}

const configForms = (): Readonly<Record<string, Form>> =>
  Object.fromEntries(
    Object.entries(configKeys(RULE_CODES)).flatMap(([name, { kind, doc }]) =>
      kind.name === 'reserved' ? [] : [[name, { ...kind, doc }]],
    ),
  );

/** What belongs under a key of a mapping. A list of mappings may be a single one. */
function formUnder(form: Form, key: string): Form | undefined {
  const one = form.keys || form.each ? form : form.of;
  if (one?.keys) return Object.hasOwn(one.keys, key) ? one.keys[key] : undefined;
  return one?.each;
}

function inDocument(name: string, type: string | undefined, slot: LoosePair, known: ExpectedIn): Expected | undefined {
  if (name === 'type') return { kind: 'type' };
  const own = type === undefined ? undefined : typeNamed(type);
  const collection = mayHoldItems(type) ? typeOfCollection(name) : undefined;
  if (collection) return { kind: 'items', type: collection };
  if (own) return inItem(name, own, slot, known);
  if (type !== REGISTER) return undefined;
  const spec = Object.hasOwn(COMMON_FIELDS, name) ? COMMON_FIELDS[name as keyof typeof COMMON_FIELDS] : undefined;
  return spec && { kind: 'value', form: spec.kind, field: { name, spec, type: undefined, map: slot.in } };
}

function inItem(name: string, type: ItemType, slot: LoosePair, { ownFields }: ExpectedIn): Expected | undefined {
  if (name === 'status') return { kind: 'status', type };
  if (name === 'id') return { kind: 'id', type };
  const spec = fieldOf(type, name);
  if (spec) return { kind: 'value', form: spec.kind, field: { name, spec, type, map: slot.in } };
  const own = ownFields.get(name);
  return own && { kind: 'value', form: own, field: { name, spec: {}, type, map: slot.in } };
}

/** The type of a document: what is written, or meant; one that holds items and says nothing is a register. */
function documentType(root: LooseMap): string | undefined {
  const written = textOf(root, 'type');
  if (written !== undefined && written !== '')
    return DOCUMENT_TYPES.includes(written) ? written : nearest(written, DOCUMENT_TYPES);
  const holds = root.pairs.some(({ key, value }) => value?.kind === 'list' && typeOfCollection(key.text));
  return holds ? REGISTER : undefined;
}

/** The text that a key of a mapping has; undefined where it is not there, or holds something else. */
export function textOf(map: LooseMap, name: string): string | undefined {
  const value = map.pairs.find(({ key }) => canonicalFieldName(key.text) === name)?.value;
  return value?.kind === 'scalar' ? value.text.trim() : undefined;
}

/** The names of the fields that a mapping has, another pair than the given one's. */
export function namesIn(map: LooseMap | undefined, without?: LoosePair): ReadonlySet<string> {
  return new Set(map?.pairs.filter((pair) => pair !== without).map(({ key }) => canonicalFieldName(key.text)));
}
