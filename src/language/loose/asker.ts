import { folderOf, programOf } from '../../core/fixes/program-of.ts';
import type { ItemType } from '../../core/model/item-type.ts';
import type { Item } from '../../core/plan/item.ts';
import { programOfFolder } from '../../core/scaffold/place.ts';
import type { WorkCalendar } from '../../core/schedule/work-calendar.ts';
import type { TextNow } from '../request.ts';
import { textOf } from './expected.ts';
import type { LooseMap } from './loose-node.ts';

/** Who asks for a value: the item that is being written, as far as the plan knows of it. */
export interface Asker {
  /** The program that it belongs to, by what is written, where it lies, and what the plan knows. */
  readonly program: string;
  readonly workstream: string | undefined;
  /** The item itself; none where it is not in the plan yet. */
  readonly item: Item | undefined;
}

/**
 * Who asks within a mapping of a document.
 * @param map what the item is, be it the front matter or an entry; undefined in prose
 */
export function askerOf(request: TextNow, map: LooseMap | undefined, type: ItemType | undefined): Asker {
  const { plan, path } = request;
  const document = plan.documentAt(path);
  const root = map && rootOf(map);
  const item = document && itemOf(request, map, type);
  const written = (name: string): string | undefined =>
    (map && textOf(map, name)) || (root && textOf(root, name)) || undefined;
  const known = (): string =>
    item?.program ?? (document ? programOf(document, plan) : (programOfFolder(folderOf(path), plan) ?? ''));
  const holder = root && textOf(root, 'type') === 'program' ? textOf(root, 'id') : undefined;
  return {
    program: (map && textOf(map, 'program')) || holder || written('program') || known(),
    workstream: written('workstream') ?? item?.workstream,
    item,
  };
}

function itemOf({ plan, path }: TextNow, map: LooseMap | undefined, type: ItemType | undefined): Item | undefined {
  const document = plan.documentAt(path);
  const items = document ? plan.itemsOf(document) : [];
  if (!map?.of) return items.find(({ parsed }) => parsed.form === 'file');
  const id = textOf(map, 'id')?.normalize('NFC');
  return items.find((item) => item.id === id && item.parsed.form === 'entry' && item.type === type);
}

function rootOf(map: LooseMap): LooseMap {
  let root = map;
  for (let slot = map.of; slot; slot = slot.in.of) if (slot.in.kind === 'map') root = slot.in;
  return root;
}

/** The calendar that an item works by, also before the plan knows it. */
export function calendarOf({ state }: Pick<TextNow, 'state'>, { item, program }: Asker): WorkCalendar {
  return item ? state.calendars.of(item) : state.calendars.ofProgram(program);
}
