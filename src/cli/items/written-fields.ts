import type { Item } from '../../core/plan/item.ts';

/**
 * The fields of an item as they are written, by name, on one line each. What stands over several lines of the source is
 * drawn together; `except` names those that are told otherwise.
 */
export function writtenFields(item: Item, except: ReadonlySet<string> = new Set()): Map<string, string> {
  const written = new Map<string, string>();
  for (const { name, value } of item.parsed.fields.values()) {
    if (!value || except.has(name)) continue;
    const source = value.kind === 'scalar' ? value.text : item.document.text.slice(value.range.start, value.range.end);
    written.set(name, source.replace(/\s+/g, ' ').trim());
  }
  return written;
}
