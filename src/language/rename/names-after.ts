import type { ReferenceName } from '../../core/model/values/reference.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Lookup } from '../../core/plan/lookup.ts';

/** Another id for an item, or for a program, described or not. */
export interface IdChange {
  /** The item; none of a program that no document describes. */
  readonly item: Item | undefined;
  /** Whether it is a program. */
  readonly isProgram: boolean;
  readonly from: string;
  readonly to: string;
}

/** What a name leads to: an item, several of which none is meant before the others, or nothing. */
export type Meaning = Item | 'several' | undefined;

/** What names mean, before and after an id has changed. */
export class NamesAfter {
  readonly #lookup: Lookup;
  readonly #change: IdChange;

  constructor(lookup: Lookup, change: IdChange) {
    this.#lookup = lookup;
    this.#change = change;
  }

  /** What changes. */
  get change(): IdChange {
    return this.#change;
  }

  /** Whether a name could mean something else than before. */
  concerns({ program, id }: ReferenceName): boolean {
    const { from, to, isProgram } = this.#change;
    return id === from || id === to || (isProgram && (program === from || program === to));
  }

  /** The name of a program as it is then. */
  program(id: string): string {
    const { isProgram, from, to } = this.#change;
    return isProgram && id === from ? to : id;
  }

  /** The id of an item as it is then. */
  idOf(item: Item): string {
    return item === this.#change.item ? this.#change.to : item.id;
  }

  /** What a name means now, to an item of a program. */
  before(name: ReferenceName, program: string): Meaning {
    const lookup = this.#lookup;
    if (name.program !== undefined) return lookup.member(name.program, name.id);
    return lookup.member(program, name.id) ?? onlyOne(lookup.everywhere(name.id)) ?? lookup.program(name.id);
  }

  /** What a name means then, to an item of a program, which is named as it is then. */
  after(name: ReferenceName, program: string): Meaning {
    if (name.program !== undefined) return this.#member(name.program, name.id);
    return this.#member(program, name.id) ?? onlyOne(this.#everywhere(name.id)) ?? this.#described(name.id);
  }

  /**
   * The name by which an item is meant then: as it is written now but for what has changed, with its program where that
   * would be taken for another. Undefined where no name leads to it.
   * @param program that of who names it, as it is then
   */
  nameFor(target: Item, written: ReferenceName, program: string): ReferenceName | undefined {
    const id = this.idOf(target);
    const plain: ReferenceName =
      written.program === undefined ? { id } : { program: this.program(written.program), id };
    const names = target.type.name === 'program' ? [plain] : [plain, { program: this.program(target.program), id }];
    return names.find((name) => this.after(name, program) === target);
  }

  #member(program: string, id: string): Item | undefined {
    const { item, isProgram, from, to } = this.#change;
    if (isProgram) {
      if (program === from) return undefined;
      return this.#lookup.member(program === to ? from : program, id);
    }
    if (item && program === item.program) {
      if (id === to) return item;
      if (id === from) return undefined;
    }
    return this.#lookup.member(program, id);
  }

  #everywhere(id: string): readonly Item[] {
    const { item, isProgram, to } = this.#change;
    const found = this.#lookup.everywhere(id);
    if (isProgram || !item) return found;
    const others = found.filter((other) => other !== item);
    return id === to ? [...others, item] : others;
  }

  #described(id: string): Item | undefined {
    const { isProgram, from, to } = this.#change;
    if (!isProgram || (id !== from && id !== to)) return this.#lookup.program(id);
    return id === to ? this.#lookup.program(from) : undefined;
  }
}

const onlyOne = (items: readonly Item[]): Meaning => (items.length > 1 ? 'several' : items[0]);

/** A name as a reference writes it. */
export const nameText = ({ program, id }: ReferenceName): string => (program === undefined ? id : `${program}/${id}`);
