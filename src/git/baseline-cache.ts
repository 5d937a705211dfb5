import type { Baseline } from '../core/state/baseline.ts';
import type { IgnoreAbove } from '../workspace/walk.ts';
import { digest } from './cache.ts';
import { KeptFile } from './kept-file.ts';
import { decodeJson, encodeJson } from './kept-json.ts';
import type { Repository } from './repository.ts';

/** Rises when older files say something else, or when a plan is forecast otherwise. */
const VERSION = 1;

interface Written extends Omit<Baseline, 'finishes'> {
  readonly finishes: [string, number][];
}

/** A file that keeps how one plan was forecast at its baseline. */
export class BaselineCache {
  readonly #file: KeptFile;
  readonly #key: string | undefined;

  /**
   * @param folder where the file is; it need not exist
   * @param options what else than the commit decides what the plan was
   */
  constructor(
    folder: string,
    { root, prefix }: Repository,
    { above = [], configuration }: { above?: readonly IgnoreAbove[] | undefined; configuration?: object | undefined },
  ) {
    this.#file = new KeptFile(folder, digest([root]).slice(0, 32), 'baseline');
    // A configuration from elsewhere is for once.
    this.#key = configuration ? undefined : digest([prefix, JSON.stringify(above)]);
  }

  /** What is known of a commit. */
  read(commit: string): Promise<Baseline | undefined> {
    return this.#file.read((content) => {
      const kept = decodeJson<Written>(content, VERSION);
      if (!kept || kept.key !== this.#key || kept.value.commit !== commit) return undefined;
      return { ...kept.value, finishes: new Map(kept.value.finishes) };
    });
  }

  async write(baseline: Baseline): Promise<void> {
    const key = this.#key;
    if (key === undefined) return;
    const written: Written = { ...baseline, finishes: [...baseline.finishes] };
    await this.#file.write(() => encodeJson(written, { version: VERSION, key }));
  }
}
