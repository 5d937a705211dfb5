import { conventionOf } from '../core/config/adapters.ts';
import type { PlanConfig } from '../core/config/config.ts';
import { sourcesIn } from '../core/metrics/source/value-files.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { findUnfenced } from '../core/parse/unfenced.ts';
import type { Decoded } from './decode.ts';
import { PaperFiles } from './paper-files.ts';
import { planFileFilter } from './plan-files.ts';
import { readDocument } from './read-document.ts';
import { ValueFileStore } from './value-file-store.ts';

/** Which files there are, part of the plan or not. */
export interface PresentFiles {
  readonly has: (path: string) => boolean;
  /** Whether there is a file of a name, whatever its folder and extension. */
  readonly hasNamed: (name: string) => boolean;
  /** The paths of all that are text of people: what a link or a field could name. */
  readonly list: () => readonly string[];
}

/** A document that somebody else has parsed from the same text, under the same configuration; undefined without one. */
export type KnownDocument = (path: string, text: string) => ParsedDocument | undefined;

/**
 * The files of a root as last read, and the documents of the plan among them. The text of an open document wins over
 * its file; each text is parsed once.
 */
export class DocumentStore {
  readonly #files = new Map<string, Decoded>();
  /** How many files and open documents there are of each name, without folder, extension and case. */
  readonly #stems = new Map<string, number>();
  readonly #open = new Map<string, string>();
  readonly #parsed = new Map<string, ParsedDocument>();
  /** All documents in order; undefined where one has come or gone since. */
  #documents: readonly ParsedDocument[] | undefined;
  /** The paths of those that were parsed again since. */
  readonly #reparsed = new Set<string>();
  #present: PresentFiles | undefined;
  /** The files that metrics have their values in. */
  readonly valueFiles = new ValueFileStore();
  /** The files that reviews need. */
  readonly papers = new PaperFiles();
  readonly #rootName: string;
  readonly #known: KnownDocument | undefined;
  #config: PlanConfig;
  #accepts: (path: string) => boolean;

  /**
   * @param rootName the name of the root folder
   * @param known tells of what is parsed already
   */
  constructor(config: PlanConfig, rootName: string, known?: KnownDocument) {
    this.#rootName = rootName;
    this.#known = known;
    this.#config = config;
    this.#accepts = planFileFilter(config);
  }

  /** The documents of the plan, in the order of their paths. */
  get documents(): readonly ParsedDocument[] {
    if (!this.#documents) {
      this.#documents = [...this.#parsed.keys()].sort().map((path) => this.#parsed.get(path) as ParsedDocument);
    } else if (this.#reparsed.size > 0) {
      const documents = this.#documents.slice();
      for (const path of this.#reparsed) documents[placeOf(path, documents)] = this.#parsed.get(path) as ParsedDocument;
      this.#documents = documents;
    }
    this.#reparsed.clear();
    return this.#documents;
  }

  get paths(): IterableIterator<string> {
    return this.#files.keys();
  }

  get openPaths(): IterableIterator<string> {
    return this.#open.keys();
  }

  /** Which files there are: another object once one has come or gone. */
  get present(): PresentFiles {
    this.#present ??= {
      has: (path) => this.#isPresent(path),
      hasNamed: (name) => this.#stems.has(name.toLowerCase()),
      list: () => [...new Set([...this.#files.keys(), ...this.#open.keys()])].sort(),
    };
    return this.#present;
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** A file as it stands on the disk now; undefined where it is gone, or no text. */
  setFile(path: string, content: Decoded | undefined): void {
    const was = this.#isText(path);
    if (content) this.#files.set(path, this.#keepable(path, content));
    else this.#files.delete(path);
    this.#countAgain(path, was);
    if (!this.#open.has(path)) this.#parse(path);
  }

  /** The text of a document that is open in the editor; undefined where it has been closed. */
  setOpen(path: string, text: string | undefined): void {
    const was = this.#isText(path);
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    this.#countAgain(path, was);
    this.#parse(path);
  }

  /** Whether a file that a review needs is there. */
  setPaper(path: string, isThere: boolean): void {
    if (this.papers.set(path, isThere)) this.#present = undefined;
  }

  /** Another configuration: every text is another document. */
  setConfig(config: PlanConfig): void {
    this.#config = config;
    this.#accepts = planFileFilter(config);
  }

  /** Whether the text of a file was let go while nobody asked for it, and somebody does now. */
  isUnread(path: string): boolean {
    return this.#files.get(path)?.text === '' && this.#isAdapted(path);
  }

  /** Parses a text again, after the configuration has changed. */
  reparse(path: string): void {
    this.#parse(path);
  }

  #isPresent(path: string): boolean {
    return this.#isText(path) || this.valueFiles.has(path) || this.papers.has(path);
  }

  /** Whether there is such a file, or a document that is open before, or after, there is. */
  #isText(path: string): boolean {
    return this.#files.has(path) || this.#open.has(path);
  }

  /** Counts a file or document that has come or gone. */
  #countAgain(path: string, was: boolean): void {
    const is = this.#isText(path);
    if (is === was) return;
    this.#present = undefined;
    const name = stem(path);
    const count = (this.#stems.get(name) ?? 0) + (is ? 1 : -1);
    if (count > 0) this.#stems.set(name, count);
    else this.#stems.delete(name);
  }

  /** Of a file that is not part of the plan only its being there is of interest. */
  #keepable(path: string, content: Decoded): Decoded {
    return this.#isParsable(path, content.text) ? content : { text: '' };
  }

  #isParsable(path: string, text: string): boolean {
    if (text.startsWith('---') || text.startsWith('\ufeff---') || text.startsWith('<<<<<<<')) return true;
    return this.#open.has(path) || this.#isAdapted(path) || findUnfenced(text) !== undefined;
  }

  /** Whether a file follows a convention of others, which may do without front matter. */
  #isAdapted(path: string): boolean {
    return conventionOf(path, this.#config.adapters) !== undefined;
  }

  #parse(path: string): void {
    const open = this.#open.get(path);
    const content = open === undefined ? this.#files.get(path) : { text: open };
    let document: ParsedDocument | undefined;
    if (content && this.#accepts(path)) {
      const known = content.unsupported === undefined ? this.#known?.(path, content.text) : undefined;
      document = known ?? readDocument(path, content, { ...this.#config, rootName: this.#rootName });
    }
    this.valueFiles.setNamed(path, document ? sourcesIn(document) : []);
    this.papers.setNamed(path, document);
    if (this.#parsed.has(path) !== (document !== undefined)) this.#documents = undefined;
    if (document) {
      this.#parsed.set(path, document);
      this.#reparsed.add(path);
    } else {
      this.#parsed.delete(path);
    }
  }
}

/** Where the document of a path stands among documents in the order of their paths. */
function placeOf(path: string, documents: readonly ParsedDocument[]): number {
  let low = 0;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle] as ParsedDocument).path < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

const stem = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
