import type { ParsedDocument } from '../../parse/document.ts';

// Lines end at LF, CR LF or a lone CR, as wherever else Milepost counts them.

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The offset at which the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** The line break at an offset; empty where there is none. */
export function breakAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code === CR) return text.charCodeAt(at + 1) === LF ? '\r\n' : '\r';
  return code === LF ? '\n' : '';
}

/** The offset at which the line after that of an offset begins; the end of the text where there is none. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + breakAt(text, end).length;
}

/** The line break that a new line after the one that ends at an offset takes: its own, else that of the front matter. */
export function breakFor({ text, frontMatter }: ParsedDocument, at: number): string {
  const own = breakAt(text, at);
  if (own !== '') return own;
  const before = frontMatter.content.start;
  if (text.charCodeAt(before - 1) === CR) return '\r';
  return text.charCodeAt(before - 2) === CR ? '\r\n' : '\n';
}

/** The end of a stretch of text without the white space at its end, line breaks included. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset of the first character from `at` on that is no space or tab. */
export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charCodeAt(next))) next++;
  return next;
}

/** Whether nothing but spaces and tabs stands between two offsets. */
export function isBlankBetween(text: string, from: number, to: number): boolean {
  return skipBlanks(text, from) >= to;
}

const LF = 10;
const CR = 13;
const isBreak = (code: number): boolean => code === LF || code === CR;
const isBlank = (code: number): boolean => code === 32 || code === 9;
const isSpace = (code: number): boolean => isBreak(code) || isBlank(code);
