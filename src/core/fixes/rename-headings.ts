import type { Heading } from '../parse/body/facts.ts';
import { headingCandidates } from '../parse/body/item-heading.ts';
import { headingSlugs } from '../parse/body/slug.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';
import { mentionsIn } from '../plan/mentions.ts';
import type { Plan } from '../plan/plan.ts';
import { isWritable } from './documents.ts';
import { idsIn } from './edit/heading-id.ts';
import type { DocumentEdit } from './fix.ts';

/** Edits that give the headings of an item's prose its new id, and the links to them their new anchors. */
export function renameHeadings(item: Item, id: string, others: readonly Item[], plan: Plan): readonly DocumentEdit[] {
  const { document } = item;
  if (item.parsed.form !== 'entry') return [];
  const renamed = new Map<Heading, readonly DocumentEdit[]>();
  for (const heading of headingsOf(item, others, plan)) {
    const edits = idsIn(heading, item).map((range) => ({ path: document.path, range, text: id }));
    if (edits.length > 0) renamed.set(heading, edits);
  }
  return renamed.size === 0 ? [] : [...[...renamed.values()].flat(), ...renameLinks(document, renamed, plan)];
}

/** The headings that name an item: of several items of that id in the document, its own, as far as that can be told. */
function headingsOf(item: Item, others: readonly Item[], plan: Plan): readonly Heading[] {
  const entries = plan.itemsOf(item.document).filter(({ parsed }) => parsed.form === 'entry');
  const ids = new Set(entries.map((entry) => entry.id));
  const named = item.document.body.headings.filter(
    ({ text }) => headingCandidates(text.normalize('NFC')).find((candidate) => ids.has(candidate)) === item.id,
  );
  const twins = [item, ...others.filter(({ document }) => document === item.document)];
  if (twins.length === 1) return named;
  const byTitle = named.filter(({ text }) => item.parsed.title !== undefined && text.includes(item.parsed.title));
  const isOwnTitle = twins.every((twin) => twin === item || twin.parsed.title !== item.parsed.title);
  if (byTitle.length > 0 && isOwnTitle) return byTitle;
  // As many headings as items: each item has the one in its place.
  const place = twins.sort((a, b) => a.index - b.index).indexOf(item);
  return named.length === twins.length ? named.slice(place, place + 1) : [];
}

/** The links to headings of a document whose anchors change with their texts. */
function renameLinks(
  document: ParsedDocument,
  renamed: ReadonlyMap<Heading, readonly DocumentEdit[]>,
  plan: Plan,
): readonly DocumentEdit[] {
  const { headings } = document.body;
  const before = headingSlugs(headings.map(({ text }) => text));
  const after = headingSlugs(headings.map((heading) => changed(document.text, heading, renamed.get(heading))));
  const anchors = new Map(before.map((slug, index) => [slug, after[index] as string]));
  return mentionsIn(plan).flatMap(({ document: from, target, range }): DocumentEdit[] => {
    if (target?.document !== document || !isWritable(from)) return [];
    const written = from.text.slice(range.start, range.end);
    const hash = written.indexOf('#');
    const old = hash < 0 ? undefined : written.slice(hash + 1).toLowerCase();
    const anchor = old === undefined ? undefined : anchors.get(old);
    if (anchor === undefined || anchor === old || from.text[range.start - 1] === '[') return [];
    return [{ path: from.path, range: { start: range.start + hash + 1, end: range.end }, text: anchor }];
  });
}

/** The content of a heading once its edits are made, which are in the order of their places. */
function changed(text: string, { textRange, text: content }: Heading, edits: readonly DocumentEdit[] = []): string {
  if (edits.length === 0) return content;
  let at = textRange.start;
  let after = '';
  for (const edit of edits) {
    after += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return after + text.slice(at, textRange.end);
}
