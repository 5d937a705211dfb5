import { dependency, paper, reference } from '../model/fields.ts';
import type { Listed } from '../model/kinds/list.ts';
import type { Paper } from '../model/kinds/paper.ts';
import type { WrittenDependency, WrittenReference } from '../model/kinds/reference.ts';
import type { FieldValues } from '../model/registry.ts';
import type { Field } from './document.ts';

/** A reference of an item, and the field in which it stands. */
export interface FieldReference {
  readonly field: string;
  readonly written: WrittenReference | WrittenDependency;
}

const NONE: readonly FieldReference[] = [];

/** Everything that the fields of an item refer to, in the order in which it is written. */
export function writtenReferences(fields: ReadonlyMap<string, Field>, values: FieldValues): readonly FieldReference[] {
  const found: FieldReference[] = [];
  for (const { name, spec } of fields.values()) {
    if (!spec || !REFERRING.has(spec.kind.name)) continue;
    const value = values[name as 'goal' | 'affects'];
    if (value === undefined) continue;
    if (spec.kind.name === PAPERS) {
      for (const { value: paper } of value as unknown as readonly Listed<Paper>[])
        if (paper.reference) found.push({ field: name, written: paper.reference });
    } else if (Array.isArray(value)) {
      for (const entry of value as readonly Listed<WrittenReference>[])
        found.push({ field: name, written: entry.value });
    } else {
      found.push({ field: name, written: value as WrittenReference });
    }
  }
  return found.length > 0 ? found : NONE;
}

/** Papers are items only where they are no files. */
const PAPERS = `list of ${paper.name}`;

const REFERRING = new Set([...[reference, dependency].flatMap(({ name }) => [name, `list of ${name}`]), PAPERS]);
