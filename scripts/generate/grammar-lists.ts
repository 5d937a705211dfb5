import { COLLECTIONS, DOCUMENT_TYPES, fieldNames, fieldOf, ITEM_TYPES } from '../../src/core/model/registry.ts';
import { COMMON_STATUS_WORDS, statusesOf } from '../../src/core/model/status.ts';
import { LEVELS } from '../../src/core/model/values/scale.ts';
import type { GrammarLists } from './grammar.ts';

/** What the registry says of the format, as the grammar takes it. */
export function grammarLists(): GrammarLists {
  const fields = new Map<string, Set<string>>();
  const choices = new Set<string>();
  for (const type of ITEM_TYPES) {
    for (const name of fieldNames(type)) {
      // `type`, `id` and `status` have no kind; the grammar has patterns of their own for them.
      const kind = fieldOf(type, name)?.kind;
      if (!kind) continue;
      fields.set(name, (fields.get(name) ?? new Set()).add(kind.name.replace(/^list of /, '')));
      if (kind.name === 'choice') for (const word of kind.words ?? []) choices.add(word);
    }
  }
  return {
    types: DOCUMENT_TYPES,
    statuses: [...new Set([...ITEM_TYPES.flatMap(statusesOf), ...COMMON_STATUS_WORDS])],
    levels: LEVELS,
    choices: [...choices],
    collections: COLLECTIONS,
    fields,
  };
}
