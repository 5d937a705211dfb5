import type { Field } from '../parse/document.ts';
import { isEmpty, type YamlNode } from '../parse/yaml/node.ts';
import type { Item } from '../plan/item.ts';
import { boxesOf, tickedBoxes } from '../plan/references.ts';

/** What the fields of an item say, as it is written and whichever way: quotes, list styles and spaces aside. */
export function fieldTexts(item: Item): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, field] of item.parsed.fields) {
    if (!isEmpty(field.value)) texts.set(name, textOf(field));
  }
  // A status is read with its spelling and its aliases; without one, it follows from others.
  texts.set('status', item.status);
  if (!texts.has('title') && item.parsed.title !== undefined) texts.set('title', item.parsed.title);
  if (item.values.progress === 'checklist') texts.set('progress', `${tickedBoxes(item)} of ${boxesOf(item).length}`);
  return texts;
}

/** The entries of a field that is written as a list, of texts; undefined of any other. */
export function fieldEntries(item: Item, name: string): readonly string[] | undefined {
  const value = item.parsed.fields.get(name)?.value;
  return value?.kind === 'list' ? value.items.map((entry) => (entry ? written(entry) : '')) : undefined;
}

const textOf = ({ value }: Field): string => (value ? written(value) : '');

function written(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.text.normalize('NFC').trim();
    case 'list':
      return node.items.map((entry) => (entry ? written(entry) : '')).join(', ');
    case 'map':
      return node.pairs.map(({ key, value }) => `${key.text}: ${value ? written(value) : ''}`).join(', ');
  }
}
