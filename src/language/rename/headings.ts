import type { Heading } from '../../core/parse/body/facts.ts';
import { headingCandidates } from '../../core/parse/body/item-heading.ts';
import { plainText } from '../../core/parse/body/plain-text.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Range } from '../../core/text/range.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';

/** Changes the headings that name an item, in its own document; says which anchors of the author's own change with them. */
export function rewriteHeadings(item: Item, to: string, plan: Plan, rewriting: Rewriting): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const heading of headingsOf(item, plan)) {
    const stretches = idsIn(heading, item);
    if (stretches.length === 0) {
      // A heading of a file of its own that is nothing but the id is a title.
      if (item.parsed.form === 'file') continue;
      const place = placeIn(item.document, heading.range);
      throw new RenameRefused(`${place}: the heading names ${item.id} in a way that cannot be changed safely`);
    }
    for (const range of stretches) {
      rewriting.add(item.document, { range, text: to });
      if (item.document.text.slice(range.start - 2, range.start) === '{#') own.set(item.id, to);
    }
  }
  return own;
}

/** The headings that name an item: those that open the prose of an entry, or name the item of a file in passing. */
function headingsOf(item: Item, plan: Plan): readonly Heading[] {
  const entries = new Set(
    plan.itemsOf(item.document).flatMap(({ id, parsed }) => (parsed.form === 'entry' ? [id] : [])),
  );
  return item.document.body.headings.filter(({ text }) => {
    const candidates = headingCandidates(text);
    const entry = candidates.find((id) => entries.has(id));
    return item.parsed.form === 'entry' ? entry === item.id : entry === undefined && candidates.includes(item.id);
  });
}

/** An id that no heading has. */
const PROBE = 'milepost.probe';

/** How many places from either end of a heading are probed: markup before an id may hold its letters as well. */
const PROBED = 8;

/**
 * Where in a heading an id may be named: near its beginning, and near its end, where attribute and parentheses stand.
 * Each is read again with all of the heading, so that they are few, however often the letters of the id are in it.
 */
export function placesToProbe(source: string, id: string): readonly number[] {
  const first: number[] = [];
  const last: number[] = [];
  for (let at = source.indexOf(id); at >= 0; at = source.indexOf(id, at + 1)) {
    if (first.length < PROBED) first.push(at);
    else if (last.push(at) > PROBED) last.shift();
  }
  return [...first, ...last];
}

/** The stretches of a heading that name an item: in an attribute, at the beginning, in parentheses at the end. */
export function idsIn({ textRange }: Heading, { id, document, parsed }: Item): readonly Range[] {
  const source = document.text.slice(textRange.start, textRange.end);
  const isTitle = parsed.form === 'file' && plainText(source.replace(/\{#[^{}\s]*\}$/, '')).trim() === id;
  const found: Range[] = [];
  for (const at of placesToProbe(source, id)) {
    const isAttribute = source.startsWith('{#', at - 2);
    if (isTitle && !isAttribute) continue;
    // Another id in its place would be read there as well.
    const probed = `${source.slice(0, at)}${PROBE}${source.slice(at + id.length)}`;
    if (!headingCandidates(probed).includes(PROBE)) continue;
    found.push({ start: textRange.start + at, end: textRange.start + at + id.length });
  }
  return found;
}
