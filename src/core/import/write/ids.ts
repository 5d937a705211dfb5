import type { ItemType } from '../../model/item-type.ts';
import { idFromName, parseId } from '../../model/values/id.ts';
import { idFromTitle } from '../../scaffold/suggest-id.ts';

/** Longer ids fit into no reference that somebody reads. */
const MOST_CHARACTERS = 60;

/** Gives out ids, each once: also such as differ in case alone are taken for the same, as people do. */
export class Ids {
  readonly #taken = new Set<string>();
  /** The number that was last given to names of a beginning. */
  readonly #numbers = new Map<string, number>();

  /** The first of some names from which an id can be made that is free, and takes it. */
  take(names: readonly string[]): string | undefined {
    for (const name of names) {
      const id = idOf(name);
      if (id !== '' && this.#claim(id)) return id;
    }
    return undefined;
  }

  /** An id for an item that has no name of its own: the next number where its type is numbered, else its title. */
  make(type: ItemType, title: string): string {
    if (type.prefix !== undefined) return this.#next(type.prefix, 1);
    const id = idFromTitle(title) || type.name;
    return this.#claim(id) ? id : this.#next(`${id}-`, 2);
  }

  #next(beginning: string, first: number): string {
    let number = (this.#numbers.get(beginning) ?? first - 1) + 1;
    while (!this.#claim(`${beginning}${number}`)) number++;
    this.#numbers.set(beginning, number);
    return `${beginning}${number}`;
  }

  #claim(id: string): boolean {
    const folded = id.normalize('NFC').toLowerCase();
    if (this.#taken.has(folded)) return false;
    this.#taken.add(folded);
    return true;
  }
}

/** A name as an id: one that is an id stays as it is, of others what no id holds becomes a dash. */
function idOf(name: string): string {
  const written = name.trim();
  const id = parseId(written);
  if (id.ok && id.value.length <= MOST_CHARACTERS) return id.value;
  const short = [...idFromName(written).replace(/-{2,}/g, '-')].slice(0, MOST_CHARACTERS).join('');
  return short.replace(/[-._]+$/, '');
}
