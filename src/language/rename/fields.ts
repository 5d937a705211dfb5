import { treeOf } from '../../core/fixes/edit/tree.ts';
import { fieldSpecOf } from '../../core/fixes/field-spec.ts';
import { canonicalFieldName } from '../../core/model/field-name.ts';
import { typeNamed } from '../../core/model/registry.ts';
import { workstream } from '../../core/model/types/workstream.ts';
import { collectionOf } from '../../core/parse/collections.ts';
import type { Field, ParsedDocument, ParsedItem } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** The fields of the items of a document, and of the document itself where it is a register, which is no item. */
export function* fieldsIn(document: ParsedDocument, plan: Plan): Generator<ParsedItem['fields']> {
  for (const { fields } of document.items) yield fields;
  const root = typeNamed(document.type) ? undefined : treeOf(document);
  if (!root) return;
  const own = new Map<string, Field>();
  for (const pair of root.pairs) {
    const name = canonicalFieldName(pair.key.text);
    if (collectionOf(pair) || own.has(name)) continue;
    // A register has the fields that it could hand down.
    own.set(name, { name, key: pair.key, value: pair.value, spec: fieldSpecOf(workstream, name, plan) });
  }
  yield own;
}
