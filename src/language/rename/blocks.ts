import type { WrittenOption } from '../../core/blocks/options.ts';
import { fold } from '../../core/filter/fold.ts';
import { programOf } from '../../core/fixes/program-of.ts';
import { shown } from '../../core/fixes/words.ts';
import { parsePerson } from '../../core/model/values/person.ts';
import { parseReference } from '../../core/model/values/reference.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { optionsIn } from '../options/option-kind.ts';
import { filterAfter } from './filters.ts';
import { type NamesAfter, nameText } from './names-after.ts';
import { nameAfter } from './references.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';

/** Changes the options of live blocks that name what has another id then. */
export function rewriteBlocks(document: ParsedDocument, plan: Plan, names: NamesAfter, rewriting: Rewriting): void {
  for (const known of optionsIn(document, plan)) {
    const { option, kind, isOwn } = known;
    if (kind !== 'item' && kind !== 'program' && kind !== 'workstream') continue;
    const to = isOwn
      ? ownOption(option, kind, document, plan, names)
      : filterAfter({ known, document, plan }, names.change);
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

/** Gives a person or a tag another name in the options of live blocks, which are filters and take no notice of case. */
export function rewriteWordInBlocks(
  document: ParsedDocument,
  plan: Plan,
  word: { readonly kind: 'person' | 'tag'; readonly from: string; readonly to: string; readonly twin?: string },
  rewriting: Rewriting,
): void {
  for (const { option, kind } of optionsIn(document, plan)) {
    if (kind !== word.kind) continue;
    const said = word.kind === 'person' ? parsePerson(option.value).name : option.value;
    if (said === '' || fold(said) !== fold(word.from)) continue;
    if (word.twin !== undefined) {
      throw new RenameRefused(
        `${placeIn(document, option.valueRange)} finds ${shown(word.from)} and ${shown(word.twin)}, which differ in case alone: make them one first`,
      );
    }
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
