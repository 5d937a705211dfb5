import { headOf, type WrittenOption } from '../../core/blocks/options.ts';
import { viewNamed } from '../../core/blocks/registry.ts';
import { programOf } from '../../core/fixes/program-of.ts';
import { canonicalFieldName } from '../../core/model/field-name.ts';
import { fieldOf, ITEM_TYPES } from '../../core/model/registry.ts';
import { parsePerson } from '../../core/model/values/person.ts';
import { parseReference } from '../../core/model/values/reference.ts';
import type { LiveBlock } from '../../core/parse/body/facts.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { askerOf } from './mentions.ts';
import { type NamesAfter, nameText } from './names-after.ts';
import { holdsPeople } from './people.ts';
import { nameAfter } from './references.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';

/** What an option of a live block holds. */
export type OptionKind = 'item' | 'program' | 'workstream' | 'person' | 'tag' | 'other';

/** What an option of a live block holds: an item that it looks up, or a filter on a field. */
export function optionKind({ view }: LiveBlock, { name }: WrittenOption, { config }: Plan): OptionKind {
  const own = viewNamed(view)?.options;
  if (own && Object.hasOwn(own, name)) return name === 'focus' ? 'item' : name === 'program' ? 'program' : 'other';
  const field = canonicalFieldName(name);
  if (field === 'program' || field === 'workstream') return field;
  if (field === 'id') return 'item';
  if (field === 'tags') return 'tag';
  const specs = ITEM_TYPES.flatMap((type) => fieldOf(type, field) ?? []);
  const kinds = [...specs.map(({ kind }) => kind.name), config.ownFields.get(field)?.name ?? ''];
  if (kinds.some((kind) => holdsPeople(field, kind))) return 'person';
  return specs.some(({ refersTo }) => refersTo !== undefined) ? 'item' : 'other';
}

/** Options of live blocks, with what they hold. */
export function* optionsIn(document: ParsedDocument, plan: Plan) {
  for (const block of document.body.blocks) {
    for (const option of headOf(block, document.text).options) {
      yield { block, option, kind: optionKind(block, option, plan) };
    }
  }
}

/** Changes the options of live blocks that name what has another id then. */
export function rewriteBlocks(document: ParsedDocument, plan: Plan, names: NamesAfter, rewriting: Rewriting): void {
  for (const { block, option, kind } of optionsIn(document, plan)) {
    if (kind !== 'item' && kind !== 'program' && kind !== 'workstream') continue;
    const isOwn = Object.hasOwn(viewNamed(block.view)?.options ?? {}, option.name);
    const to = isOwn
      ? ownOption(option, kind, document, plan, names)
      : filterAfter(option, kind, document, plan, names);
    if (to !== undefined && to !== option.value) rewriteOption(document, option, to, rewriting);
  }
}

function ownOption(
  { value, valueRange }: WrittenOption,
  kind: 'item' | 'program' | 'workstream',
  document: ParsedDocument,
  plan: Plan,
  names: NamesAfter,
): string | undefined {
  if (kind === 'program') return names.program(value);
  const name = parseReference(value);
  if (!name.ok || !names.concerns(name.value)) return undefined;
  return nameText(nameAfter(name.value, programOf(document, plan), names, document, valueRange));
}

/** Filters take no notice of case, and find every item of an id: one that several have stays. */
function filterAfter(
  { value, valueRange }: WrittenOption,
  kind: 'item' | 'program' | 'workstream',
  document: ParsedDocument,
  plan: Plan,
  names: NamesAfter,
): string | undefined {
  const asker = askerOf(document, plan);
  const name = parseReference(value);
  if (!name.ok) return undefined;
  if (kind === 'program') return names.program(value);
  const found = names.before(name.value, asker);
  if (kind === 'workstream') {
    const inOwn = names.before({ program: asker, id: name.value.id }, asker);
    const meant = isItem(inOwn) ? inOwn : isItem(found) ? found : undefined;
    return meant && isOnly(meant, plan) ? names.idOf(meant) : undefined;
  }
  if (!names.concerns(name.value)) return undefined;
  // An id alone finds the items of all programs that have it.
  if (name.value.program === undefined && plan.lookup.everywhere(name.value.id).length > 1) {
    throw new RenameRefused(
      `${placeIn(document, valueRange)} finds ${value} of several programs: write program/id first`,
    );
  }
  if (isItem(found) && found.type.name !== 'program' && name.value.program === undefined) {
    const id = names.idOf(found);
    const others = plan.lookup.everywhere(id).filter((other) => other !== found);
    const isShared = others.length > 0 || names.isNew(id, found);
    return isShared ? `${names.program(found.program)}/${id}` : id;
  }
  return nameText(nameAfter(name.value, asker, names, document, valueRange));
}

const isItem = (meaning: ReturnType<NamesAfter['before']>): meaning is Item =>
  meaning !== undefined && meaning !== 'several';

/** Whether no other program has an item of that id. */
const isOnly = ({ id }: Item, { lookup }: Plan): boolean => lookup.everywhere(id).length < 2;

/** Gives a person or a tag another name in the options of live blocks. */
export function rewriteWordInBlocks(
  document: ParsedDocument,
  plan: Plan,
  word: { readonly kind: 'person' | 'tag'; readonly from: string; readonly to: string },
  rewriting: Rewriting,
): void {
  for (const { option, kind } of optionsIn(document, plan)) {
    if (kind !== word.kind) continue;
    const said = word.kind === 'person' ? parsePerson(option.value).name : option.value;
    if (said.normalize('NFC') !== word.from) continue;
    rewriteOption(
      document,
      option,
      option.value.replace(said, () => word.to),
      rewriting,
    );
  }
}

/** Writes another value of an option, in quotes where it has some or needs some. */
export function rewriteOption(
  document: ParsedDocument,
  { valueRange }: WrittenOption,
  to: string,
  rewriting: Rewriting,
): void {
  const [first = ''] = document.text.slice(valueRange.start, valueRange.end);
  const needs = /[\s"']/.test(to) || to === '';
  const quote = ['"', "'"].includes(first) ? first : needs ? '"' : '';
  const fitting = quote !== '' && to.includes(quote) ? (quote === '"' ? "'" : '"') : quote;
  if ((fitting !== '' && to.includes(fitting)) || to.includes('--')) {
    throw new RenameRefused(`${placeIn(document, valueRange)}: no option of a live block can hold that name`);
  }
  rewriting.add(document, { range: valueRange, text: `${fitting}${to}${fitting}` });
}
