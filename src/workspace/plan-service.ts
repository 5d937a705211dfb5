import { type Configuration, configurationOf, NO_CONFIGURATION } from '../core/config/configuration.ts';
import { MOST_BYTES } from '../core/metrics/source/value-table.ts';
import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { RULE_CODES } from '../core/rules/registry.ts';
import type { BaselineGiven } from '../core/state/baseline.ts';
import type { TouchedByGit } from '../core/state/stale.ts';
import { type BuildInput, draftSnapshot, finishSnapshot } from './build.ts';
import { type Decoded, type DecodeUtf8, decode } from './decode.ts';
import { DocumentStore } from './document-store.ts';
import type { Files } from './files.ts';
import { type Host, Slices } from './slices.ts';
import { type Snapshot, saysTheSame } from './snapshot.ts';
import { isValueFile } from './value-file.ts';
import { TOO_LARGE } from './value-file-store.ts';
import { type IgnoreAbove, walk } from './walk.ts';

/** What a plan is read with. */
export interface PlanServiceOptions {
  readonly files: Files;
  readonly host: Host;
  readonly decodeUtf8: DecodeUtf8;
  /** The name of the root folder: names the program of items that have none. */
  readonly rootName: string;
  readonly today: Day;
  /** The path of the configuration, relative to the root. */
  readonly configPath?: string;
  /** Told of files that could not be read; they count as not there, and the rest goes on. */
  readonly onError?: (path: string, error: unknown) => void;
  /**
   * Told of what should never happen: a rule that throws costs its own findings, and a build that throws leaves the
   * last snapshot. Without it, rules throw.
   */
  readonly onFailure?: (what: string, error: unknown) => void;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told whenever files have been listed which folders below are in other plans, as far as could be looked. */
  readonly onListed?: (mayBeInOther: (folder: string) => boolean) => void;
  /** Gives the `.gitignore` files of the folders above the root, the outermost first, whenever files are listed. */
  readonly above?: () => Promise<readonly IgnoreAbove[]>;
  /** Tells of documents that another service has parsed under a configuration: what two plans share is kept once. */
  readonly known?: (path: string, text: string, configuration: Configuration) => ParsedDocument | undefined;
}

/** How many files are asked for at once. */
const READS_AT_ONCE = 32;

/**
 * Keeps the plan of one root up to date: takes changes, and publishes one immutable snapshot after another. One
 * build is in flight at a time; changes that come while it runs make it start again, so what is published is never
 * older than what is known.
 */
export class PlanService {
  readonly #options: PlanServiceOptions;
  readonly #configPath: string;
  readonly #store: DocumentStore;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  readonly #touched = new Set<string>();
  /** Folders that came or went, among other things that are no file of a plan. */
  readonly #touchedFolders = new Set<string>();
  /** What could not be read when it was last asked for: it is not there, and yet not missing. */
  readonly #unavailable = new Set<string>();
  #configuration: Configuration = NO_CONFIGURATION;
  #openConfig: string | undefined;
  /** The texts of open documents, those of files that the plan leaves out among them: it may take them in one day. */
  readonly #openTexts = new Map<string, string>();
  #today: Day;
  #touchedByGit: TouchedByGit | undefined;
  #baseline: BaselineGiven | undefined;
  #leavesOut: (path: string) => boolean = () => false;
  #needsList = true;
  #needsConfig = true;
  #complete = false;
  #change = 0;
  #revision = 0;
  #running: Promise<void> | undefined;
  #snapshot: Snapshot | undefined;
  #disposed = false;

