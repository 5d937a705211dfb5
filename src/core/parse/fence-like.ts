import type { Range } from '../text/range.ts';
import { BlockTexts } from './block-texts.ts';

// What people and their tools write where a line `---` is meant: more or fewer hyphens, the dashes that a word processor
// makes of them, spaces and invisible characters around it, an escape, the other rules of Markdown.

const BLANK = '[ \\t\\u00a0\\u200b\\u2060\\ufeff]';
const DASH = '[-\\u2010-\\u2015\\u2212\\u2500\\ufe58\\ufe63\\uff0d]';
/** `- —` is an entry of a list, where somebody had nothing to write. */
const DASHES = `\\\\?(?:(?!-${BLANK}${DASH}${BLANK}*(?:[\\r\\n]|$))-(?:${BLANK}?${DASH})+|(?!-)${DASH}(?:${BLANK}?${DASH})*)`;
const LINE = `${BLANK}{0,8}(?:${DASHES}|(?:\\*${BLANK}?){3,}|_{3,})${BLANK}*(?=[\\r\\n]|$)`;

const AT = new RegExp(LINE, 'y');

/** The line that begins at an offset, where it is a `---` or was meant as one; without the spaces at its end. */
export function fenceLikeAt(text: string, at: number): Range | undefined {
  AT.lastIndex = at;
  const found = AT.exec(text);
  return found ? { start: at, end: at + bare(found[0]).length } : undefined;
}

/** The first line between two offsets that was meant as a `---` and is none. It is never that of the first of them. */
export function misfencedWithin(text: string, start: number, end: number): Range | undefined {
  const texts = new BlockTexts();
  for (const { index, 0: line } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    if (texts.hold(line) || index === 0) continue;
    const found = fenceLikeAt(text, start + index);
    if (found && !isFence(line) && !isContinued(text, found)) return found;
  }
  return undefined;
}

/** Whether a line is indented, and the next one as well: then both are a part of the value that they stand below. */
export const isContinued = (text: string, { start, end }: Range): boolean =>
  /[ \t]/.test(text.charAt(start)) && /^[ \t]*(?:\r\n|\r|\n)[ \t]+\S/.test(text.slice(end, end + LOOK));

/** So much of a text is looked at to see how its next line begins. */
const LOOK = 200;

/** Whether a field, or what stands below one, is the next that is written behind a line: then that line was hardly meant to end them. */
export const isBeforeField = (text: string, { end }: Range): boolean =>
  /^[^\r\n]*(?:\r\n|\r|\n)(?:[ \t]+\S|\s*[A-Za-z_][\w-]*[ \t]*:(?:\s|$))/.test(text.slice(end, end + LOOK));

/** Whether a line is what opens and closes front matter. */
export const isFence = (line: string): boolean => /^---[ \t]*$/.test(line);

/** A line without what may stand at the end of any. Other blanks than these make it another line. */
const bare = (line: string): string => line.replace(/[ \t]+$/, '');
