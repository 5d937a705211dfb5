import { programOf } from '../../core/fixes/program-of.ts';
import type { WrittenReference } from '../../core/model/kinds/reference.ts';
import { headingCandidates } from '../../core/parse/body/item-heading.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { YamlNode, YamlScalar } from '../../core/parse/yaml/node.ts';
import type { Item } from '../../core/plan/item.ts';
import { itemAt } from '../../core/plan/item-at.ts';
import { mentionsOf } from '../../core/plan/mentions.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { findProgram, findWorkstream } from '../../core/plan/references.ts';
import type { Range } from '../../core/text/range.ts';
import { itemsNamed } from '../options/items-named.ts';
import { optionsOf } from '../options/option-kind.ts';
import type { PlaceNow } from '../request.ts';
import type { Place } from './place.ts';

/** What stands at a place; undefined where that is nothing that the plan knows of. The end of a word is part of it. */
export function placeAt({ plan, document, offset }: PlaceNow): Place | undefined {
  return offset <= document.frontMatter.range.end
    ? inFrontMatter(plan, document, offset)
    : inBody(plan, document, offset);
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

function inFrontMatter(plan: Plan, document: ParsedDocument, offset: number): Place | undefined {
  const item = itemAt(plan, document, offset);
  const inHolder = holderReference(plan, document, offset);
  if (inHolder) return inHolder;
  if (!item) return undefined;
  const reference = item.parsed.references.find(({ written }) => holds(written.range, offset));
  if (reference) {
    const { field, written } = reference;
    const found = plan.referencesFrom(item).find((each) => each.written === written);
    return { kind: 'reference', range: written.range, item, field, target: found?.target };
  }
  if (holds(item.idRange, offset)) return { kind: 'id', range: item.idRange, item };
  for (const field of item.parsed.fields.values()) {
    if (holds(field.key.range, offset)) return { kind: 'key', range: field.key.range, item, field };
    const scalar = field.value && holds(field.value.range, offset) ? scalarAt(field.value, offset) : undefined;
    if (scalar) return { kind: 'value', range: scalar.range, item, field, scalar };
  }
  return undefined;
}

/** The program or workstream that a register says its entries belong to. */
function holderReference(plan: Plan, { holder, items }: ParsedDocument, offset: number): Place | undefined {
  if (items.some(({ form }) => form === 'file')) return undefined;
  const place = (field: string, written: WrittenReference, target: Item | undefined): Place => ({
    kind: 'reference',
    range: written.range,
    item: undefined,
    field,
    target,
  });
  const { program, workstream } = holder;
  if (program && holds(program.range, offset))
    return place('program', program, findProgram(program, plan.lookup).target);
  if (workstream && holds(workstream.range, offset)) {
    const owner = program?.name.id ?? '';
    return place('workstream', workstream, findWorkstream(workstream, owner, plan.lookup).target);
  }
  return undefined;
}

/** The scalar of a value at an offset, however deep; keys of mappings are none. */
function scalarAt(node: YamlNode, offset: number): YamlScalar | undefined {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'list': {
      const entry = node.items.find((each) => each && holds(each.range, offset));
      return entry && scalarAt(entry, offset);
    }
    case 'map': {
      const pair = node.pairs.find(({ value }) => value && holds(value.range, offset));
      return pair?.value && scalarAt(pair.value, offset);
    }
  }
}

function inBody(plan: Plan, document: ParsedDocument, offset: number): Place | undefined {
  const { body } = document;
  const mention = mentionsOf(document, plan).found.find(({ range }) => holds(range, offset));
  if (mention) return { kind: 'mention', range: mention.range, target: mention.target };
  const block = body.blocks.find(({ open }) => holds(open, offset));
  if (block) {
    const known = optionsOf(block, document, plan).find(({ option }) => holds(option.valueRange, offset));
    if (!known) return { kind: 'block', range: block.open, block, target: undefined };
    const named = itemsNamed(known, document, plan);
    const program = programOf(document, plan);
    // A filter finds all of a name; of those, one of the document's own program is meant first.
    const target = named.length > 1 ? named.find((item) => item.program === program) : named[0];
    return { kind: 'block', range: known.option.valueRange, block, target };
  }
  const heading = body.headings.find(({ range }) => holds(range, offset));
  if (!heading) return undefined;
  const named = headingCandidates(heading.text.normalize('NFC'));
  const entries = plan.itemsOf(document).filter(({ parsed }) => parsed.form === 'entry');
  const item = named.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])[0];
  return item && { kind: 'heading', range: heading.textRange, item };
}
