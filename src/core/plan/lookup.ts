import type { ReferenceName } from '../model/values/reference.ts';
import { nearest } from '../text/nearest.ts';
import { firstOf } from '../text/some.ts';
import { quoted } from '../text/visible.ts';
import { oneOf, withArticle } from '../text/words.ts';
import type { Item, ReferenceFault } from './item.ts';

/** What looking a name up gives. */
export interface Found {
  readonly target: Item | undefined;
  readonly fault: ReferenceFault | undefined;
}

/** How many names are compared for suggestions in one plan: a plan of nothing but unknown names stays quick. */
const MOST_COMPARISONS = 2_000_000;

/** Finds items by name: first in the program of who asks, then in the whole workspace. */
export class Lookup {
  readonly #programs = new Map<string, Item>();
  readonly #inProgram = new Map<string, Map<string, Item>>();
  readonly #everywhere = new Map<string, Item | Item[]>();
  readonly #near = new Map<string, string | undefined>();
  #comparisons = 0;

  /** Adds the next item, in document order. Of duplicates the first is found; the rest are findings of their own. */
  add(item: Item): void {
    if (item.type.name === 'program') {
      if (!this.#programs.has(item.id)) this.#programs.set(item.id, item);
      this.#membersOf(item.id);
      return;
    }
    const members = this.#membersOf(item.program);
    if (members.has(item.id)) return;
    members.set(item.id, item);
    const same = this.#everywhere.get(item.id);
    if (same === undefined) this.#everywhere.set(item.id, item);
    else if (Array.isArray(same)) same.push(item);
    else this.#everywhere.set(item.id, [same, item]);
  }

  /** The program of that id that a document describes. */
  program(id: string): Item | undefined {
    return this.#programs.get(id);
  }

  /** The ids of all programs, also of those that no document describes. */
  get programIds(): Iterable<string> {
    return this.#inProgram.keys();
  }

  /** The id of the described program that a name is probably meant for. */
  nearestProgram(id: string): string | undefined {
    return this.#remembered(`/${id}`, () => this.#nearest(id, [...this.#programs.keys()]));
  }

  /** The id of the workstream of a program that a name is probably meant for. */
  nearestWorkstream(program: string, id: string): string | undefined {
    return this.#remembered(`${program}/${id}`, () => {
      const members = [...this.members(program).values()];
      const workstreams = members.filter((item) => item.type.name === 'workstream').map((item) => item.id);
      return this.#nearest(id, workstreams);
    });
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
   * @param types the types that the field takes; a target of another type is found, and at fault
   */
  find(name: ReferenceName, program: string, types: readonly string[]): Found {
    const target = this.#target(name, program);
    if (!target) return { target, fault: this.#missing(name, program, types) };
    if (accepts(types, target)) return { target, fault: undefined };
    const message = `${quoted(target.id)} is ${withArticle(target.type.name)}, and ${withArticle(oneOf(types))} belongs here`;
    return { target, fault: { kind: 'wrong-type', message } };
  }

  #target(name: ReferenceName, program: string): Item | undefined {
    if (name.program !== undefined) return this.member(name.program, name.id);
    const own = this.member(program, name.id);
    if (own) return own;
    const found = this.#everywhere.get(name.id);
    if (found !== undefined) return Array.isArray(found) ? undefined : found;
    return this.#programs.get(name.id);
  }

  #missing(name: ReferenceName, program: string, types: readonly string[]): ReferenceFault {
    if (name.program !== undefined) return this.#missingInProgram(name.program, name.id);
    const others = this.#everywhere.get(name.id);
    if (Array.isArray(others)) return ambiguous(name.id, others);
    const near = this.#nearestId(name.id, program, types);
    return unknown(`there is no item ${quoted(name.id)}`, near, 'write the id of an item, or create it');
  }

  #missingInProgram(program: string, id: string): ReferenceFault {
    const members = this.#inProgram.get(program);
    if (!members) {
      const near = this.#nearest(program, [...this.#inProgram.keys()]);
      const advice = 'write the id of a program before the "/"';
      return unknown(`there is no program ${quoted(program)}`, near && `${near}/${id}`, advice);
    }
    const near = this.#nearest(id, [...members.keys()]);
    const elsewhere = this.#everywhere.get(id);
    const other = Array.isArray(elsewhere) ? elsewhere[0] : elsewhere;
    return unknown(
      `program ${program} has no item ${quoted(id)}`,
      near && `${program}/${near}`,
      other ? `${other.key} has that id` : 'write the id of an item, or create it',
    );
  }

  /** The nearest id: of an item that would fit, in the same program, before any other. */
  #nearestId(id: string, program: string, types: readonly string[]): string | undefined {
    if (this.#comparisons > MOST_COMPARISONS) return undefined;
    const members = [...this.members(program).values()];
    const fitting = members.filter((item) => accepts(types, item)).map((item) => item.id);
    return (
      this.#nearest(id, fitting) ??
      this.#nearest(id, [...this.members(program).keys()]) ??
      this.#nearest(id, [...this.#everywhere.keys()])
    );
  }

  #nearest(word: string, candidates: readonly string[]): string | undefined {
    this.#comparisons += candidates.length;
    return this.#comparisons > MOST_COMPARISONS ? undefined : nearest(word, candidates);
  }

  /** The same few names stand in many items. */
  #remembered(name: string, find: () => string | undefined): string | undefined {
    if (!this.#near.has(name)) this.#near.set(name, find());
    return this.#near.get(name);
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
  types.includes(item.type.name) || types.includes('any');

const MOST_NAMED = 5;

function ambiguous(id: string, candidates: readonly Item[]): ReferenceFault {
  const names = candidates.map((item) => item.key);
  const choice = names.length > MOST_NAMED ? firstOf(names, MOST_NAMED) : oneOf(names);
  return { kind: 'ambiguous', message: `${quoted(id)} is in ${names.length} programs: write ${choice}`, candidates };
}

function unknown(what: string, suggestion: string | undefined, advice: string): ReferenceFault {
  const message = `${what}: ${suggestion ? `did you mean ${suggestion}?` : advice}`;
  return suggestion ? { kind: 'unknown', message, suggestion } : { kind: 'unknown', message };
}
