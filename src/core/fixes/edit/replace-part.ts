import { contentRange, partRange, type YamlScalar } from '../../parse/yaml/node.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import type { TextEdit } from '../fix.ts';
import { inQuotes, replaceScalar } from './scalar.ts';

/**
 * An edit that gives a part of a scalar another text, whose quotes stay. Undefined where what is written there is not
 * what it means, because of escapes or several lines, or where the text would need quotes that are not there.
 */
export function replacePart(text: string, scalar: YamlScalar, part: string, to: string): TextEdit | undefined {
  const at = scalar.text.indexOf(part);
  if (at < 0) return undefined;
  const isWhole = scalar.text.trim() === part;
  const range = partRange(scalar, at, part.length);
  if (text.slice(range.start, range.end) !== part) return isWhole ? replaceScalar(text, scalar, to) : undefined;
  if (scalar.style === 'quoted') {
    const quote = text[scalar.range.start];
    return { range, text: inQuotes(quote, to).slice(1, -1) };
  }
  if (scalar.style === 'plain' && yamlWord(to) !== to) {
    const { start, end } = contentRange(scalar);
    return range.start === start && range.end === end ? { range, text: yamlWord(to) } : undefined;
  }
  return { range, text: to };
}
