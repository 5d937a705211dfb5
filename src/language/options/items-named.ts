import { fold } from '../../core/filter/fold.ts';
import { programOf } from '../../core/fixes/program-of.ts';
import { canonicalFieldName } from '../../core/model/field-name.ts';
import { parseReference } from '../../core/model/values/reference.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { foldedNames } from './folded-names.ts';
import { isOwn, type KnownOption } from './option-kind.ts';

/** The items that an option of a live block names: one of the view's own, or those that a filter takes for named. */
export function itemsNamed(known: KnownOption, document: ParsedDocument, plan: Plan): readonly Item[] {
  const { option, kind } = known;
  const name = option.value.normalize('NFC');
  if (name === '') return [];
  switch (kind) {
    case 'program': {
      const ids = known.isOwn ? [name] : foldedNames(plan).programs(name);
      return ids.flatMap((id) => plan.lookup.program(id) ?? []);
    }
    case 'workstream':
      return foldedNames(plan)
        .items(name)
        .filter(({ type, program }) => type.name === 'workstream' && mayBeOf(known, program));
    case 'item':
      return known.isOwn ? itemFocused(name, document, plan) : itemsFiltered(known, plan);
    default:
      return [];
  }
}

function itemFocused(written: string, document: ParsedDocument, plan: Plan): readonly Item[] {
  const name = parseReference(written);
  const target = name.ok ? plan.lookup.find(name.value, programOf(document, plan), ['any']).target : undefined;
  return target ? [target] : [];
}

/** The items that a filter by id, or by a field that refers to items, takes for named. */
export function itemsFiltered(known: KnownOption, plan: Plan): readonly Item[] {
  const { value, name: field } = known.option;
  const isById = canonicalFieldName(field) === 'id';
  const wanted = fold(value);
  const id = value.slice(value.lastIndexOf('/') + 1);
  return foldedNames(plan)
    .items(id)
    .filter((item) => fold(item.id) === wanted || fold(item.key) === wanted)
    .filter((item) => !isById || mayBeOf(known, item.program));
}

/** Whether the other options of a block let items of a program through. */
export const mayBeOf = ({ block, all }: KnownOption, program: string): boolean =>
  all.every((other) => {
    if (canonicalFieldName(other.name) !== 'program') return true;
    return isOwn(block, other) ? other.value === program : fold(other.value) === fold(program);
  });
