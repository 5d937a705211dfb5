import type { Item } from '../plan/item.ts';
import type { Finding } from '../rules/finding.ts';

/**
 * By what a finding is known again in another snapshot or on another day: its rule, its item and the words it stands
 * on. Neither the line, which moves, nor the message, which may count days, is part of it. Short, since many are kept.
 */
export function findingKey({ code, item, source, range }: Finding): string {
  const words = source.text.slice(range.start, Math.min(range.end, range.start + 100));
  return hash(`${code}\n${item?.key ?? source.path}\n${words}`);
}

/** By what the last responsible moment of an item is known again. */
export const momentKey = (item: Item): string => hash(`moment\n${item.key}`);

/** FNV-1a, 32 bits: two findings that are taken for each other now and then do no harm. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
