import type { Item } from '../../plan/item.ts';
import { quoted } from '../../text/visible.ts';
import { allOf } from '../../text/words.ts';
import type { IncomingItem, Remark } from '../incoming.ts';

/** By what rows are matched to items: `id`, a field, or an entry of `links`, as `links.jira`. */
export type MatchPath = string;

/** Which item each row is about. */
export interface Matches {
  readonly pairs: readonly (readonly [row: IncomingItem, item: Item])[];
  readonly rowsWithout: readonly IncomingItem[];
  /** Items that have the field, and no row. */
  readonly itemsWithout: readonly Item[];
  /** Rows that may be about several items, or items with several rows: nothing is done with them. */
  readonly remarks: readonly Remark[];
}

/** Matches rows to items. Where one could be matched to several, neither is. */
export function matchItems(rows: readonly IncomingItem[], items: readonly Item[], path: MatchPath): Matches {
  const known = grouped(
    items.filter(({ type }) => type.name !== 'program'),
    (item) => namesOfItem(item, path),
  );
  const asked = grouped(rows, (row) =>
    [nameOfRow(row, path)].flatMap((name) => (name === undefined ? [] : keysOf(name))),
  );
  const pairs: (readonly [IncomingItem, Item])[] = [];
  const rowsWithout: IncomingItem[] = [];
  const remarks: Remark[] = known.size === 0 ? [{ text: noneHas(path, items) }] : [];
  const seen = new Set<Item>();
  for (const row of rows) {
    const name = nameOfRow(row, path);
    const names = name === undefined ? [] : keysOf(name);
    const found = new Set(names.flatMap((key) => known.get(key) ?? []));
    for (const item of found) seen.add(item);
    const [item, ...others] = found;
    const twins = new Set(names.flatMap((key) => asked.get(key) ?? []));
    if (!item) rowsWithout.push(row);
    else if (others.length > 0) {
      const ids = [...found].slice(0, 3).map(({ id }) => id);
      remarks.push({
        place: row.place,
        text: `${quoted(name ?? '')} is the ${path} of ${ids.join(' and ')}: none of them is changed`,
      });
    } else if (twins.size > 1) {
      remarks.push({ place: row.place, text: `${quoted(name ?? '')} has several rows: ${item.id} is not changed` });
    } else pairs.push([row, item]);
  }
  const having = new Set([...known.values()].flat());
  return { pairs, rowsWithout, itemsWithout: [...having].filter((item) => !seen.has(item)), remarks };
}

/** Why no row can have an item, and by which entries of `links` it could have one. */
function noneHas(path: MatchPath, items: readonly Item[]): string {
  const names = new Set(items.flatMap(({ values }) => (values.links ?? []).flatMap(({ name }) => name ?? [])));
  const others = [...names].slice(0, MOST_NAMED).map((name) => `links.${name}`);
  return `no item of the plan has ${quoted(path)}${others.length === 0 ? '' : `: there is ${allOf(others)}`}`;
}

const MOST_NAMED = 5;

function grouped<T>(all: readonly T[], keysOfOne: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keysOfOne(one))) {
      const others = groups.get(key);
      if (others) others.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

function nameOfRow({ key, ids = [], fields }: IncomingItem, path: MatchPath): string | undefined {
  if (path === 'id') return ids[0] ?? key;
  const [field = '', name] = path.split(/\.(.*)/s);
  const value = fields[field];
  const own = typeof value === 'string' ? value : Array.isArray(value) ? value[0] : value?.[name as keyof typeof value];
  return typeof own === 'string' && own !== '' ? own : key;
}

function namesOfItem(item: Item, path: MatchPath): readonly string[] {
  if (path === 'id') return [item.id, item.key];
  const [field = '', name] = path.split(/\.(.*)/s);
  if (field === 'links') {
    const links = item.values.links ?? [];
    const named = links.filter((link) => link.name?.toLowerCase() === name?.toLowerCase());
    // A list of addresses has no names: any of them may be the one.
    return (named.length > 0 ? named : links.filter((link) => link.name === undefined)).flatMap(({ url }) =>
      keysOf(url),
    );
  }
  const value = item.parsed.fields.get(field)?.value;
  return value?.kind === 'scalar' ? keysOf(value.text) : [];
}

/** What a text names: itself, and of an address the last of its parts, as in `https://example.atlassian.net/browse/PAY-7`. */
function keysOf(text: string): readonly string[] {
  const written = text.trim().normalize('NFC');
  if (written === '') return [];
  const last = /^[a-z][a-z+.-]*:\/\/[^?#]*\/([^/?#]+)\/?(?:[?#].*)?$/i.exec(written)?.[1];
  return last === undefined ? [written] : [written, decoded(last)];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
