import { idFromName } from '../model/values/id.ts';
import type { ParsedItem } from '../parse/document.ts';
import type { Problem } from '../parse/problem.ts';
import { firstOf } from '../text/some.ts';

/** What decides where an item belongs. */
export interface ScopedItem {
  readonly type: { readonly name: string };
  readonly id: string;
  readonly form: ParsedItem['form'];
  readonly values: Holders;
}

/** A document, as far as it decides where its items belong. */
export interface ScopedDocument<I extends ScopedItem> {
  readonly path: string;
  readonly type: string;
  readonly items: readonly I[];
  readonly holder: Holders;
}

/** The program and the workstream that something says it belongs to. */
export interface Holders {
  readonly program?: Holder | undefined;
  readonly workstream?: Holder | undefined;
}

interface Holder {
  readonly name: { readonly id: string };
}

/** Told of an item and the programs that it could belong to. */
export type OnDoubt<I> = (item: I, programs: readonly string[]) => void;

/** Which program and workstream an item belongs to, by what it says, what holds it, and where its file lies. */
export class Scope<I extends ScopedItem = ParsedItem> {
  readonly #programsByFolder = new Map<string, readonly string[]>();
  readonly #rootProgram: string;

  /** @param rootName the name of the workspace folder: names the program of items that have none */
  constructor(documents: Iterable<ScopedDocument<I>>, rootName: string) {
    this.#rootProgram = idFromName(rootName) || 'plan';
    for (const document of documents) {
      if (document.type !== 'program') continue;
      const program = ownItem(document);
      if (!program) continue;
      const folder = folderOf(document.path);
      const beside = this.#programsByFolder.get(folder);
      if (!beside) this.#programsByFolder.set(folder, [program.id]);
      else if (!beside.includes(program.id)) this.#programsByFolder.set(folder, [...beside, program.id]);
    }
  }

  /**
   * The program of an item.
   * @param onDoubt told of an item that says nothing and has several programs equally near; the first counts
   */
  programOf(item: I, document: ScopedDocument<I>, onDoubt: OnDoubt<I>): string {
    if (item.type.name === 'program') return item.id;
    const written = item.values.program;
    if (written) return written.name.id;
    if (item.form === 'entry') {
      const holder = ownItem(document);
      if (holder) return this.programOf(holder, document, onDoubt);
      if (document.holder.program) return document.holder.program.name.id;
    }
    return this.#byFolder(item, document, onDoubt);
  }

  /** The workstream of an item: its own word, or the workstream document that holds it. */
  workstreamOf(item: I, document: ScopedDocument<I>): string | undefined {
    if (item.type.name === 'workstream' || item.type.name === 'program') return undefined;
    const written = item.values.workstream ?? document.holder.workstream;
    if (written) return written.name.id;
    if (item.form !== 'entry' || document.type !== 'workstream') return undefined;
    return ownItem(document)?.id;
  }

  #byFolder(item: I, document: ScopedDocument<I>, onDoubt: OnDoubt<I>): string {
    const programs = this.#nearestTo(folderOf(document.path));
    if (programs.length > 1) onDoubt(item, programs);
    return programs[0] ?? this.#rootProgram;
  }

  /** The programs of the nearest folder upward that has any. */
  #nearestTo(folder: string): readonly string[] {
    const known = this.#programsByFolder.get(folder);
    if (known) return known;
    const above = folder === '' ? [] : this.#nearestTo(folderOf(folder));
    this.#programsByFolder.set(folder, above);
    return above;
  }
}

/** Of more programs in one folder the first are named. */
const MOST_NAMED = 5;

/** The problem of an item that could belong to several programs. */
export function scopeProblem(item: ParsedItem, programs: readonly string[]): Problem {
  const few = `${programs.slice(0, -1).join(', ')} and ${programs[programs.length - 1]}`;
  const names = programs.length > MOST_NAMED ? firstOf(programs, MOST_NAMED) : few;
  return {
    code: 'missing-field',
    message: `the programs ${names} share the nearest folder: say which one this belongs to, with "program: ${programs[0]}"`,
    range: item.idRange,
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The item that a document itself is: the first; a register is none. */
const ownItem = <I extends ScopedItem>({ items }: ScopedDocument<I>): I | undefined =>
  items[0]?.form === 'file' ? items[0] : undefined;
