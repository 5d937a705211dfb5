import type { ParsedDocument, ParsedItem } from '../core/parse/document.ts';
import type { Range } from '../core/text/range.ts';

/**
 * The stretches of a document that are an item's own: its prose, and its front matter without the entries in it, which
 * are items of their own.
 */
export function ownRanges(item: ParsedItem, { items, text }: ParsedDocument): readonly Range[] {
  if (item.form === 'entry') return [item.range, ...item.prose];
  const ranges: Range[] = [];
  let { start } = item.range;
  for (const entry of items) {
    if (entry.form !== 'entry') continue;
    // From line to line: a dash belongs to its entry.
    const from = text.lastIndexOf('\n', entry.range.start - 1) + 1;
    if (from > start) ranges.push({ start, end: from });
    const lineEnd = text.indexOf('\n', entry.range.end);
    start = Math.max(start, lineEnd < 0 ? text.length : lineEnd + 1);
  }
  if (start < item.range.end) ranges.push({ start, end: item.range.end });
  return [...ranges, ...item.prose];
}
