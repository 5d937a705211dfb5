import { replacePart } from '../../core/fixes/edit/replace-part.ts';
import { pairNamed, treeOf } from '../../core/fixes/edit/tree.ts';
import type { WrittenReference } from '../../core/model/kinds/reference.ts';
import type { ReferenceName } from '../../core/model/values/reference.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { YamlNode } from '../../core/parse/yaml/node.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Range } from '../../core/text/range.ts';
import { type NamesAfter, nameText } from './names-after.ts';
import { isInLink } from './record-links.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';
import { scalarAt } from './scalars.ts';

/** Changes what the fields of an item refer to by a name that changes, or that would come to mean something else. */
export function rewriteReferences(item: Item, names: NamesAfter, rewriting: Rewriting): void {
  for (const { field, written } of item.parsed.references) {
    if (!names.concerns(written.name) || isInLink(item.document, written)) continue;
    const value = item.parsed.fields.get(field)?.value;
    const name =
      field === 'program'
        ? programAfter(written.name, names)
        : field === 'workstream'
          ? workstreamAfter(written.name, item.program, names)
          : nameAfter(written.name, item.program, names, item.document, written.range);
    rewrite(item.document, value, written, name, rewriting);
  }
}

/** The same of what a register says of its entries. */
export function rewriteHolder(
  document: ParsedDocument,
  program: string,
  names: NamesAfter,
  rewriting: Rewriting,
): void {
  const { holder } = document;
  for (const [field, written] of [
    ['program', holder.program],
    ['workstream', holder.workstream],
  ] as const) {
    if (!written || !names.concerns(written.name)) continue;
    const root = treeOf(document);
    const value = root && pairNamed(root, field)?.value;
    const name =
      field === 'program' ? programAfter(written.name, names) : workstreamAfter(written.name, program, names);
    rewrite(document, value, written, name, rewriting);
  }
}

/** Writes another name in the place of one. */
export function rewrite(
  document: ParsedDocument,
  value: YamlNode | undefined,
  { text, range }: WrittenReference,
  name: ReferenceName,
  rewriting: Rewriting,
): void {
  const to = nameText(name);
  if (to === text.normalize('NFC')) return;
  const scalar = scalarAt(value, range);
  rewriting.addOrRefuse(document, scalar && replacePart(document.text, scalar, text, to), range);
}

/** How a name that means an item, a program alone, several items or nothing now means the same then. */
export function nameAfter(
  name: ReferenceName,
  asker: string,
  names: NamesAfter,
  document: ParsedDocument,
  range: Range,
): ReferenceName {
  const before = names.before(name, asker);
  const program = names.program(asker);
  if (before === undefined || before === 'several') {
    const kept = name.program === undefined ? name : { ...name, program: names.program(name.program) };
    if (names.after(kept, program) === before) return kept;
    const now = before ? 'can mean several items' : 'leads nowhere';
    throw new RenameRefused(
      `${placeIn(document, range)} names ${nameText(name)}, which ${now}, and would then lead to an item: correct that first`,
    );
  }
  const after = names.nameFor(before, name, program);
  if (after) return after;
  throw new RenameRefused(
    `${placeIn(document, range)} means ${before.key}, and no name would lead there any more: another item would take it`,
  );
}

const programAfter = ({ id }: ReferenceName, names: NamesAfter): ReferenceName => ({ id: names.program(id) });

/** Workstreams are those of the item's own program, by whatever name: described or not. */
function workstreamAfter(name: ReferenceName, asker: string, names: NamesAfter): ReferenceName {
  const target = names.before({ program: asker, id: name.id }, asker);
  const isElsewhere = name.program !== undefined && name.program !== asker;
  const id = isElsewhere || target === undefined || target === 'several' ? name.id : names.idOf(target);
  return name.program === undefined ? { id } : { program: names.program(name.program), id };
}
