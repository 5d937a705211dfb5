import type { ReferenceName } from '../model/values/reference.ts';
import { firstOf } from '../text/some.ts';
import { quoted } from '../text/visible.ts';
import { oneOf, withArticle } from '../text/words.ts';
import { Guesses } from './guesses.ts';
import type { Item, ReferenceFault } from './item.ts';
import type { Names } from './names.ts';

/** What to do about an item that is not there. */
const CREATE_IT = 'write the id of an item, or create it';

/** What looking a name up gives. */
export interface Found {
  readonly target: Item | undefined;
  readonly fault: ReferenceFault | undefined;
}

/** Finds items by name: first in the program of who asks, then in the whole workspace. */
export class Lookup {
  readonly #items: readonly Item[];
  readonly #names: Names;
  readonly #guesses: Guesses;

  constructor(items: readonly Item[], names: Names, guesses = new Guesses()) {
    this.#items = items;
    this.#names = names;
    this.#guesses = guesses;
  }

  /** The same for other items that have the same names in the same order. */
  among(items: readonly Item[]): Lookup {
    return new Lookup(items, this.#names, this.#guesses);
  }

  /** Whether there were so many unknown names that the last have no suggestions: which, depends on who asked first. */
  get hasGivenUp(): boolean {
    return this.#guesses.areUsedUp;
  }

  /** The program of that id that a document describes. */
  program(id: string): Item | undefined {
    return this.#item(this.#names.program(id));
  }

  /** The ids of all programs, also of those that no document describes. */
  get programIds(): Iterable<string> {
    return this.#names.programIds;
  }

  /** The id of the described program that a name is probably meant for. */
  nearestProgram(id: string): string | undefined {
    return this.#guesses.once(`program ${id}`, () => this.#guesses.nearest(id, [...this.#names.describedPrograms]));
  }

  /** The id of the workstream of a program that a name is probably meant for. */
  nearestWorkstream(program: string, id: string): string | undefined {
    return this.#guesses.once(`workstream ${program}/${id}`, () =>
      this.#guesses.nearest(id, this.#idsIn(program, ['workstream'])),
    );
  }

  /** The item of that id in a program. */
  member(program: string, id: string): Item | undefined {
    return this.#item(this.#names.members(program)?.get(id));
  }

  /** The items of a program by id. */
  members(program: string): ReadonlyMap<string, Item> {
    const members = this.#names.members(program) ?? new Map<string, number>();
    return new Map([...members].map(([id, index]) => [id, this.#items[index] as Item]));
  }

  /** The items of that id in all programs. */
  everywhere(id: string): readonly Item[] {
    const found = this.#names.everywhere(id) ?? [];
    return (typeof found === 'number' ? [found] : found).map((index) => this.#items[index] as Item);
  }

  /** The groups of items that have the same key. */
  get duplicates(): readonly (readonly Item[])[] {
    return [...this.#names.duplicates].map((group) => group.map((index) => this.#items[index] as Item));
  }

  /**
   * The item that a name means for an item of `program`.
   * @param types the types that the field takes; a target of another type is found, and at fault
   */
  find(name: ReferenceName, program: string, types: readonly string[]): Found {
    const target = this.#target(name, program);
    if (!target) return { target, fault: this.#missing(name, program, types) };
    if (accepts(types, target)) return { target, fault: undefined };
    const message = `${quoted(target.id)} is ${withArticle(target.type.name)}, and ${withArticle(oneOf(types))} belongs here`;
    return { target, fault: { kind: 'wrong-type', message } };
  }

  /** The decision record that another one means by a number, or by the name of its file. */
  recordNear(name: ReferenceName, from: Item): Item | undefined {
    return name.program === undefined ? this.#item(this.#names.recordNear(from.document, name.id)) : undefined;
  }

  #item(index: number | undefined): Item | undefined {
    return index === undefined ? undefined : this.#items[index];
  }

  #target(name: ReferenceName, program: string): Item | undefined {
    if (name.program !== undefined) return this.member(name.program, name.id);
    const own = this.member(program, name.id);
    if (own) return own;
    const found = this.#names.everywhere(name.id);
    if (found !== undefined) return typeof found === 'number' ? this.#items[found] : undefined;
    return this.program(name.id);
  }

  #missing(name: ReferenceName, program: string, types: readonly string[]): ReferenceFault {
    if (name.program !== undefined) return this.#missingInProgram(name.program, name.id);
    const others = this.everywhere(name.id);
    if (others.length > 1) return ambiguous(name.id, others);
    const near = this.#nearestId(name.id, program, types);
    return unknown(`there is no item ${quoted(name.id)}`, near);
  }

  #missingInProgram(program: string, id: string): ReferenceFault {
    const members = this.#names.members(program);
    if (!members) {
      const near = this.#guesses.once(`program of a member ${program}`, () =>
        this.#guesses.nearest(program, [...this.#names.programIds]),
      );
      const advice = 'write the id of a program before the "/"';
      return unknown(`there is no program ${quoted(program)}`, near && `${near}/${id}`, advice);
    }
    const near = this.#guesses.once(`member ${program}/${id}`, () => this.#guesses.nearest(id, [...members.keys()]));
    const [other] = this.everywhere(id);
    return unknown(
      `program ${program} has no item ${quoted(id)}`,
      near && `${program}/${near}`,
      other && `${other.key} has that id`,
    );
  }

  /** The nearest id: of an item that would fit, in the same program, before any other. */
  #nearestId(id: string, program: string, types: readonly string[]): string | undefined {
    return this.#guesses.once(`${types.join(' or ')} in ${program}/${id}`, () =>
      this.#guesses.areUsedUp
        ? undefined
        : (this.#guesses.nearest(id, this.#idsIn(program, types)) ??
          this.#guesses.nearest(id, this.#idsIn(program, ANY)) ??
          this.#guesses.nearest(id, [...this.#names.everyId])),
    );
  }

  /** The ids in a program of items of some types. */
  #idsIn(program: string, types: readonly string[]): string[] {
    const ids: string[] = [];
    for (const [id, index] of this.#names.members(program) ?? []) {
      if (accepts(types, this.#items[index] as Item)) ids.push(id);
    }
    return ids;
  }
}

const ANY = ['any'];

const accepts = (types: readonly string[], item: Item): boolean =>
  types.includes(item.type.name) || types.includes('any');

const MOST_NAMED = 5;

function ambiguous(id: string, candidates: readonly Item[]): ReferenceFault {
  const names = candidates.map((item) => item.key);
  const choice = names.length > MOST_NAMED ? firstOf(names, MOST_NAMED) : oneOf(names);
  return { kind: 'ambiguous', message: `${quoted(id)} is in ${names.length} programs: write ${choice}` };
}

/** A name that nothing has: which is near, or else what is known of it. */
function unknown(what: string, suggestion: string | undefined, known?: string): ReferenceFault {
  if (suggestion) return { kind: 'unknown', message: `${what}: did you mean ${suggestion}?`, suggestion };
  return {
    kind: 'unknown',
    message: `${what}: ${known ?? CREATE_IT}`,
    ...(known === undefined && { isNowhere: true }),
  };
}
