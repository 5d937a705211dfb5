import { replacePart } from '../../core/fixes/edit/replace-part.ts';
import { canonicalFieldName } from '../../core/model/field-name.ts';
import type { ParsedDocument, ParsedItem } from '../../core/parse/document.ts';
import { valueAt, type YamlNode, type YamlScalar } from '../../core/parse/yaml/node.ts';
import { readYaml } from '../../core/parse/yaml/read.ts';
import type { Source } from '../../core/text/source.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';
import { scalarsOf } from './scalars.ts';

/** The tags that the fields of an item say: its own, and those that freezes of its calendar are for. */
export function* tagsIn(fields: ParsedItem['fields']): Generator<YamlScalar> {
  yield* scalarsOf(fields.get('tags')?.value);
  yield* freezeTags(fields.get('calendar')?.value);
}

/** The tags of the freezes of a calendar. */
export function* freezeTags(calendar: YamlNode | undefined): Generator<YamlScalar> {
  const freezes = calendar?.kind === 'map' ? valueAt(calendar, 'freezes') : undefined;
  for (const freeze of freezes?.kind === 'list' ? freezes.items : [freezes]) {
    if (freeze?.kind === 'map') yield* scalarsOf(valueAt(freeze, 'tags'));
  }
}

/** Gives a tag another name in the fields of an item. */
export function rewriteTags(
  document: ParsedDocument,
  fields: ParsedItem['fields'],
  from: string,
  to: string,
  rewriting: Rewriting,
): void {
  for (const scalar of tagsIn(fields)) {
    if (scalar.text.trim().normalize('NFC') !== from) continue;
    rewriting.addOrRefuse(document, replacePart(document.text, scalar, scalar.text.trim(), to), scalar.range);
  }
}

/** The tags that the calendar of the configuration says. */
export function* configuredTags({ text }: Source): Generator<YamlScalar> {
  const { root } = readYaml(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, text.length);
  const calendar = root?.pairs.find(({ key }) => canonicalFieldName(key.text) === 'calendar')?.value;
  yield* freezeTags(calendar);
}

/** Gives a tag another name in the configuration. */
export function rewriteConfiguredTags(source: Source, from: string, to: string, rewriting: Rewriting): void {
  for (const scalar of configuredTags(source)) {
    if (scalar.text.normalize('NFC') !== from) continue;
    const edit = replacePart(source.text, scalar, scalar.text, to);
    if (!edit) throw new RenameRefused(`${placeIn(source, scalar.range)}: the tag cannot be changed safely`);
    rewriting.addToConfiguration(source, edit);
  }
}
