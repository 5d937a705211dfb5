import { fold } from '../core/filter/fold.ts';
import type { WrittenReference } from '../core/model/kinds/reference.ts';
import { headingCandidates } from '../core/parse/body/item-heading.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import type { Item } from '../core/plan/item.ts';
import { type FoundMention, mentionsOf } from '../core/plan/mentions.ts';
import type { Plan } from '../core/plan/plan.ts';
import { findProgram, findWorkstream } from '../core/plan/references.ts';
import type { Range } from '../core/text/range.ts';
import { itemsNamed } from './options/items-named.ts';
import { optionsIn } from './options/option-kind.ts';
import { itemMeant } from './place/item-meant.ts';
import { placeAt } from './place/place-at.ts';
import type { Location, PlaceNow } from './request.ts';

/** A place that names an item. */
export interface FoundReference extends Location {
  /** Its id where it is written; a field, such as `depends_on`; or where in the prose it stands. */
  readonly kind: 'declaration' | 'heading' | 'mention' | 'block' | (string & {});
  /** The item that says it; none where a document does. */
  readonly from: Item | undefined;
}

/** Every place that names the item which is named at a place, in the order of the plan; its own id first. */
export function referencesAt(asked: PlaceNow): readonly FoundReference[] {
  const place = placeAt(asked);
  const item = place && itemMeant(place);
  return item ? referencesTo(item, asked.plan) : [];
}

/** The places in the same document that name the item which is named at a place. */
export function highlightsAt(asked: PlaceNow): readonly FoundReference[] {
  const place = placeAt(asked);
  const item = place && itemMeant(place);
  return item ? referencesIn(asked.document, item, asked.plan) : [];
}

/** Every place in a plan that names an item. */
export function referencesTo(item: Item, plan: Plan): readonly FoundReference[] {
  const found = [...plan.referencesTo(item).map(ofField), ...headingsOf(item)];
  // Few documents of thousands have anything here.
  for (const [index, document] of plan.documents.entries()) {
    const mentions = plan.mentions[index]?.found ?? [];
    if (document.isHolder) found.push(...inHolder(document, item, plan));
    if (mentions.length > 0) found.push(...inProse(mentions, item));
    if (document.body.blocks.length > 0) found.push(...inBlocks(document, item, plan));
  }
  const order = plan.parts.outline.documents;
  const at = ({ document }: Location): number => order.get(document.path) ?? 0;
  return [declarationOf(item), ...found.sort((a, b) => at(a) - at(b) || a.range.start - b.range.start)];
}

const inProse = (mentions: readonly FoundMention[], item: Item): readonly FoundReference[] =>
  mentions.flatMap(({ target, document, range, item: from }) =>
    target === item ? [{ kind: 'mention', document, range, from }] : [],
  );

/** Every place in a document that names an item. */
function referencesIn(document: ParsedDocument, item: Item, plan: Plan): readonly FoundReference[] {
  const inFields = plan.itemsOf(document).flatMap((from) => plan.referencesFrom(from));
  return [
    ...(item.document === document ? [declarationOf(item), ...headingsOf(item)] : []),
    ...inFields.filter(({ target }) => target === item).map(ofField),
    ...inHolder(document, item, plan),
    ...inProse(mentionsOf(document, plan).found, item),
    ...inBlocks(document, item, plan),
  ].sort((a, b) => a.range.start - b.range.start);
}

const ofField = ({ field, from, written }: ReturnType<Plan['referencesTo']>[number]): FoundReference => ({
  ...{ kind: field, document: from.document, range: written.range, from },
});

const declarationOf = (item: Item): FoundReference => ({
  ...{ kind: 'declaration', document: item.document, range: item.idRange, from: item },
});

/** The headings that open the prose of an entry. */
function headingsOf(item: Item): readonly FoundReference[] {
  const { document, parsed } = item;
  if (parsed.form !== 'entry') return [];
  const starts = new Set(parsed.prose.map(({ start }) => start));
  return document.body.headings.flatMap(({ range, text, textRange }) => {
    if (!starts.has(range.start)) return [];
    const id = headingCandidates(text.normalize('NFC')).includes(item.id)
      ? idIn(textRange, document, item.id)
      : textRange;
    return [{ kind: 'heading', document, range: id, from: item }];
  });
}

/** The id in a heading, where it is written as it is; else all of the heading. */
function idIn(range: Range, { text }: ParsedDocument, id: string): Range {
  const at = text.slice(range.start, range.end).indexOf(id);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + id.length };
}

/** What a register says its entries belong to. */
function inHolder(document: ParsedDocument, item: Item, plan: Plan): readonly FoundReference[] {
  if (!document.isHolder || document.items.some(({ form }) => form === 'file')) return [];
  const { program, workstream } = document.holder;
  const place = (kind: string, { range }: WrittenReference): FoundReference => ({
    kind,
    document,
    range,
    from: undefined,
  });
  return [
    ...(program && findProgram(program, plan.lookup).target === item ? [place('program', program)] : []),
    ...(workstream && findWorkstream(workstream, program?.name.id ?? '', plan.lookup).target === item
      ? [place('workstream', workstream)]
      : []),
  ];
}

/** The options of live blocks that name an item. */
function inBlocks(document: ParsedDocument, item: Item, plan: Plan): readonly FoundReference[] {
  const from = plan.itemsOf(document)[0];
  const end = fold(item.id);
  const found: FoundReference[] = [];
  for (const known of optionsIn(document, plan)) {
    const { value, valueRange: range } = known.option;
    // Few options name this item: only those are looked up.
    if (!fold(value).endsWith(end) || !itemsNamed(known, document, plan).includes(item)) continue;
    found.push({ kind: 'block', document, range, from });
  }
  return found;
}
