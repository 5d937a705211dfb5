import { canonicalFieldName } from '../model/field-name.ts';
import type { ItemType } from '../model/item-type.ts';
import type { FieldSpec } from '../model/kind.ts';
import { fieldOf, typeNamed } from '../model/registry.ts';
import { workstream } from '../model/types/workstream.ts';
import { collectionOf } from '../parse/collections.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';
import type { Step } from './edit/tree.ts';

/** The field that steps down the front matter of a document lead into, and what it holds. */
export function fieldSpecAt(
  document: ParsedDocument,
  steps: readonly Step[],
  plan: Plan,
): { readonly name: string; readonly spec: FieldSpec<unknown> } | undefined {
  const found = pairAt(document, steps);
  if (!found) return undefined;
  const name = canonicalFieldName(found.step.pair.key.text);
  const spec = fieldSpecOf(found.type, name, plan);
  return spec && { name, spec };
}

/** What a field of a name holds in items of a type; undefined where they have none. */
export function fieldSpecOf(type: ItemType, name: string, { config }: Plan): FieldSpec<unknown> | undefined {
  const own = config.ownFields.get(name);
  return fieldOf(type, name) ?? (own ? { kind: own, doc: '' } : undefined);
}

/** The field of an item, or of a register, that steps lead into, and the type of what it is a field of. */
export function pairAt(
  document: ParsedDocument,
  steps: readonly Step[],
): { readonly step: Extract<Step, { kind: 'pair' }>; readonly type: ItemType; readonly depth: number } | undefined {
  const first = steps[0];
  if (first?.kind !== 'pair') return undefined;
  const collection = steps[1]?.kind === 'entry' ? collectionOf(first.pair) : undefined;
  const step = collection ? steps[2] : first;
  if (step?.kind !== 'pair') return undefined;
  // A register has the fields that it can hand down to its entries.
  const type = collection?.type ?? typeNamed(document.type) ?? workstream;
  return { step, type, depth: collection ? 3 : 1 };
}
