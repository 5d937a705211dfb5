import { fieldRank } from '../../../core/fixes/edit/field-order.ts';
import { COMMON_FIELDS, type ItemType } from '../../../core/model/item-type.ts';
import type { Form } from '../../../core/model/kind.ts';
import {
  COLLECTIONS,
  fieldNames,
  fieldOf,
  ITEM_TYPES,
  mayHoldItems,
  REGISTER,
  typeNamed,
  typeOfCollection,
} from '../../../core/model/registry.ts';
import { statusesOf } from '../../../core/model/status.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { newItemText } from '../../../core/scaffold/new-item.ts';
import { oneOf, withArticle } from '../../../core/text/words.ts';
import type { Key } from './key.ts';

/**
 * The fields that an item of a type still lacks: those first that a new one is written with, then those that items of
 * its type have most, then its own, as the type names them, before those of all items.
 */
export function fieldKeys(type: ItemType, present: ReadonlySet<string>, form: 'file' | 'entry', plan: Plan): Key[] {
  const projects = [...plan.config.ownFields].map(
    ([name, kind]): Key => ({ name, kind: 'field', doc: 'A field of this project.', form: kind }),
  );
  const names = fieldNames(type).filter((name) => name !== 'type' || form === 'file');
  const uses = usesOf(type, plan);
  const usual = usualOf(type);
  const place = (name: string): number => (usual.includes(name) ? usual.indexOf(name) - usual.length : 0);
  const own = Object.keys(type.fields);
  const ownPlace = (name: string): number => (own.includes(name) ? own.indexOf(name) : own.length);
  const keys = names
    .map((name) => keyOf(type, name))
    .concat(projects)
    .filter(({ name }) => !present.has(name));
  return keys.sort(
    (a, b) =>
      place(a.name) - place(b.name) ||
      (uses.get(b.name) ?? 0) - (uses.get(a.name) ?? 0) ||
      ownPlace(a.name) - ownPlace(b.name) ||
      (fieldRank(a.name) ?? 1000) - (fieldRank(b.name) ?? 1000),
  );
}

/** What the front matter of a document still lacks, by its type: fields, then collections. */
export function documentKeys(type: string | undefined, present: ReadonlySet<string>, plan: Plan): Key[] {
  const own = type === undefined ? undefined : typeNamed(type);
  const fields = own ? fieldKeys(own, present, 'file', plan) : [TYPE, ...(type === REGISTER ? registerKeys() : [])];
  const collections = type === undefined || mayHoldItems(type) ? COLLECTIONS.map(collectionKey) : [];
  return [...fields, ...collections].filter(({ name }) => !present.has(name));
}

const TYPE: Key = {
  name: 'type',
  kind: 'field',
  doc: 'In a file: what it is. An entry of a collection needs none.',
  form: { name: 'type', form: oneOf([...ITEM_TYPES.map(({ name }) => name), REGISTER]) },
};

function keyOf(type: ItemType, name: string): Key {
  if (name === 'type') return TYPE;
  if (name === 'id')
    return { name, kind: 'field', doc: 'Its name in references.', form: { name, form: 'a word such as api-freeze' } };
  if (name === 'status')
    return { name, kind: 'field', doc: 'How it stands.', form: { name, form: oneOf(statusesOf(type)) } };
  const spec = fieldOf(type, name);
  return { name, kind: 'field', doc: spec?.doc ?? '', form: spec?.kind ?? { name: 'anything', form: '' } };
}

const registerKeys = (): Key[] =>
  Object.entries(COMMON_FIELDS).map(([name, { kind, doc }]) => ({ name, kind: 'field', doc, form: kind }));

function collectionKey(name: string): Key {
  const type = typeOfCollection(name) as ItemType;
  return {
    name,
    kind: 'collection',
    doc: type.doc,
    form: { name: 'items', form: `${withArticle(type.name)} for each entry` },
  };
}

/** The fields that a new item of a type is written with, in their order. */
function usualOf(type: ItemType): readonly string[] {
  let usual = usualFields.get(type);
  if (!usual) {
    const x = 'x';
    const text = newItemText({ type, id: x, title: x, owner: x, from: x, due: x, today: 0 });
    usual = [...text.matchAll(/^(\w+):/gm)].map(([, name]) => name as string);
    usualFields.set(type, usual);
  }
  return usual;
}

const usualFields = new Map<ItemType, readonly string[]>();

/** How many items of a type have each field. */
function usesOf(type: ItemType, plan: Plan): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const item of plan.items) {
    if (item.type !== type) continue;
    for (const name of item.parsed.fields.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

/** The keys of a mapping that is a value. */
export function formKeys({ keys = {} }: Form, present: ReadonlySet<string>): Key[] {
  return Object.entries(keys).flatMap(([name, form]) =>
    present.has(name) ? [] : [{ name, kind: 'field', doc: form.doc ?? '', form } satisfies Key],
  );
}
