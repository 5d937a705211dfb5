import type { ItemType } from '../../model/item-type.ts';
import { mayHoldItems } from '../../model/registry.ts';
import { collectionOf } from '../../parse/collections.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { isEmpty, type YamlList, type YamlMap, type YamlPair } from '../../parse/yaml/node.ts';
import { yamlText, yamlWord } from '../../scaffold/yaml-text.ts';
import type { TextEdit } from '../fix.ts';
import { endWithComments } from './comments-below.ts';
import { breakFor, isBlankBetween, lineEnd, lineStart, trimmedEnd } from './lines.ts';
import { dashColumn } from './list-entry.ts';
import { columnOf, pairEnd } from './pair-place.ts';
import { insertion } from './scalar.ts';
import { writeValue } from './set-fields.ts';
import { treeOf } from './tree.ts';

/** The fields of a new entry, in order. */
export type EntryFields = readonly (readonly [name: string, value: string])[];

/** How far entries of a new collection stand in. */
const INDENT = 2;

/**
 * An edit that adds an item to the collection of its type in a document that holds items: after the last one and
 * written as that is, or in a collection of its own where the document has none.
 */
export const addItem = (document: ParsedDocument, type: ItemType, fields: EntryFields): TextEdit | undefined =>
  addEntryTo(document, type, {
    inBraces: `{ ${fields.map(written).join(', ')} }`,
    lines: (newline, column) =>
      `${newline}${' '.repeat(column)}- ${fields.map(written).join(`${newline}${' '.repeat(column + 2)}`)}`,
  });

/** An entry as it can be written. */
export interface EntryText {
  /** In braces; undefined where it cannot stand in any. */
  readonly inBraces: string | undefined;
  /** In lines of its own behind a dash at a column, each of which follows a line break. */
  readonly lines: (newline: string, column: number) => string;
}

/** The same for an entry that is written already. Undefined where it cannot stand in a collection as that is written. */
export function addEntryTo(document: ParsedDocument, type: ItemType, fields: EntryText): TextEdit | undefined {
  const root = treeOf(document);
  if (!root) return undefined;
  const pair = root.pairs.find((other) => collectionOf(other)?.type === type);
  if (!pair) return addCollection(document, root, type, fields);
  const { value } = pair;
  if (value?.kind === 'list') return addEntry(document, pair, value, fields);
  if (!isEmpty(value)) return undefined;
  const list = fields.inBraces && `[${fields.inBraces}]`;
  if (value?.kind === 'scalar') return list === undefined ? undefined : { range: value.range, text: list };
  if (!root.flow) return below(document, root, pair, INDENT, fields);
  return list === undefined ? undefined : writeValue(document.text, pair, list);
}

/** Whether a document can hold items: whether {@link addItem} has something to look for in it. */
export const holdsItems = ({ type }: ParsedDocument): boolean => mayHoldItems(type);

function addEntry(document: ParsedDocument, pair: YamlPair, list: YamlList, fields: EntryText): TextEdit | undefined {
  const { text } = document;
  const { inBraces } = fields;
  const last = list.items.findLast((item) => !isEmpty(item));
  if (list.flow) {
    if (inBraces === undefined) return undefined;
    if (!last) return { range: list.range, text: `[${inBraces}]` };
    const { start, end } = last.range;
    const line = lineStart(text, start);
    // Where entries have lines to themselves, so does the new one.
    const ownLine = isBlankBetween(text, line, start) && /^[ \t]*,?[ \t]*$/.test(text.slice(end, lineEnd(text, end)));
    const space = ownLine ? `${breakFor(document, lineEnd(text, end))}${text.slice(line, start)}` : ' ';
    return insertion(end, `,${space}${inBraces}`);
  }
  const column = dashColumn(text, list);
  if (column === undefined || list.items.at(-1) === undefined) return undefined;
  const at = endWithComments(text, lineEnd(text, pairEnd(text, pair)), column);
  const asBraces = last?.kind === 'map' && last.flow;
  return insertion(at, entryLines(breakFor(document, at), column, fields, asBraces));
}

function addCollection(
  document: ParsedDocument,
  root: YamlMap,
  type: ItemType,
  fields: EntryText,
): TextEdit | undefined {
  const { text } = document;
  const last = root.pairs.at(-1);
  if (!last) return undefined;
  if (root.flow) {
    const { inBraces } = fields;
    return inBraces === undefined ? undefined : insertion(pairEnd(text, last), `, ${type.plural}: [${inBraces}]`);
  }
  if (columnOf(text, root) !== 0) return undefined;
  const at = lineEnd(text, trimmedEnd(text, last.key.range.start, pairEnd(text, last)));
  const newline = breakFor(document, at);
  const column = columnOfCollections(text, root) ?? INDENT;
  return insertion(at, `${newline}${type.plural}:${entryLines(newline, column, fields, false)}`);
}

/** An entry on the lines below a key that holds nothing yet. */
function below(
  document: ParsedDocument,
  root: YamlMap,
  pair: YamlPair,
  indent: number,
  fields: EntryText,
): TextEdit | undefined {
  const { text } = document;
  if (columnOf(text, root) !== 0 || pair.bare) return undefined;
  const at = lineEnd(text, pairEnd(text, pair));
  return insertion(at, entryLines(breakFor(document, at), indent, fields, false));
}

/** The column at which the entries of a document's collections stand. */
function columnOfCollections(text: string, root: YamlMap): number | undefined {
  for (const pair of root.pairs) {
    if (!collectionOf(pair) || pair.value?.kind !== 'list' || pair.value.flow) continue;
    return dashColumn(text, pair.value);
  }
  return undefined;
}

function entryLines(newline: string, column: number, { inBraces, lines }: EntryText, asBraces: boolean): string {
  return asBraces && inBraces !== undefined ? `${newline}${' '.repeat(column)}- ${inBraces}` : lines(newline, column);
}

const written = ([name, value]: EntryFields[number]): string =>
  `${name}: ${name === 'title' || name === 'owner' ? yamlText(value) : yamlWord(value)}`;
