import type { Item } from '../plan/item.ts';
import { fieldTexts } from './field-texts.ts';
import type { FieldChange } from './plan-diff.ts';

/** Says nothing of a plan: which file holds an item, and by what name, is told otherwise. */
const SILENT = new Set(['id', 'type']);

/** The fields that say something else, in the order of the head; then those that are gone. */
export function fieldChanges(base: Item, head: Item): readonly FieldChange[] {
  const before = fieldTexts(base);
  const now = fieldTexts(head);
  const names = new Set([...now.keys(), ...before.keys()]);
  return [...names].flatMap((field) => {
    const [was, is] = [before.get(field), now.get(field)];
    return was === is || SILENT.has(field) ? [] : [{ field, base: was, head: is }];
  });
}
