import { endWithComments } from '../../../core/fixes/edit/comments-below.ts';
import { removeFlowPart } from '../../../core/fixes/edit/flow-part.ts';
import { isBlankBetween, lineEnd, lineStart, nextLine } from '../../../core/fixes/edit/lines.ts';
import { dashColumn, dashOf } from '../../../core/fixes/edit/list-entry.ts';
import { afterColon, pairEnd } from '../../../core/fixes/edit/pair-place.ts';
import { deletion, insertion } from '../../../core/fixes/edit/scalar.ts';
import { mapOf, treeOf } from '../../../core/fixes/edit/tree.ts';
import type { TextEdit } from '../../../core/fixes/fix.ts';
import type { YamlList, YamlMap, YamlPair } from '../../../core/parse/yaml/node.ts';
import type { Item } from '../../../core/plan/item.ts';
import { MoveRefused } from './refused.ts';
import { type WrittenFields, writtenFields } from './written-fields.ts';

/** An entry of a collection, and what takes it out of there. */
export interface CutEntry {
  readonly fields: WrittenFields;
  readonly edits: readonly TextEdit[];
}

/** Takes an entry out of its collection: with the comments right above it, on its lines and indented below it. */
export function cutEntry(item: Item): CutEntry {
  const { text } = item.document;
  const root = treeOf(item.document);
  const map = mapOf(item);
  for (const pair of root?.pairs ?? []) {
    const { value } = pair;
    if (!root || !map || value?.kind !== 'list' || !value.items.includes(map)) continue;
    return value.flow ? outOfBrackets(text, pair, value, map) : outOfLines(text, root, pair, value, map);
  }
  throw new MoveRefused('its entry is written in a way that cannot be moved');
}

function outOfBrackets(text: string, pair: YamlPair, list: YamlList, map: YamlMap): CutEntry {
  const parts = list.items.flatMap((one) => (one ? [one.range] : []));
  const around = [text.slice(list.range.start, map.range.start), text.slice(map.range.end, list.range.end)].join('');
  const edit =
    parts.length > 1
      ? removeFlowPart(text, parts, parts.indexOf(map.range))
      : around.includes('#')
        ? undefined
        : { range: { start: list.range.start, end: pairEnd(text, pair) }, text: '[]' };
  if (!edit) throw new MoveRefused('it is not clear what belongs to its entry: write the collection in lines');
  const fields = writtenFields(text, map, map.range);
  const beside = text.slice(map.range.end, Math.max(map.range.end, edit.range.end)).match(/#[^\r\n]*/);
  const isWith = parts.length > 1 && beside !== null;
  return {
    fields: isWith ? { lines: [beside[0], ...fields.lines], parts: undefined } : fields,
    edits: [edit],
  };
}

function outOfLines(text: string, root: YamlMap, pair: YamlPair, list: YamlList, map: YamlMap): CutEntry {
  const column = dashColumn(text, list);
  const dash = dashOf(text, list, map.range.start);
  if (column === undefined || dash === undefined) {
    throw new MoveRefused('its entry is indented in a way that cannot be kept');
  }
  const last = map.pairs.at(-1);
  const over = map.flow || !last ? map.range.end : pairEnd(text, last);
  const end = endWithComments(text, lineEnd(text, over), column);
  const own = lineStart(text, dash);
  const start = withCommentsAbove(text, own, column, nextLine(text, pair.key.range.end));
  const above =
    start < own
      ? text
          .slice(start, own)
          .trimEnd()
          .split(/\r\n|\r|\n/)
          .map((line) => line.trim())
      : [];
  const fields = writtenFields(text, map, { start: dash + 1, end });
  return {
    fields: above.length > 0 ? { lines: [...above, ...fields.lines], parts: undefined } : fields,
    edits: list.items.length > 1 ? [deletion(start, nextLine(text, end))] : emptied(text, root, pair, start, end),
  };
}

/** Takes the last entry of a collection away: with its key, where nothing else stands there. */
function emptied(text: string, root: YamlMap, pair: YamlPair, start: number, end: number): readonly TextEdit[] {
  const colon = afterColon(text, pair);
  const line = lineStart(text, pair.key.range.start);
  if (colon === undefined || !isBlankBetween(text, line, pair.key.range.start) || start < nextLine(text, colon)) {
    throw new MoveRefused('it is the last of its collection, whose key is written in a way that cannot be kept');
  }
  if (root.pairs.length > 1 && text.slice(colon, start).trim() === '') return [deletion(line, nextLine(text, end))];
  return [insertion(colon, ' []'), deletion(start, nextLine(text, end))];
}

/** The beginning of the comments that stand right above an entry, in line with the dashes. */
function withCommentsAbove(text: string, line: number, column: number, from: number): number {
  let found = line;
  while (found > from) {
    const before = lineStart(text, found - (text.startsWith('\r\n', found - 2) ? 2 : 1));
    if (!text.startsWith('#', before + column) || !isBlankBetween(text, before, before + column)) break;
    found = before;
  }
  return found;
}
