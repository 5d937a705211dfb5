import type { EntryFields } from '../../core/fixes/edit/add-item.ts';
import { type NewPlace, placeNew } from '../../core/fixes/place-for-new.ts';
import type { ItemType } from '../../core/model/item-type.ts';
import { yamlWord } from '../../core/scaffold/yaml-text.ts';
import type { AtItem } from './action.ts';

/** A new item that comes of one that is there. */
export interface Beside {
  readonly type: ItemType;
  readonly id: string;
  readonly title: string;
  /** Fields of its own. */
  readonly fields?: EntryFields;
}

/** Writes a new item beside another: in its document, or in a file; with its owner, its workstream and its program. */
export function placeBeside(
  { item, plan, today }: AtItem,
  { type, id, title, fields = [] }: Beside,
): NewPlace | undefined {
  const { values, document, program, workstream } = item;
  const owner = item.field('owner')?.value;
  const named = values.owner && owner?.kind === 'scalar' ? owner.text.trim() : undefined;
  const more: EntryFields = [
    ...(named === undefined ? [] : [['owner', named] as const]),
    ...(values.program && item.parsed.form === 'entry' ? [['program', program] as const] : []),
    ...(values.workstream ? [['workstream', values.workstream.name.id] as const] : []),
    ...fields,
  ];
  const place = placeNew(document, { type, id, title, owner: named, program, workstream, today }, more, plan);
  if (!place?.creates) return place;
  const { path, text } = place.creates;
  return { ...place, creates: { path, text: withFields(text, fields) } };
}

/** The text of a file with other values of fields, or with those fields before the last one. */
const withFields = (file: string, fields: EntryFields): string =>
  fields.reduce((text, [name, value]) => {
    const line = `${name}: ${yamlWord(value)}`;
    const written = new RegExp(`^${name}: .*$`, 'm');
    return written.test(text)
      ? text.replace(written, () => line)
      : text.replace(/^updated: /m, (updated) => `${line}\n${updated}`);
  }, file);
