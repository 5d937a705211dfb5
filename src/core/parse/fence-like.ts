import type { Range } from '../text/range.ts';

// What people and their tools write where a line `---` is meant: more or fewer hyphens, the dashes that a word processor
// makes of them, spaces and invisible characters around it, an escape, the other rules of Markdown.

const BLANK = '[ \\t\\u00a0\\u200b\\u2060\\ufeff]';
const DASH = '[-\\u2010-\\u2015\\u2212\\u2500\\ufe58\\ufe63\\uff0d]';
const DASHES = `\\\\?(?:-(?:${BLANK}?${DASH})+|(?!-)${DASH}(?:${BLANK}?${DASH})*)`;
const LINE = `${BLANK}{0,8}(?:${DASHES}|(?:\\*${BLANK}?){3,}|_{3,})${BLANK}*(?=[\\r\\n]|$)`;

const AT = new RegExp(LINE, 'y');
const ANYWHERE = new RegExp(`(?<=[\\r\\n])${LINE}`, 'g');

/** The line that begins at an offset, where it is a `---` or was meant as one; without the spaces at its end. */
export function fenceLikeAt(text: string, at: number): Range | undefined {
  AT.lastIndex = at;
  const found = AT.exec(text);
  return found ? { start: at, end: at + bare(found[0]).length } : undefined;
}

/** The first line between two offsets that was meant as a `---` and is none. It is never that of the first of them. */
export function misfencedWithin(text: string, start: number, end: number): Range | undefined {
  for (const found of text.slice(start, end).matchAll(ANYWHERE)) {
    if (!isFence(found[0])) return { start: start + found.index, end: start + found.index + bare(found[0]).length };
  }
  return undefined;
}

/** Whether a line is what opens and closes front matter. */
export const isFence = (line: string): boolean => /^---[ \t]*$/.test(line);

/** A line without what may stand at the end of any. Other blanks than these make it another line. */
const bare = (line: string): string => line.replace(/[ \t]+$/, '');