  constructor(options: PlanServiceOptions) {
    this.#options = options;
    this.#configPath = options.configPath ?? 'milepost.yaml';
    this.#today = options.today;
    const { rootName, known } = options;
    this.#store = new DocumentStore(
      this.#configuration.config,
      rootName,
      known && ((path, text) => known(path, text, this.#configuration)),
    );
  }

  /** The newest snapshot; undefined before the first. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Calls back for each new snapshot; what is returned ends that. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The text of a document as it stands in the editor; undefined where it has been closed. */
  setOpen(path: string, text: string | undefined): void {
    if (path === this.#configPath) {
      this.#openConfig = text;
      this.#needsConfig = true;
    } else {
      if (text === undefined) this.#openTexts.delete(path);
      else this.#openTexts.set(path, text);
      this.#tellStore(path, text);
      if (text === undefined && !isValueFile(path)) this.#touched.add(path);
    }
    this.#changed();
  }

  /** What the plan leaves out does not become a part of it by being looked at. */
  #tellStore(path: string, text: string | undefined): void {
    const store = isValueFile(path) ? this.#store.valueFiles : this.#store;
    store.setOpen(path, this.#leavesOut(path) ? undefined : text);
  }

  /** Files or folders that may have been created, changed or deleted. */
  touch(paths: Iterable<string>): void {
    for (const path of paths) {
      if (path === this.#configPath) this.#needsConfig = true;
      else if (/\.(?:md|markdown|mdx)$/i.test(path)) this.#touched.add(path);
      else if (isValueFile(path) && this.#store.valueFiles.touch(path)) continue;
      // A folder that came or went says nothing of the files in it: which there are, or what they say by now.
      else {
        this.#needsList = true;
        this.#touchedFolders.add(path);
      }
    }
    this.#changed();
  }

  /** A new day is a change like any other. */
  setToday(today: Day): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#changed();
  }

  /** What git says of when items were changed last is a change like any other. */
  setTouched(touchedByGit: TouchedByGit | undefined): void {
    if (touchedByGit === this.#touchedByGit) return;
    this.#touchedByGit = touchedByGit;
    this.#changed();
  }

  /** What is known of the baseline is a change like any other. */
  setBaseline(baseline: BaselineGiven | undefined): void {
    if (baseline === this.#baseline) return;
    this.#baseline = baseline;
    this.#changed();
  }

  /** Whether a metric has its values in a file. */
  takesValuesFrom(path: string): boolean {
    return this.#store.valueFiles.isNamed(path);
  }

  /** Whether a review needs a file, of those that no plan reads. */
  asksFor(path: string): boolean {
    return this.#store.papers.isNamed(path);
  }

  /** The snapshot of everything that is known by now, complete, once it is built. */
  async settled(): Promise<Snapshot> {
    if (!this.#running && (!this.#snapshot?.complete || this.#hasWork)) this.#changed();
    while (this.#running) await this.#running;
    return this.#snapshot as Snapshot;
  }

  dispose(): void {
    this.#disposed = true;
    this.#change++;
    this.#listeners.clear();
  }

  get #hasWork(): boolean {
    return this.#needsList || this.#needsConfig || this.#touched.size > 0 || this.#store.valueFiles.unread.length > 0;
  }

  #changed(): void {
    this.#change++;
    if (this.#disposed) return;
    this.#running ??= this.#run();
  }

  /** Works until what is published is of the latest change. */
  async #run(): Promise<void> {
    const slices = new Slices(this.#options.host);
    // Changes of one turn, such as the events of a branch switch, are one change.
    await Promise.resolve();
    try {
      for (let built = -1; built !== this.#change && !this.#disposed; ) {
        const change = this.#change;
        try {
          if (await this.#build(change, slices)) built = change;
        } catch (error) {
          if (!this.#options.onFailure) throw error;
          this.#options.onFailure('building the plan', error);
          // The same would fail again; what has changed meanwhile may not.
          built = change;
        }
      }
    } finally {
      // At once: a change that comes from here on begins another run.
      this.#running = undefined;
    }
  }

  /** Reads what is to be read, and publishes it, unless something has changed meanwhile: then it says no. */
  async #build(change: number, slices: Slices): Promise<boolean> {
    if (this.#needsConfig) await this.#readConfig(slices);
    if (this.#needsList) await this.#list(change, slices);
    if (this.#touched.size > 0) await this.#readTouched(slices);
    await someAtOnce(this.#store.valueFiles.unread, (path) => this.#readValues(path, slices));
    await someAtOnce(this.#store.papers.unknown, (path) => this.#lookFor(path, slices));
    if (!this.#complete && !this.#hasWork) this.#complete = true;
    return this.#publishIfCurrent(change, slices);
  }

  /** Publishes first what is not about live blocks: what people type is not to wait for these. */
  async #publishIfCurrent(change: number, slices: Slices): Promise<boolean> {
    const isStale = (): boolean => change !== this.#change || this.#disposed;
    // Building is the long part: it is not begun for what is stale already.
    if (isStale()) return false;
    const draft = await slices.run(draftSnapshot(this.#input(), this.#snapshot), isStale);
    // Even after the last step a change can come before this goes on.
    if (!draft || isStale()) return false;
    this.#publish(draft);
    if (!draft.isDraft) return true;
    if (isStale()) return false;
    const { onFailure } = this.#options;
    const snapshot = await slices.run(finishSnapshot(draft, { revision: ++this.#revision, onFailure }), isStale);
    if (!snapshot || isStale()) return false;
    // Where nothing else is found, nobody has to look again.
    if (saysTheSame(snapshot, draft)) this.#snapshot = snapshot;
    else this.#publish(snapshot);
    return true;
  }

  #input(): BuildInput {
    return {
      revision: ++this.#revision,
      complete: this.#complete,
      today: this.#today,
      touched: this.#touchedByGit,
      baseline: this.#baseline,
      documents: this.#store.documents,
      configuration: this.#configuration,
      rootName: this.#options.rootName,
      hasFile: this.#store.present.has,
      valueFiles: this.#store.valueFiles.files,
      hasFileNamed: this.#store.present.hasNamed,
      listFiles: this.#store.present.list,
      partial: this.#unavailable.size > 0,
      onFailure: this.#options.onFailure,
    };
  }

  #publish(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    for (const listener of [...this.#listeners]) listener(snapshot);
  }

  async #readConfig(slices: Slices): Promise<void> {
    this.#needsConfig = false;
    const text = this.#openConfig ?? (await this.#read(this.#configPath))?.text;
    // A configuration that cannot be read now holds on.
    if (text === undefined && this.#unavailable.has(this.#configPath)) return;
    if (text === this.#configuration.source?.text) return;
    this.#configuration = text === undefined ? NO_CONFIGURATION : configurationOf(this.#configPath, text, RULE_CODES);
    this.#store.setConfig(this.#configuration.config);
    // What is open need not be a file, or not one that has been read.
    for (const path of new Set([...this.#store.paths, ...this.#store.openPaths])) {
      if (this.#store.isUnread(path)) this.#touched.add(path);
      this.#store.reparse(path);
      await slices.pauseIfDue();
    }
  }

  /** Finds out which files there are; those that are new are read next. */
  async #list(change: number, slices: Slices): Promise<void> {
    const { files, decodeUtf8, onError } = this.#options;
    // What is open shows its own findings before the rest is read.
    if (!this.#complete && this.#store.documents.length > 0) await this.#publishIfCurrent(change, slices);
    // What changes from here on is listed once more.
    this.#needsList = false;
    const above = await this.#options.above?.().catch((error: unknown) => {
      this.#needsList = true;
      throw error;
    });
    const folders = [...this.#touchedFolders].filter((path) => path !== '').map((path) => `${path}/`);
    this.#touchedFolders.clear();
    const isTouched = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
    const failed: string[] = [];
    const walked = walk({ files, slices, decodeUtf8, above }, (folder, error) => {
      failed.push(folder);
      onError?.(folder, error);
    });
    const { files: there, valueFiles, leavesOut, roots } = await walked;
    const found = new Set(there);
    this.#store.papers.askAgain();
    const leftOut = this.#leavesOut;
    this.#leavesOut = leavesOut;
    for (const [path, text] of this.#openTexts) if (leavesOut(path) !== leftOut(path)) this.#tellStore(path, text);
    const hasFailed = (path: string): boolean =>
      failed.some((folder) => folder === '' || path.startsWith(`${folder}/`));
    const mayBeThere = (path: string): boolean => hasFailed(path) || this.#unavailable.has(path);
    const others = [...roots].map((root) => `${root}/`);
    this.#options.onListed?.((path) => hasFailed(`${path}/`) || others.some((other) => `${path}/`.startsWith(other)));
    for (const path of [...this.#store.paths]) {
      if (!found.has(path) && !mayBeThere(path)) this.#store.setFile(path, undefined);
    }
    const values = new Set([...valueFiles, ...this.#store.valueFiles.files.paths.filter(mayBeThere)]);
    this.#store.valueFiles.setPresent([...values]);
    for (const path of [...this.#unavailable]) {
      if (!found.has(path) && !values.has(path)) this.#unavailable.delete(path);
    }
    for (const folder of failed) this.#unavailable.add(`${folder}/`);
    const known = new Set(this.#store.paths);
    for (const path of found) if (!known.has(path) || isTouched(path)) this.#touched.add(path);
    if (folders.length > 0) for (const path of valueFiles) if (isTouched(path)) this.#store.valueFiles.touch(path);
  }

  async #readTouched(slices: Slices): Promise<void> {
    const paths = [...this.#touched].filter((path) => !this.#leavesOut(path));
    this.#touched.clear();
    for (let at = 0; at < paths.length && !this.#disposed; at += READS_AT_ONCE) {
      const batch = paths.slice(at, at + READS_AT_ONCE);
      const contents = await Promise.all(batch.map((path) => this.#read(path)));
      await slices.pauseIfDue();
      for (const [i, path] of batch.entries()) {
        // What cannot be read now stays as it was last seen.
        if (!this.#unavailable.has(path)) this.#store.setFile(path, contents[i]);
        await slices.pauseIfDue();
      }
      this.#options.onProgress?.(at + batch.length, paths.length);
    }
  }

  /** Reads a file that a metric has its values in, unless it is larger than such a file is. */
  async #readValues(path: string, slices: Slices): Promise<void> {
    const { valueFiles } = this.#store;
    const size = await this.#ask(path, () => this.#options.files.size(path));
    const isLarge = size !== undefined && size > MOST_BYTES;
    const isAsked = !isLarge && !this.#unavailable.has(path);
    const bytes = isAsked ? await this.#ask(path, () => this.#options.files.read(path)) : undefined;
    // Dates and numbers are the same in every encoding that `decode` makes anything of.
    const content = bytes && decode(bytes, this.#options.decodeUtf8);
    if (this.#unavailable.has(path)) valueFiles.leave(path);
    else if (isLarge) valueFiles.setUnreadable(path, TOO_LARGE);
    else if (bytes && !content) valueFiles.setUnreadable(path, 'it is no text');
    else valueFiles.set(path, content?.text);
    await slices.pauseIfDue();
  }

  /** Finds out whether a file that a review needs is there. */
  async #lookFor(path: string, slices: Slices): Promise<void> {
    const size = await this.#ask(path, () => this.#options.files.size(path));
    // What cannot be asked now is taken for there: nothing is said of it.
    this.#store.setPaper(path, size !== undefined || this.#unavailable.has(path));
    await slices.pauseIfDue();
  }

  async #read(path: string): Promise<Decoded | undefined> {
    const bytes = await this.#ask(path, () => this.#options.files.read(path));
    return bytes && decode(bytes, this.#options.decodeUtf8);
  }

  /** Asks for something of a file; where that fails, the file is unavailable until it is asked for again. */
  async #ask<T>(path: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    try {
      const answer = await ask();
      this.#unavailable.delete(path);
      return answer;
    } catch (error) {
      this.#unavailable.add(path);
      this.#options.onError?.(path, error);
      return undefined;
    }
  }
}

/** Does something with each path, with some of them at the same time: a file may be on the other side of a network. */
async function someAtOnce(paths: readonly string[], act: (path: string) => Promise<void>): Promise<void> {
  for (let at = 0; at < paths.length; at += READS_AT_ONCE) {
    await Promise.all(paths.slice(at, at + READS_AT_ONCE).map(act));
  }
}
