import type { Form } from '../model/kind.ts';
import type { Item } from '../plan/item.ts';
import type { Pair } from './match-items.ts';

/** What a field of an item said, with the names that items have now: a reference that follows a rename says the same. */
export type RenamedReferences = (item: Item, field: string, text: string) => string;

/** Puts new names in the place of old ones, where references of the base may stand. */
export function renamedReferences(pairs: readonly Pair[]): RenamedReferences {
  const names = new Map<string, { readonly id: string; readonly key: string }>();
  for (const { base, head } of pairs) if (base && head && base.key !== head.key) names.set(base.key, head);
  if (names.size === 0) return (_, __, text) => text;
  return (item, field, text) => {
    if (field === 'program') return names.get(text)?.id ?? text;
    if (!isReferring(item.type.fields[field]?.kind)) return text;
    return text.replace(NAMES, (name) =>
      name.includes('/') ? (names.get(name)?.key ?? name) : (names.get(`${item.program}/${name}`)?.id ?? name),
    );
  };
}

/** Ids, with their programs or without, between whatever else stands in references. */
const NAMES = /[^\s,:{}[\]"']+/g;

const isReferring = (kind: Form | undefined): boolean => {
  const name = (kind?.of ?? kind)?.name;
  return name === 'reference' || name === 'dependency';
};
