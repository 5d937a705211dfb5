import type { IgnoreAbove } from '../workspace/walk.ts';
import { digest } from './cache.ts';
import type { FactsByBlob } from './facts-by-blob.ts';
import type { Finishes } from './finishes.ts';
import { KeptFile } from './kept-file.ts';
import { decodeJson, encodeJson } from './kept-json.ts';
import type { PlanWalk } from './plan-walk.ts';
import type { Repository } from './repository.ts';

/** What was found in the history of a plan before. */
export interface KnownHistory {
  readonly walk: PlanWalk | undefined;
  /** What contents say: it holds for ever. */
  readonly facts: FactsByBlob;
  /** The texts of files that settle what belongs to a plan, by their blobs. */
  readonly settings: ReadonlyMap<string, string>;
  /** What programs were forecast for at commits, by the hashes of these. */
  readonly finishes: ReadonlyMap<string, Finishes>;
}

/** Rises when older files say something else, or when documents are read otherwise. */
const VERSION = 2;

interface Body {
  readonly walk: PlanWalk | undefined;
  readonly facts: [string, unknown][];
  readonly settings: [string, string][];
  readonly finishes: [string, [string, number][]][];
}

/** A file that keeps what was found in the history of the items of one plan. */
export class HistoryCache {
  readonly #file: KeptFile;
  readonly #key: string;

  /**
   * @param folder where the file is; it need not exist
   * @param above the `.gitignore` files of the folders above the plan
   */
  constructor(folder: string, { root, prefix, boundary }: Repository, above: readonly IgnoreAbove[]) {
    this.#file = new KeptFile(folder, digest([root]).slice(0, 32), 'items');
    // What commits depend on besides themselves: where the plan lies, and where a shallow clone ends.
    this.#key = digest([prefix, JSON.stringify(above), ...[...boundary].sort()]);
  }

  read(): Promise<KnownHistory | undefined> {
    return this.#file.read((content) => this.#decode(content));
  }

  async write({ walk, facts, settings, finishes }: KnownHistory): Promise<void> {
    const body: Body = {
      walk,
      facts: [...facts],
      settings: [...settings],
      finishes: [...finishes].map(([commit, days]) => [commit, [...days]]),
    };
    await this.#file.write(() => encodeJson(body, { version: VERSION, key: this.#key }));
  }

  #decode(content: Buffer): KnownHistory | undefined {
    const kept = decodeJson<Body>(content, VERSION);
    if (!kept) return undefined;
    const { walk, facts, settings, finishes } = kept.value;
    const isSamePlan = kept.key === this.#key;
    return {
      walk: isSamePlan ? walk : undefined,
      facts: new Map(facts as [string, never][]),
      settings: new Map(settings),
      finishes: new Map(isSamePlan ? finishes.map(([commit, days]) => [commit, new Map(days)]) : []),
    };
  }
}
