import type { YamlScalar } from '../../parse/yaml/node.ts';
import { inDoubleQuotes, yamlWord } from '../../scaffold/yaml-text.ts';
import type { TextEdit } from '../fix.ts';
import { trimmedEnd } from './lines.ts';

/** An edit that gives a scalar another text, in the quotes it has; without any, it gets some only where it needs them. */
export function replaceScalar(text: string, scalar: YamlScalar, value: string): TextEdit {
  const { start } = scalar.range;
  // What follows a block of text on its last line is not part of it.
  const end = trimmedEnd(text, start, scalar.range.end);
  return { range: { start, end }, text: scalar.style === 'quoted' ? inQuotes(text[start], value) : yamlWord(value) };
}

/** A text in quotes of a sort. */
export function inQuotes(quote: string | undefined, value: string): string {
  return quote === "'" ? `'${value.replaceAll("'", "''")}'` : inDoubleQuotes(value);
}

/** Edits that put quotes around a stretch of one or more lines, whose characters stay what they are. */
export function quoteAround(text: string, start: number, end: number): readonly TextEdit[] {
  const written = text.slice(start, end);
  // In double quotes a backslash begins an escape; in single quotes only they themselves mean something.
  const quote = /["\\]/.test(written) ? "'" : '"';
  const doubled = quote === "'" ? [...written.matchAll(/'/g)].map(({ index }) => insertion(start + index, "'")) : [];
  return [insertion(start, quote), ...doubled, insertion(end, quote)];
}

/** An edit that puts text between two characters. */
export const insertion = (at: number, text: string): TextEdit => ({ range: { start: at, end: at }, text });

/** An edit that takes a stretch of text away. */
export const deletion = (start: number, end: number): TextEdit => ({ range: { start, end }, text: '' });
