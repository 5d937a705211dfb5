import { canonicalFieldName } from '../model/field-name.ts';
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
  { config }: Plan,
): { readonly name: string; readonly spec: FieldSpec<unknown> } | undefined {
  const first = steps[0];
  if (first?.kind !== 'pair') return undefined;
  const collection = steps[1]?.kind === 'entry' ? collectionOf(first.pair) : undefined;
  const step = collection ? steps[2] : first;
  if (step?.kind !== 'pair') return undefined;
  // A register has the fields that it can hand down to its entries.
  const type = collection?.type ?? typeNamed(document.type) ?? workstream;
  const name = canonicalFieldName(step.pair.key.text);
  const own = config.ownFields.get(name);
  const spec = fieldOf(type, name) ?? (own ? { kind: own, doc: '' } : undefined);
  return spec && { name, spec };
}
