import type { Kind } from '../../model/kind.ts';
import { fieldOf } from '../../model/registry.ts';
import { readStatus } from '../../model/status.ts';
import { isSamePerson, type Person } from '../../model/values/person.ts';
import type { YamlNode } from '../../parse/yaml/node.ts';
import type { Item } from '../../plan/item.ts';
import type { IncomingItem } from '../incoming.ts';
import { cleanLine } from '../write/clean-text.ts';

/** A field of an item that is to say something else. */
export interface FieldChange {
  readonly item: Item;
  readonly field: string;
  /** As it is written; undefined where it is not. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What a row says of a field of an item: nothing, the same in other words, something else, or what it cannot say. */
export type Comparison =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly change: FieldChange }
  | { readonly kind: 'fault'; readonly why: string };

/** Compares a field of an item with what a row says of it. */
export function compareField(row: IncomingItem, item: Item, field: string): Comparison {
  const value = field === 'title' ? row.title : row.fields[field];
  const after = typeof value === 'string' ? cleanLine(value) : '';
  if (after === '') return { kind: 'nothing' };
  const same = field === 'status' ? isSameStatus(item, after) : isSameValue(item, field, after);
  if (typeof same === 'string') return { kind: 'fault', why: same };
  if (same) return { kind: 'same' };
  const node = item.parsed.fields.get(field)?.value;
  return { kind: 'changed', change: { item, field, before: node && textOf(node), after } };
}

function isSameStatus(item: Item, after: string): boolean | string {
  const status = readStatus(item.type, after, new Map());
  return status === undefined ? `${after} is no status of it` : status === item.status;
}

/** Whether a field says what a text would say; why the field does not take the text. */
function isSameValue(item: Item, field: string, after: string): boolean | string {
  if (field === 'title') return cleanLine(item.title) === after;
  const kind = fieldOf(item.type, field)?.kind;
  if (!kind) return `${item.type.name} has no ${field}`;
  const read = readAs(kind, after);
  if (typeof read === 'string') return read;
  const now = field === 'owner' ? item.owner : (item.values as Readonly<Record<string, unknown>>)[field];
  if (now === undefined) return false;
  if (kind.name === 'person') return isSame(now as Person, read.value as Person);
  return kind.name === 'text' ? cleanLine(String(now)) === after : JSON.stringify(now) === JSON.stringify(read.value);
}

/** A name with an address is still the name. */
const isSame = (a: Person, b: Person): boolean =>
  isSamePerson(a.name, b.name) && (b.email === undefined || a.email === undefined || a.email === b.email);

function readAs(kind: Kind<unknown>, text: string): { readonly value: unknown } | string {
  let why: string | undefined;
  const node: YamlNode = { kind: 'scalar', text, style: 'quoted', range: { start: 0, end: 0 } };
  const value = kind.read(node, (_range, message) => {
    why ??= message;
  });
  return why ?? { value };
}

const textOf = (node: YamlNode): string =>
  node.kind === 'scalar' ? node.text : node.kind === 'list' ? `[${node.items.length}]` : '{…}';
