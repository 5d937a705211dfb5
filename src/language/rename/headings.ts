import { idsIn } from '../../core/fixes/edit/heading-id.ts';
import type { Heading } from '../../core/parse/body/facts.ts';
import { headingCandidates } from '../../core/parse/body/item-heading.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
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
