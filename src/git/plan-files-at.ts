import { isDecisionRecord } from '../core/adapters/decision-record.ts';
import { conventionOf } from '../core/config/adapters.ts';
import type { PlanConfig } from '../core/config/config.ts';
import { type Configuration, NO_CONFIGURATION } from '../core/config/configuration.ts';
import { idFromPath } from '../core/parse/id-from-path.ts';
import { type PlanRules, planRules, readingOf } from '../workspace/plan-rules.ts';
import type { IgnoreAbove } from '../workspace/walk.ts';
import { decodeUtf8, type Reading, type ReadingKey, readingKey } from './facts-by-blob.ts';
import { isSettings } from './markdown-paths.ts';
import type { BlobChange } from './plan-walk.ts';

/** What says which files belong to a plan. */
export interface PlanFilesOptions {
  /** The name of the root folder: a README there is named after it. */
  readonly rootName: string;
  /** The configuration, where it is not the one at the root. */
  readonly configuration?: Configuration | undefined;
  /** The `.gitignore` files of the folders above the root. */
  readonly above: readonly IgnoreAbove[];
  /** The texts of the files that settle it, by their blobs. */
  readonly settings: ReadonlyMap<string, string>;
}

/** Which contents a plan was made of, from commit to commit, as its configuration and the ignored files of each had it. */
export class PlanFilesAt {
  readonly #options: PlanFilesOptions;
  readonly #blobs = new Map<string, string>();
  readonly #settings = new Map<string, string>();
  readonly #keys = new Map<string, ReadingKey>();
  #rules: PlanRules | undefined;
  #words = '';
  /** Everything that was ever to be read. */
  readonly readings = new Map<ReadingKey, Reading>();

  constructor(options: PlanFilesOptions) {
    this.#options = options;
  }

  /** The contents that the plan is made of now, by path. */
  get keys(): ReadonlyMap<string, ReadingKey> {
    return this.#keys;
  }

  /** The configuration as it is now. */
  get configuration(): Configuration {
    return this.#rules?.configuration ?? NO_CONFIGURATION;
  }

  /** The blobs of all Markdown files, part of the plan or not. */
  get blobs(): ReadonlyMap<string, string> {
    return this.#blobs;
  }

  /** Whether a configuration reads documents as the one does that there is now. */
  readsLike(config: PlanConfig): boolean {
    return readingOf(config) === this.#words;
  }

  /** Takes what a commit has changed. Gives the documents that are others now, by path; undefined are those that are gone. */
  async change(changes: readonly BlobChange[]): Promise<ReadonlyMap<string, ReadingKey | undefined>> {
    const paths = new Set<string>();
    let isOther = this.#rules === undefined;
    for (const { path, after } of changes) {
      if (isSettings(path)) {
        const text = after === undefined ? undefined : this.#options.settings.get(after);
        if (text === undefined) this.#settings.delete(path);
        else this.#settings.set(path, text);
        isOther = true;
      } else {
        if (after === undefined) this.#blobs.delete(path);
        else this.#blobs.set(path, after);
        paths.add(path);
      }
    }
    if (isOther) {
      this.#rules = await planRules({ ...this.#options, settings: this.#settings, decodeUtf8 });
      this.#words = readingOf(this.#rules.configuration.config);
      for (const path of [...this.#blobs.keys(), ...this.#keys.keys()]) paths.add(path);
    }
    const changed = new Map<string, ReadingKey | undefined>();
    for (const path of paths) {
      const key = this.keyOf(path, this.#blobs.get(path));
      if (key === this.#keys.get(path)) continue;
      if (key === undefined) this.#keys.delete(path);
      else this.#keys.set(path, key);
      changed.set(path, key);
    }
    return changed;
  }

  /** How a content is read at a path, as things stand; undefined where the plan does not read it. */
  keyOf(path: string, blob: string | undefined): ReadingKey | undefined {
    if (blob === undefined || !this.#rules?.reads(path)) return undefined;
    const { rootName } = this.#options;
    const { config } = this.#rules.configuration;
    // The same text is another document where its path says that it follows a convention, as an index of records does not.
    const convention = isDecisionRecord(path) ? conventionOf(path, config.adapters) : undefined;
    const words = `${this.#words}${convention ?? ''}`;
    const key = readingKey(blob, idFromPath(path, rootName), words);
    if (!this.readings.has(key)) {
      this.readings.set(key, { blob, path, options: { ...config, rootName } });
    }
    return key;
  }
}
