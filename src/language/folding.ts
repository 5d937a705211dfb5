import type { YamlNode } from '../core/parse/yaml/node.ts';
import type { Range } from '../core/text/range.ts';
import type { DocumentNow } from './request.ts';

/**
 * What folds in a document beside its headings: the front matter, each item of several lines in it, each field of
 * several lines, and what a live block generates.
 */
export function foldsOf({ document, plan }: DocumentNow): readonly Range[] {
  const folds: Range[] = [document.frontMatter.range];
  for (const { parsed } of plan.itemsOf(document)) {
    if (parsed.form === 'entry') folds.push(parsed.range);
    for (const { key, value } of parsed.fields.values())
      if (value) folds.push({ start: key.range.start, end: endOf(value) });
  }
  for (const { range, close } of document.body.blocks) if (close) folds.push(range);
  const several = folds.filter(({ start, end }) => {
    const span = document.lines.span({ start, end });
    return span.end.line > span.start.line;
  });
  return several.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where a value ends, without the line break that belongs to a block of text. */
const endOf = ({ kind, range, ...node }: YamlNode): number =>
  kind === 'scalar' && 'style' in node && node.style === 'block' ? Math.max(range.start, range.end - 1) : range.end;
