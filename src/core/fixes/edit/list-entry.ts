import type { ParsedDocument } from '../../parse/document.ts';
import { isEmpty, type YamlList, type YamlMap, type YamlPair } from '../../parse/yaml/node.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import type { TextEdit } from '../fix.ts';
import { removeFlowPart } from './flow-part.ts';
import { insertField } from './insert-field.ts';
import { breakFor, isBlankBetween, lineEnd, lineStart, trimmedEnd } from './lines.ts';
import { removeLines } from './remove-lines.ts';
import { removePair } from './remove-pair.ts';
import { insertion } from './scalar.ts';
import { writeValue } from './set-fields.ts';
import { pairNamed } from './tree.ts';

/**
 * An edit that takes out of a field the entry that holds an offset. A field that is left with nothing goes as a whole,
 * and where that cannot be, an empty list stays.
 */
export function removeFromField(text: string, map: YamlMap, pair: YamlPair, offset: number): TextEdit | undefined {
  const { value } = pair;
  if (value?.kind === 'list') {
    const index = value.items.findIndex((item) => item && item.range.start <= offset && offset < item.range.end);
    if (index < 0) return undefined;
    if (value.items.filter((item) => !isEmpty(item)).length > 1) return removeEntry(text, value, index);
  }
  const whole = removePair(text, map, pair);
  if (whole || !value || value.kind !== 'list' || !value.flow) return whole;
  return { range: value.range, text: '[]' };
}

/** An edit that takes an entry out of a list that keeps others. */
function removeEntry(text: string, list: YamlList, index: number): TextEdit | undefined {
  const entry = list.items[index];
  if (!entry) return undefined;
  if (list.flow) {
    const parts = list.items.flatMap((item) => (item ? [item.range] : []));
    return removeFlowPart(text, parts, parts.indexOf(entry.range));
  }
  const dash = dashOf(text, list, entry.range.start);
  if (dash === undefined) return undefined;
  return removeLines(text, dash, trimmedEnd(text, entry.range.start, entry.range.end));
}

/** The dash of the entry that begins at an offset, where that is the first on its line. */
export function dashOf(text: string, list: YamlList, start: number): number | undefined {
  const column = dashColumn(text, list);
  if (column === undefined) return undefined;
  for (let line = lineStart(text, start); line >= 0; line = lineStart(text, line - 1)) {
    const at = line + column;
    if (text[at] === '-' && isBlankBetween(text, line, at)) return at;
    if (line === 0 || line <= list.range.start) return undefined;
  }
  return undefined;
}

/** The column of the dashes of a block list; undefined where something else stands before the first of them. */
export function dashColumn(text: string, list: YamlList): number | undefined {
  const { start } = list.range;
  const line = lineStart(text, start);
  return text[start] === '-' && /^ *$/.test(text.slice(line, start)) ? start - line : undefined;
}

/** An edit that adds a word to a field which holds a list of them, or one of them, or is not there yet. */
export const addToField = (
  document: ParsedDocument,
  map: YamlMap,
  name: string,
  word: string,
): TextEdit[] | undefined => addWritten(document, map, name, yamlWord(word));

/** The same with an entry as it is to be written: a word in quotes where it needs them, or a mapping in braces. */
export function addWritten(
  document: ParsedDocument,
  map: YamlMap,
  name: string,
  written: string,
): TextEdit[] | undefined {
  const { text } = document;
  const pair = pairNamed(map, name);
  const one = (edit: TextEdit | undefined): TextEdit[] | undefined => edit && [edit];
  if (!pair) return one(insertField(document, map, name, `[${written}]`));
  const { value } = pair;
  if (!value) return one(writeValue(text, pair, `[${written}]`));
  if (value.kind === 'map') {
    return value.flow ? [insertion(value.range.start, '['), insertion(value.range.end, `, ${written}]`)] : undefined;
  }
  if (value.kind === 'scalar') {
    if (isEmpty(value)) return [{ range: value.range, text: `[${written}]` }];
    if (value.style === 'block' || /[\r\n,[\]{}]/.test(text.slice(value.range.start, value.range.end)))
      return undefined;
    return [insertion(value.range.start, '['), insertion(value.range.end, `, ${written}]`)];
  }
  const last = value.items.findLast((item) => item !== undefined);
  if (!last) return value.flow ? one(insertion(value.range.start + 1, written)) : undefined;
  if (value.flow) return one(insertion(last.range.end, `, ${written}`));
  const column = dashColumn(text, value);
  if (column === undefined) return undefined;
  const at = lineEnd(text, trimmedEnd(text, last.range.start, last.range.end));
  return one(insertion(at, `${breakFor(document, at)}${' '.repeat(column)}- ${written}`));
}
