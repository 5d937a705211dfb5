import { headOf, type WrittenOption } from '../../core/blocks/options.ts';
import { viewNamed } from '../../core/blocks/registry.ts';
import { canonicalFieldName } from '../../core/model/field-name.ts';
import { fieldOf, ITEM_TYPES } from '../../core/model/registry.ts';
import type { LiveBlock } from '../../core/parse/body/facts.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { holdsPeople } from '../../core/plan/written-people.ts';

/** What an option of a live block holds. */
export type OptionKind = 'item' | 'program' | 'workstream' | 'person' | 'tag' | 'other';

/** An option of a live block, with what it holds. */
export interface KnownOption {
  readonly block: LiveBlock;
  readonly option: WrittenOption;
  readonly kind: OptionKind;
  /** Whether it is the view's own, which takes a name as it is written; all others are filters on fields. */
  readonly isOwn: boolean;
  /** All options of the block, itself among them. */
  readonly all: readonly WrittenOption[];
}

/** The options of all live blocks of a document, with what they hold. */
export function* optionsIn(document: ParsedDocument, plan: Plan): Generator<KnownOption> {
  for (const block of document.body.blocks) yield* optionsOf(block, document, plan);
}

/** The options of a live block, with what they hold. */
export function optionsOf(block: LiveBlock, { text }: ParsedDocument, plan: Plan): readonly KnownOption[] {
  const all = headOf(block, text).options;
  return all.map((option) => ({
    ...{ block, option, all },
    kind: optionKind(block, option, plan),
    isOwn: isOwn(block, option),
  }));
}

/** Whether an option is the view's own, and no filter. */
export const isOwn = ({ view }: LiveBlock, { name }: WrittenOption): boolean =>
  Object.hasOwn(viewNamed(view)?.options ?? {}, name);

/** What an option of a live block holds: an item that it looks up, or a filter on a field. */
function optionKind(block: LiveBlock, option: WrittenOption, { config }: Plan): OptionKind {
  const { name } = option;
  if (isOwn(block, option)) return name === 'focus' ? 'item' : name === 'program' ? 'program' : 'other';
  const field = canonicalFieldName(name);
  if (field === 'program' || field === 'workstream') return field;
  if (field === 'id') return 'item';
  if (field === 'tags') return 'tag';
  const specs = ITEM_TYPES.flatMap((type) => fieldOf(type, field) ?? []);
  const own = config.ownFields.get(field);
  if ([...specs.map(({ kind }) => kind), ...(own ? [own] : [])].some(holdsPeople)) return 'person';
  return specs.some(({ refersTo }) => refersTo !== undefined) ? 'item' : 'other';
}
