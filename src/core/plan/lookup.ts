import type { ReferenceName } from '../model/values/reference.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import type { Item, ReferenceFault } from './item.ts';

/** What looking a name up gives. */
export interface Found {
  readonly target: Item | undefined;
  readonly fault?: ReferenceFault;
}

/** Finds items by name: first in the program of who asks, then in the whole workspace. */
export class Lookup {
  readonly #programs = new Map<string, Item>();
  readonly #inProgram = new Map<string, Map<string, Item>>();
  readonly #everywhere = new Map<string, Item[]>();

  constructor(items: readonly Item[]) {
    for (const item of items) {
      if (item.type.name === 'program') {
        if (!this.#programs.has(item.id)) this.#programs.set(item.id, item);
        this.#membersOf(item.id);
        continue;
      }
      const members = this.#membersOf(item.program);
      // Of duplicates the first is found; the rest are findings of their own.
      if (members.has(item.id)) continue;
      members.set(item.id, item);
      const same = this.#everywhere.get(item.id);
      if (same) same.push(item);
      else this.#everywhere.set(item.id, [item]);
    }
  }

  /** The program of that id that a document describes. */
  program(id: string): Item | undefined {
    return this.#programs.get(id);
  }

  /** The ids of all programs, also of those that no document describes. */
  get programIds(): Iterable<string> {
    return this.#inProgram.keys();
  }

  /** The item of that id in a program. */
  member(program: string, id: string): Item | undefined {
    return this.#inProgram.get(program)?.get(id);
  }

  /** The items of a program by id. */
  members(program: string): ReadonlyMap<string, Item> {
    return this.#inProgram.get(program) ?? new Map();
  }

  /**
   * The item that a name means for an item of `program`.
   * @param types the types that the field takes: they decide between items that only differ in case, never more
   */
  find(name: ReferenceName, program: string, types: readonly string[]): Found {
    const found =
      name.program === undefined ? this.#byId(name.id, program, types) : this.#byName(name.program, name.id);
    if (!found.target || accepts(types, found.target)) return found;
    return {
      target: found.target,
      fault: {
        kind: 'wrong-type',
        message: `${quoted(found.target.id)} is a ${found.target.type.name}, and a ${types.join(' or ')} belongs here`,
      },
    };
  }

  #byId(id: string, program: string, types: readonly string[]): Found {
    const own = this.member(program, id);
    if (own) return { target: own };
    const others = this.#everywhere.get(id) ?? [];
    if (others.length === 1) return { target: others[0] };
    if (others.length > 1) {
      const names = others.map((item) => item.key);
      return {
        target: undefined,
        fault: {
          kind: 'ambiguous',
          message: `${quoted(id)} is in ${others.length} programs: write ${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`,
          candidates: others,
        },
      };
    }
    const asProgram = this.#programs.get(id);
    if (asProgram && accepts(types, asProgram)) return { target: asProgram };
    return this.#unknown(id, program, types);
  }

  #byName(program: string, id: string): Found {
    const members = this.#inProgram.get(program);
    if (!members) {
      const near = nearest(program, this.#inProgram.keys());
      return unknown(
        `there is no program ${quoted(program)}`,
        near && `${near}/${id}`,
        'write the id of a program before the "/"',
      );
    }
    const target = members.get(id);
    if (target) return { target };
    const near = nearest(id, members.keys());
    return unknown(
      `program ${program} has no item ${quoted(id)}`,
      near && `${program}/${near}`,
      elsewhere(this.#everywhere.get(id)),
    );
  }

  #unknown(id: string, program: string, types: readonly string[]): Found {
    const fitting = (items: Iterable<Item>): string[] =>
      [...items].filter((item) => accepts(types, item)).map((item) => item.id);
    const near =
      nearest(id, fitting(this.members(program).values())) ??
      nearest(id, this.members(program).keys()) ??
      nearest(id, this.#everywhere.keys());
    return unknown(`there is no item ${quoted(id)}`, near, 'write the id of an item, or create it');
  }

  #membersOf(program: string): Map<string, Item> {
    let members = this.#inProgram.get(program);
    if (!members) {
      members = new Map();
      this.#inProgram.set(program, members);
    }
    return members;
  }
}

const accepts = (types: readonly string[], item: Item): boolean =>
  types.includes('any') || types.includes(item.type.name);

const elsewhere = (items: readonly Item[] | undefined): string =>
  items?.[0] ? `${items[0].key} has that id` : 'write the id of an item, or create it';

function unknown(what: string, suggestion: string | undefined, advice: string): Found {
  return {
    target: undefined,
    fault: {
      kind: 'unknown',
      message: `${what}: ${suggestion ? `did you mean ${suggestion}?` : advice}`,
      ...(suggestion ? { suggestion } : {}),
    },
  };
}
