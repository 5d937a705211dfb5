import { plainText } from './plain-text.ts';

const ID = '[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*';
const LEADING_ID = new RegExp(`^${ID}`, 'u');
const WHOLE_ID = new RegExp(`^${ID}$`, 'u');
const AFTER_ID = /^(?:\s*:|\s+[-–—]|[–—]\s)/;
const ATTRIBUTE = /\{#([^{}\s]*)\}$/;
const PARENTHESES = /\(([^()\s]*)\)$/;

/**
 * The ids that a heading may name, from the source of its content, in NFC; which of them exist is for the plan to say.
 * The surest comes first: `{#id}`, which has no other purpose; then the id that the heading is, or begins with before a
 * colon or a dash; then the `(id)` that it ends in, which may as well be another item that the heading speaks of.
 */
export function headingCandidates(text: string): string[] {
  const heading = plainText(text).normalize('NFC').trim();
  const attribute = ATTRIBUTE.exec(heading);
  const rest = attribute ? heading.slice(0, attribute.index).trimEnd() : heading;
  const found = [attribute?.[1], leadingId(rest), PARENTHESES.exec(rest)?.[1]];
  return [...new Set(found.filter((id) => id !== undefined && WHOLE_ID.test(id)))] as string[];
}

/**
 * The id that a heading is or begins with. A dash has a space on one side at least. An id may hold hyphens and end in
 * one, but a hyphen before a space is punctuation: `R-1- Vendor` names `R-1`.
 */
function leadingId(heading: string): string | undefined {
  const id = LEADING_ID.exec(heading)?.[0];
  if (id === undefined) return undefined;
  const rest = heading.slice(id.length);
  if (rest === '' || AFTER_ID.test(rest)) return id;
  return id.endsWith('-') && /^\s/.test(rest) ? id.replace(/-+$/, '') : undefined;
}
