import { idFromPath } from '../parse/id-from-path.ts';
import type { Item } from './item.ts';

/** What people call a record by its number. */
const RECORD_NUMBER = /^(?:adr[-_]?)?(\d{1,6})$/i;

/** A name of a record in the folder of a path. */
const recordKey = (path: string, name: string): string => `${path.slice(0, path.lastIndexOf('/') + 1)}\n${name}`;

/**
 * Which item each name means, by the item's place among all items. So it holds as long as items keep their places and
 * names, whatever else is written of them.
 */
export class Names {
  readonly #programs = new Map<string, number>();
  readonly #inProgram = new Map<string, Map<string, number>>();
  readonly #everywhere = new Map<string, number | number[]>();
  readonly #shared = new Map<string, number[]>();
  /** Decision records by their folder and what their files are called, or numbered; undefined where several are. */
  readonly #records = new Map<string, number | undefined>();

  /** Adds the next item, in document order. Of duplicates the first is found; the rest are findings of their own. */
  add(item: Item): void {
    if (item.document.convention) this.#addRecord(item);
    const first = item.type.name === 'program' ? this.#addProgram(item) : this.#addMember(item);
    if (first === undefined) return;
    const same = this.#shared.get(item.key);
    if (same) same.push(item.index);
    else this.#shared.set(item.key, [first, item.index]);
  }

  program(id: string): number | undefined {
    return this.#programs.get(id);
  }

  /** The ids of all programs, also of those that no document describes. */
  get programIds(): Iterable<string> {
    return this.#inProgram.keys();
  }

  /** The ids of the programs that a document describes. */
  get describedPrograms(): Iterable<string> {
    return this.#programs.keys();
  }

  /** The items of a program by id; undefined where there is no such program. */
  members(program: string): ReadonlyMap<string, number> | undefined {
    return this.#inProgram.get(program);
  }

  /** The item of an id, of whatever program, or the items where several programs have one. */
  everywhere(id: string): number | readonly number[] | undefined {
    return this.#everywhere.get(id);
  }

  get everyId(): Iterable<string> {
    return this.#everywhere.keys();
  }

  /** The decision record that another one means by a name: `ADR-5`, `0005`, or that of its file. */
  recordNear({ path }: { readonly path: string }, name: string): number | undefined {
    const number = RECORD_NUMBER.exec(name)?.[1];
    return this.#records.get(recordKey(path, number === undefined ? name : `#${Number(number)}`));
  }

  /** The items that have the names of an item's program and workstream. */
  holdersOf({ program, workstream }: Item): readonly number[] {
    const programs = this.#sharing(program, this.#programs.get(program));
    if (workstream === undefined) return programs;
    return [...programs, ...this.#sharing(`${program}/${workstream}`, this.#inProgram.get(program)?.get(workstream))];
  }

  /** The groups of items that have the same key. */
  get duplicates(): Iterable<readonly number[]> {
    return this.#shared.values();
  }

  #sharing(key: string, first: number | undefined): readonly number[] {
    return this.#shared.get(key) ?? (first === undefined ? [] : [first]);
  }

  #addRecord({ document: { path }, index }: Item): void {
    const name = idFromPath(path);
    const number = /^(?:adr[-_]?)?(\d{1,6})(?!\d)/i.exec(name)?.[1];
    for (const key of [name, ...(number === undefined ? [] : [`#${Number(number)}`])].map((one) =>
      recordKey(path, one),
    ))
      this.#records.set(key, this.#records.has(key) ? undefined : index);
  }

  /** Says which item already has the name. */
  #addProgram({ id, index }: Item): number | undefined {
    const known = this.#programs.get(id);
    if (known === undefined) this.#programs.set(id, index);
    this.#membersOf(id);
    return known;
  }

  #addMember({ id, index, program }: Item): number | undefined {
    const members = this.#membersOf(program);
    const known = members.get(id);
    if (known !== undefined) return known;
    members.set(id, index);
    const same = this.#everywhere.get(id);
    if (same === undefined) this.#everywhere.set(id, index);
    else if (Array.isArray(same)) same.push(index);
    else this.#everywhere.set(id, [same, index]);
    return undefined;
  }

  #membersOf(program: string): Map<string, number> {
    let members = this.#inProgram.get(program);
    if (!members) {
      members = new Map();
      this.#inProgram.set(program, members);
    }
    return members;
  }
}
