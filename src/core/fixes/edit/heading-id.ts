import type { Heading } from '../../parse/body/facts.ts';
import { headingCandidates } from '../../parse/body/item-heading.ts';
import { plainText } from '../../parse/body/plain-text.ts';
import type { Item } from '../../plan/item.ts';
import type { Range } from '../../text/range.ts';

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
