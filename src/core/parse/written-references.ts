import type { WrittenReference } from '../model/kinds/reference.ts';
import type { FieldValues } from '../model/registry.ts';
import type { Field } from './document.ts';

/** A reference of an item, and the field in which it stands. */
export interface FieldReference {
  readonly field: string;
  readonly written: WrittenReference;
}

const NONE: readonly FieldReference[] = [];

/** Everything that the fields of an item refer to, in the order in which it is written. */
export function writtenReferences(fields: ReadonlyMap<string, Field>, values: FieldValues): readonly FieldReference[] {
  const found: FieldReference[] = [];
  for (const { name, spec } of fields.values()) {
    if (!spec?.kind.references) continue;
    const value: unknown = values[name as 'goal'];
    if (value === undefined) continue;
    for (const written of spec.kind.references(value)) found.push({ field: name, written });
  }
  return found.length > 0 ? found : NONE;
}
