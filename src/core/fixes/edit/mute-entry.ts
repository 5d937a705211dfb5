import type { ParsedDocument } from '../../parse/document.ts';
import { isEmpty, type YamlMap } from '../../parse/yaml/node.ts';
import type { TextEdit } from '../fix.ts';
import { insertField } from './insert-field.ts';
import { breakFor, lineEnd } from './lines.ts';
import { columnOf, pairEnd } from './pair-place.ts';
import { insertion, replaceScalar } from './scalar.ts';
import { writeValue } from './set-fields.ts';
import { pairNamed } from './tree.ts';

/** An edit that silences a rule on an item until a day, whether the item silences others already or not. */
export function muteIn(document: ParsedDocument, map: YamlMap, code: string, until: string): TextEdit | undefined {
  const { text } = document;
  const written = `{ ${code}: ${until} }`;
  const pair = pairNamed(map, 'mute');
  if (!pair) return insertField(document, map, 'mute', written);
  const { value } = pair;
  if (!value) return writeValue(text, pair, written);
  if (isEmpty(value)) return { range: value.range, text: written };
  if (value.kind !== 'map') return undefined;
  const known = value.pairs.find(({ key }) => key.text === code);
  if (known) {
    if (known.value) return known.value.kind === 'scalar' ? replaceScalar(text, known.value, until) : undefined;
    return writeValue(text, known, until);
  }
  const last = value.pairs.at(-1);
  if (!last) return { range: value.range, text: written };
  const end = pairEnd(text, last);
  if (value.flow) return insertion(end, `, ${code}: ${until}`);
  const column = columnOf(text, value);
  if (column === undefined) return undefined;
  const at = lineEnd(text, end);
  return insertion(at, `${breakFor(document, at)}${' '.repeat(column)}${code}: ${until}`);
}
