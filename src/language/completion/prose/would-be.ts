import { scanBody } from '../../../core/parse/body/scan.ts';
import type { Range } from '../../../core/text/range.ts';

// Where code is, what stands in a list and what in a comment, only the reader of bodies knows: it is asked about the text
// as it would be. That costs as much as reading the body once, which each letter that is typed does anyway.

/** Whether a name that took the place of a stretch would be read as the target of a mention. */
export function wouldBeMention(text: string, bodyStart: number, { start, end }: Range, closing: string): boolean {
  const after = `${text.slice(0, start)}x${closing}${text.slice(end)}`;
  return scanBody(after, bodyStart).mentions.some(({ kind, range }) => kind === 'wiki' && range.start === start);
}

/** Whether the comment of a live block that took the place of a stretch would be read as one. */
export function wouldBeBlock(text: string, bodyStart: number, { start, end }: Range): boolean {
  const after = `${text.slice(0, start)}<!-- milepost x -->${text.slice(end)}`;
  return scanBody(after, bodyStart).blocks.some(({ open }) => open.start === start);
}
