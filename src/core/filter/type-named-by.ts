import type { ItemType } from '../model/item-type.ts';
import { ITEM_TYPES } from '../model/registry.ts';

/** The type that a word names, in the singular or the plural: people list `risks`, and write a new `risk`. */
export function typeNamedBy(word: string): ItemType | undefined {
  const wanted = word.toLowerCase();
  return ITEM_TYPES.find(({ name, plural }) => name === wanted || plural === wanted);
}
