import type { YamlNode } from '../../core/parse/yaml/node.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Range } from '../../core/text/range.ts';

/** The fields of an item as they are written, by name: what stands over several lines of the source is drawn together. */
export function writtenFields(item: Item): Map<string, string> {
  const written = new Map<string, string>();
  for (const { name, value } of item.parsed.fields.values()) {
    if (value) written.set(name, onOneLine(value, item));
  }
  return written;
}

/** The same with a line for each entry of a list, or of a mapping, that is written with a line for each. */
export function writtenLines(item: Item): Map<string, readonly string[]> {
  const written = new Map<string, readonly string[]>();
  for (const { name, value } of item.parsed.fields.values()) {
    if (value) written.set(name, entriesOf(value, item) ?? [onOneLine(value, item)]);
  }
  return written;
}

/** The entries of what is written in YAML's block style; undefined for anything else. */
function entriesOf(value: YamlNode, item: Item): readonly string[] | undefined {
  if (value.kind === 'scalar' || value.flow) return undefined;
  if (value.kind === 'list') return value.items.flatMap((entry) => (entry ? [onOneLine(entry, item)] : []));
  return value.pairs.map(({ key, value: of }) =>
    drawnTogether(item, { start: key.range.start, end: (of ?? key).range.end }),
  );
}

function onOneLine(value: YamlNode, item: Item): string {
  if (value.kind === 'scalar') return withoutBreaks(value.text);
  // What a decision record says in several places stands together nowhere.
  const isApart = value.kind === 'list' && !/[[-]/.test(item.document.text.charAt(value.range.start));
  if (!isApart) return drawnTogether(item, value.range);
  return value.items.flatMap((entry) => (entry ? [onOneLine(entry, item)] : [])).join(', ');
}

const drawnTogether = (item: Item, { start, end }: Range): string =>
  withoutBreaks(item.document.text.slice(start, end));

const withoutBreaks = (text: string): string => text.replace(/\s+/g, ' ').trim();
