import type { ParsedDocument } from '../core/parse/document.ts';
import { destinationOf } from '../core/plan/mentions.ts';
import { namedFiles } from '../core/plan/named-files.ts';
import { isReadByPlans } from './plan-files.ts';
import { isValueFile } from './value-file.ts';

/**
 * Which of the files that reviews need are there, of those that no plan reads: a PDF, a drawing. Only these are asked for:
 * a folder may have any number of others.
 */
export class PaperFiles {
  readonly #namedBy = new Map<string, readonly string[]>();
  readonly #isThere = new Map<string, boolean>();
  /** What is known and may not hold any more. */
  readonly #stale = new Set<string>();

  /** Those of which nobody knows whether they are there now. */
  get unknown(): readonly string[] {
    if (this.#namedBy.size === 0) return [];
    const named = new Set([...this.#namedBy.values()].flat());
    return [...named].filter((path) => !this.#isThere.has(path) || this.#stale.has(path));
  }

  has(path: string): boolean {
    return this.#isThere.get(path) ?? false;
  }

  /** Takes what a document names now. */
  setNamed(path: string, document: ParsedDocument | undefined): void {
    const papers = document ? papersOf(document) : [];
    const before = this.#namedBy.get(path) ?? [];
    // What happened to a file while nobody named it was not noticed.
    for (const paper of papers) if (!before.includes(paper)) this.#stale.add(paper);
    if (papers.length > 0) this.#namedBy.set(path, papers);
    else this.#namedBy.delete(path);
  }

  isNamed(path: string): boolean {
    return this.#namedBy.size > 0 && [...this.#namedBy.values()].some((papers) => papers.includes(path));
  }

  /** Says whether that is news. */
  set(path: string, isThere: boolean): boolean {
    const was = this.has(path);
    this.#stale.delete(path);
    this.#isThere.set(path, isThere);
    return was !== isThere;
  }

  /** Any file may have come or gone. What is known holds until it has been asked for again. */
  askAgain(): void {
    for (const path of this.#isThere.keys())
      if (this.isNamed(path)) this.#stale.add(path);
      else this.#isThere.delete(path);
  }
}

function papersOf(document: ParsedDocument): readonly string[] {
  const found = new Set<string>();
  for (const item of document.items) {
    for (const { path: written } of namedFiles(item)) {
      const { path } = destinationOf(written, document.path);
      if (path !== undefined && !isReadByPlans(path) && !isValueFile(path)) found.add(path);
    }
  }
  return [...found];
}
