import type { Form } from '../model/kind.ts';
import { fieldNames, fieldOf, ITEM_TYPES } from '../model/registry.ts';
import { type Person, personKey } from '../model/values/person.ts';
import type { Item } from './item.ts';
import { holdsPeople } from './written-people.ts';

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 500;

/** The items that name a person, by how each of them writes the name; item indexes in order. */
type Spellings = ReadonlyMap<string, readonly number[]>;

/**
 * The people that the items of a plan name, in whatever field. Who is written `maria` in one place and `Maria` in another
 * is one person, as to filters, and is shown in the spelling that most items have; of equals the first in document order.
 *
 * It knows items by their indexes only, and is the same object as long as items keep their places and nobody is named
 * otherwise.
 */
export class People {
  readonly #known: ReadonlyMap<string, Spellings>;
  readonly #shown = new Map<string, string>();

  private constructor(known: ReadonlyMap<string, Spellings>) {
    this.#known = known;
  }

  /** Looks at all items. Pauses, as a generator, so that a host can do something else. */
  static *of(items: readonly Item[]): Generator<void, People> {
    const known = new Map<string, Map<string, number[]>>();
    for (const item of items) {
      if (item.index % ITEMS_AT_ONCE === 0) yield;
      for (const name of namesIn(item)) {
        const key = personKey(name);
        let spellings = known.get(key);
        if (!spellings) {
          spellings = new Map();
          known.set(key, spellings);
        }
        const those = spellings.get(name);
        if (those) those.push(item.index);
        else spellings.set(name, [item.index]);
      }
    }
    return new People(known);
  }

  /** The people of a plan that differs in some items, which have kept their places. */
  again(before: readonly Item[], items: readonly Item[], fresh: Iterable<number>): People {
    let known: Map<string, Spellings> | undefined;
    for (const index of fresh) {
      const then = namesIn(before[index] as Item);
      const now = namesIn(items[index] as Item);
      for (const name of new Set([...then, ...now])) {
        if (then.has(name) === now.has(name)) continue;
        known ??= new Map(this.#known);
        change(known, name, index, now.has(name));
      }
    }
    return known ? new People(known) : this;
  }

  /** The keys of all people: by each a person is found, however the name is written. */
  get keys(): Iterable<string> {
    return this.#known.keys();
  }

  /** A name in the spelling that most items have; as it is, where no item has it. */
  spellingOf(name: string): string {
    let shown = this.#shown.get(name);
    if (shown === undefined) {
      shown = mostUsed(this.#known.get(personKey(name))) ?? name;
      this.#shown.set(name, shown);
    }
    return shown;
  }

  /** The indexes of the items that name somebody, in order. */
  itemsNaming(name: string): readonly number[] {
    const spellings = this.#known.get(personKey(name));
    if (!spellings) return [];
    if (spellings.size === 1) return [...spellings.values()][0] as readonly number[];
    return [...new Set([...spellings.values()].flat())].sort((a, b) => a - b);
  }
}

/** Notes that an item names somebody, or no longer does. */
function change(known: Map<string, Spellings>, name: string, index: number, isNamed: boolean): void {
  const key = personKey(name);
  const spellings = new Map(known.get(key));
  const others = (spellings.get(name) ?? []).filter((other) => other !== index);
  const those = isNamed ? [...others, index].sort((a, b) => a - b) : others;
  if (those.length > 0) spellings.set(name, those);
  else spellings.delete(name);
  if (spellings.size > 0) known.set(key, spellings);
  else known.delete(key);
}

function mostUsed(spellings: Spellings | undefined): string | undefined {
  if (!spellings) return undefined;
  let best: readonly [string, readonly number[]] | undefined;
  for (const spelling of spellings) {
    const [name, items] = spelling;
    if (!best || items.length > best[1].length) best = spelling;
    else if (items.length === best[1].length) {
      const [first, firstOfBest] = [items[0] as number, best[1][0] as number];
      // Of an item that writes a name in two ways neither is the first: any order will do, if it is always the same.
      if (first < firstOfBest || (first === firstOfBest && name < best[0])) best = spelling;
    }
  }
  return best?.[0];
}

/** The fields of each type that may hold people, and how. */
const FIELDS: ReadonlyMap<string, readonly (readonly [field: string, form: Form])[]> = new Map(
  ITEM_TYPES.map((type) => [
    type.name,
    fieldNames(type).flatMap((field) => {
      const form = fieldOf(type, field)?.kind;
      return form && holdsPeople(form) ? [[field, form] as const] : [];
    }),
  ]),
);

/** The people that the fields of an item name, as it writes them. */
export function peopleIn({ type, values }: Item): readonly Person[] {
  const people: Person[] = [];
  for (const [field, form] of FIELDS.get(type.name) ?? []) {
    const value = (values as Readonly<Record<string, unknown>>)[field];
    if (value !== undefined) addPeople(value, form, people);
  }
  return people;
}

function addPeople(value: unknown, form: Form, people: Person[]): void {
  if (form.name === 'person') {
    people.push(value as Person);
  } else if (form.of) {
    for (const { value: one } of value as readonly { readonly value: unknown }[]) addPeople(one, form.of, people);
  } else if (form.keys) {
    const { values } = value as { readonly values: Readonly<Record<string, unknown>> };
    for (const [key, under] of Object.entries(form.keys)) {
      if (under.name === 'person' && values[key] !== undefined) addPeople(values[key], under, people);
    }
  }
}

/** The names, as they are written, each once. */
const namesIn = (item: Item): ReadonlySet<string> => new Set(peopleIn(item).map(({ name }) => name));
