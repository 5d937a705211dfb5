import { cutAtProse, splitFrontMatter } from '../../core/parse/front-matter.ts';
import { MAX_LENGTH } from '../../core/parse/yaml/limits.ts';
import type { Range } from '../../core/text/range.ts';
import { afterBreak, lineEndWithin, skipBlanksWithin } from './lines.ts';

/**
 * The YAML of the front matter that an offset is in, be it closed or not; undefined outside. More than what is read of
 * front matter at all is nobody's.
 */
export function frontMatterAt(text: string, offset: number): Range | undefined {
  const content = contentAt(text, offset);
  return content && content.end - content.start <= MAX_LENGTH ? content : undefined;
}

function contentAt(text: string, offset: number): Range | undefined {
  const start = contentStart(text);
  if (start === undefined || offset < start) return undefined;
  const found = splitFrontMatter(text);
  if (!found?.closed) {
    const end = endOfOpen(text, start, offset);
    return offset <= end ? { start, end } : undefined;
  }
  const { content } = found;
  if (offset >= content.end) return undefined;
  // A word that is being typed is no prose, and makes none of what is around it.
  const line = lineAround(text, offset);
  const isWord = /^[ \t]*(?:- +)*[\w-]*[ \t]*$|:/.test(text.slice(line.start, line.end));
  const without = !isWord ? text : text.slice(0, line.start) + ' '.repeat(line.end - line.start) + text.slice(line.end);
  const cut = cutAtProse(without, found)?.content.end ?? content.end;
  // A bracket that closes what stands above is none either.
  const end = /^\s*[\]}]/.test(text.slice(cut, cut + 1000)) ? content.end : cut;
  return offset <= end ? { start, end } : undefined;
}

/** Where the line after the opening `---` begins; where that is all there is, nothing does. */
function contentStart(text: string): number | undefined {
  const lead = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)/.exec(text)?.[0].length;
  return lead;
}

/** Front matter that nobody has closed runs to the first empty line; that of the cursor is none, since it is being filled. */
function endOfOpen(text: string, start: number, offset: number): number {
  for (let line = start; line < text.length; ) {
    const end = lineEndWithin(text, line, text.length);
    const isEmpty = skipBlanksWithin(text, line, end) === end;
    if (isEmpty && !(line <= offset && offset <= end)) return line;
    line = afterBreak(text, end);
  }
  return text.length;
}

function lineAround(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) start--;
  return { start, end: lineEndWithin(text, offset, text.length) };
}
