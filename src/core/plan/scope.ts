import { idFromName } from '../model/values/id.ts';
import type { ParsedDocument, ParsedItem } from '../parse/document.ts';
import type { Problem } from '../parse/problem.ts';

/** Which program and workstream an item belongs to, by what it says, what holds it, and where its file lies. */
export class Scope {
  readonly #programsByFolder = new Map<string, string[]>();
  readonly #rootProgram: string;
  readonly #report: (document: ParsedDocument, problem: Problem) => void;
  readonly #reported = new Set<ParsedDocument>();

  /** @param rootName the name of the workspace folder: names the program of items that have none */
  constructor(
    documents: readonly ParsedDocument[],
    rootName: string,
    report: (document: ParsedDocument, problem: Problem) => void,
  ) {
    this.#rootProgram = idFromName(rootName) || 'plan';
    this.#report = report;
    for (const document of documents) {
      if (document.type !== 'program') continue;
      const program = document.items.find((item) => item.form === 'file');
      if (!program) continue;
      const folder = folderOf(document.path);
      const beside = this.#programsByFolder.get(folder);
      if (!beside) this.#programsByFolder.set(folder, [program.id]);
      else if (!beside.includes(program.id)) beside.push(program.id);
    }
  }

  /** The program of an item. */
  programOf(item: ParsedItem, document: ParsedDocument): string {
    if (item.type.name === 'program') return item.id;
    const written = item.values.program;
    if (written) return written.name.id;
    if (item.form === 'entry') {
      const holder = document.items.find((candidate) => candidate.form === 'file');
      if (holder) return this.programOf(holder, document);
      if (document.holder.program) return document.holder.program.name.id;
    }
    return this.#byFolder(item, document);
  }

  /** The workstream of an item: its own word, or the workstream document that holds it. */
  workstreamOf(item: ParsedItem, document: ParsedDocument): string | undefined {
    if (item.type.name === 'workstream' || item.type.name === 'program') return undefined;
    const written = item.values.workstream ?? document.holder.workstream;
    if (written) return written.name.id;
    if (item.form !== 'entry' || document.type !== 'workstream') return undefined;
    return document.items.find((candidate) => candidate.form === 'file')?.id;
  }

  #byFolder(item: ParsedItem, document: ParsedDocument): string {
    for (let folder: string | undefined = folderOf(document.path); folder !== undefined; folder = parentOf(folder)) {
      const programs = this.#programsByFolder.get(folder);
      if (!programs) continue;
      if (programs.length > 1) this.#ambiguous(item, document, programs);
      return programs[0] as string;
    }
    return this.#rootProgram;
  }

  #ambiguous(item: ParsedItem, document: ParsedDocument, programs: readonly string[]): void {
    if (this.#reported.has(document)) return;
    this.#reported.add(document);
    const names = `${programs.slice(0, -1).join(', ')} and ${programs[programs.length - 1]}`;
    this.#report(document, {
      code: 'missing-field',
      message: `the programs ${names} share the nearest folder: say which one this belongs to, with "program: ${programs[0]}"`,
      range: item.idRange,
    });
  }
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const parentOf = (folder: string): string | undefined => (folder === '' ? undefined : folderOf(folder));
