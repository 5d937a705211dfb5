import type { Item } from '../plan/item.ts';
import { fieldEntries, fieldTexts } from './field-texts.ts';
import type { FieldChange } from './plan-diff.ts';
import type { RenamedReferences } from './renamed-references.ts';

/** Says nothing of a plan: which file holds an item, and by what name, is told otherwise. */
const SILENT = new Set(['id', 'type']);

/** The fields that say something else, in the order of the head; then those that are gone. */
export function fieldChanges(base: Item, head: Item, renamed: RenamedReferences): readonly FieldChange[] {
  const before = fieldTexts(base);
  const now = fieldTexts(head);
  const names = new Set([...now.keys(), ...before.keys()]);
  return [...names].flatMap((field): FieldChange[] => {
    const [was, is] = [before.get(field), now.get(field)];
    if (SILENT.has(field) || was === is || (was !== undefined && renamed(base, field, was) === is)) return [];
    return [{ field, base: was, head: is, ...entryChanges(base, head, field, renamed) }];
  });
}

/** Which entries came and went, where both sides are lists: nothing where only their order differs. */
function entryChanges(base: Item, head: Item, field: string, renamed: RenamedReferences): Pick<FieldChange, 'entries'> {
  const before = fieldEntries(base, field)?.map((entry) => renamed(base, field, entry));
  const now = fieldEntries(head, field);
  if (!before || !now) return {};
  const added = now.filter((entry) => !before.includes(entry));
  const removed = before.filter((entry) => !now.includes(entry));
  return added.length + removed.length > 0 ? { entries: { added, removed } } : {};
}
