import { inQuotes, replaceScalar } from '../../core/fixes/edit/scalar.ts';
import type { TextEdit } from '../../core/fixes/fix.ts';
import { contentRange, isEmpty, partRange, type YamlNode, type YamlScalar } from '../../core/parse/yaml/node.ts';
import { yamlWord } from '../../core/scaffold/yaml-text.ts';
import type { Range } from '../../core/text/range.ts';

/** Every scalar of a value, keys of mappings aside. */
export function* scalarsOf(node: YamlNode | undefined): Generator<YamlScalar> {
  if (!node) return;
  if (isEmpty(node)) return;
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'list') for (const item of node.items) yield* scalarsOf(item);
  else for (const { value } of node.pairs) yield* scalarsOf(value);
}

/** The scalar of a value that holds a stretch. */
export function scalarAt(node: YamlNode | undefined, { start }: Range): YamlScalar | undefined {
  for (const scalar of scalarsOf(node)) {
    if (scalar.range.start <= start && start < Math.max(scalar.range.end, scalar.range.start + 1)) return scalar;
  }
  return undefined;
}

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
