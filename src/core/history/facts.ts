import { fieldTexts } from '../diff/field-texts.ts';
import type { ItemType } from '../model/item-type.ts';
import type { Day } from '../model/values/day.ts';
import type { ParsedDocument, ParsedItem } from '../parse/document.ts';
import { Item } from '../plan/item.ts';

/**
 * What a document says of its items, as far as their history needs it: small, made of plain values that can be written
 * down, and always the same for the same text under the same name.
 */
export interface DocumentFacts {
  /** The type that the file is read as. */
  readonly type: string;
  /** What a register says of all its entries. */
  readonly program: string | undefined;
  readonly workstream: string | undefined;
  readonly items: readonly ItemFacts[];
}

/** What a document says of an item. */
export interface ItemFacts {
  readonly type: string;
  readonly id: string;
  readonly form: ParsedItem['form'];
  readonly title: string | undefined;
  readonly status: string;
  /** Its own owner, program and workstream, as it is written. */
  readonly owner: string | undefined;
  readonly program: string | undefined;
  readonly workstream: string | undefined;
  /** The days that are followed. */
  readonly days: ItemDays;
  /** What each field says, as a number that is equal where the words are. */
  readonly words: readonly (readonly [field: string, hash: number])[];
}

/** The days of an item that are followed; those that it does not name are left out. */
export type ItemDays = Readonly<Partial<Record<DayField, Day>>>;

/**
 * `due` is the date by which the type is due: the `target` of a program, what was `promised` of a dependency, or else when
 * it is `needed_by`. `closed` is the date that closes the type: the `date` of a decision, `delivered`, `done`.
 */
export const DAY_FIELDS = ['due', 'expected', 'needed_by', 'closed'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** What is kept of a document. */
export function factsOf(document: ParsedDocument): DocumentFacts {
  return {
    type: document.type,
    program: document.holder.program?.name.id,
    workstream: document.holder.workstream?.name.id,
    items: document.items.map((item) => itemFacts(item, document)),
  };
}

function itemFacts(parsed: ParsedItem, document: ParsedDocument): ItemFacts {
  const { values } = parsed;
  // Whatever program it belongs to, its own fields say the same.
  const texts = fieldTexts(new Item(0, parsed, document, '', undefined));
  return {
    type: parsed.type.name,
    id: parsed.id,
    form: parsed.form,
    title: parsed.title,
    status: parsed.status,
    owner: values.owner?.name,
    program: values.program?.name.id,
    workstream: values.workstream?.name.id,
    days: daysOf(parsed.type, values),
    words: [...texts].map(([field, text]) => [field, hashOf(text)] as const),
  };
}

function daysOf(type: ItemType, values: ParsedItem['values']): ItemDays {
  const { expected, needed_by } = values;
  const days: Partial<Record<DayField, Day | undefined>> = {
    due: (type.dueField && values[type.dueField]) ?? needed_by,
    expected,
    needed_by,
    closed: values[type.closedOn as 'completed'] ?? values.completed,
  };
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
