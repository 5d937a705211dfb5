import type { ParsedDocument, ParsedItem } from '../core/parse/document.ts';
import { type Range, without } from '../core/text/range.ts';

/**
 * The stretches of a document that are an item's own: its prose, and its front matter without the entries in it, which
 * are items of their own. What stands in live blocks is nobody's: to bring them up to date touches no item.
 */
export function ownRanges(item: ParsedItem, document: ParsedDocument): readonly Range[] {
  const { items, text } = document;
  const prose = proseOf(item, document);
  if (item.form === 'entry') return [item.range, ...prose];
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
  return [...ranges, ...prose];
}

/** The prose of an item without what is generated in it: the lines after an opening comment, its closing one included. */
function proseOf({ prose }: ParsedItem, { body, text }: ParsedDocument): readonly Range[] {
  const generated = body.blocks.flatMap(({ content, close }) =>
    close ? [{ start: content.start, end: nextLine(text, close.end) }] : [],
  );
  return generated.length === 0 ? prose : prose.flatMap((range) => without(range, generated));
}

function nextLine(text: string, offset: number): number {
  const end = /\r\n|\r|\n/g;
  end.lastIndex = offset;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}
