import type { ItemType } from '../../model/item-type.ts';
import { typeNamed } from '../../model/registry.ts';
import { idFromTitle } from '../../scaffold/suggest-id.ts';
import { quoted } from '../../text/visible.ts';
import type { IncomingItem, IncomingPlan, Remark } from '../incoming.ts';
import { cleanLine } from './clean-text.ts';
import { Ids } from './ids.ts';
import type { NamedItem } from './named-item.ts';
import { Workstreams } from './workstreams.ts';

/** The items of a plan that comes in, each with an id of its own; its workstreams are among them. */
export interface NamedPlan {
  readonly programId: string;
  readonly items: readonly NamedItem[];
  /** By the names that the file has for them. */
  readonly byKey: ReadonlyMap<string, NamedItem>;
  readonly remarks: readonly Remark[];
}

/** Gives every item an id, and finds its workstream. */
export function nameItems({ program, items }: IncomingPlan): NamedPlan {
  const ids = new Ids();
  const remarks: Remark[] = [];
  const title = cleanLine(program.title ?? '');
  const programId = ids.take([program.id ?? '', idFromTitle(title), 'program']) ?? 'program';
  const streams = new Workstreams(items);
  const all = [...streams.items, ...items.filter(({ type }) => type !== 'workstream')];
  // Names that are given come before those that are made.
  const given = all.map((item) => ids.take(item.ids ?? []));
  const idOf = new Map(all.map((item, at) => [item, given[at] ?? ids.make(typeOf(item), cleanLine(item.title))]));
  const byKey = new Map<string, NamedItem>();
  const named = all.map((item): NamedItem => {
    const id = idOf.get(item) as string;
    const [wanted] = item.ids ?? [];
    if (wanted !== undefined && wanted.trim().normalize('NFC') !== id) {
      remarks.push({ place: item.place, text: `${quoted(wanted)} is taken, or is no id: it is called ${id}` });
    }
    const stream = item.type === 'workstream' ? undefined : streams.of(item);
    const one: NamedItem = {
      ...{ key: item.key, place: item.place, type: typeOf(item), id, title: cleanLine(item.title) || id },
      ...{ workstream: stream && idOf.get(stream), parent: item.parent },
      ...{ fields: item.fields, links: item.links ?? [], prose: item.prose, calendar: item.calendar },
    };
    if (byKey.has(item.key)) {
      remarks.push({ place: item.place, text: `${quoted(item.key)} is there twice: what names it means the first` });
    } else {
      byKey.set(item.key, one);
    }
    return one;
  });
  return { programId, items: named, byKey, remarks };
}

const typeOf = ({ type }: IncomingItem): ItemType => typeNamed(type) as ItemType;
