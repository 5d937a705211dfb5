import { crc32 } from 'node:zlib';
import { digest } from './cache.ts';
import type { FactsByBlob } from './facts-by-blob.ts';
import type { Finishes } from './finishes.ts';
import { KeptFile } from './kept-file.ts';
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
const VERSION = 1;

/** What stands in the first line; the rest is JSON. */
interface Heading {
  readonly version: number;
  /** What commits depend on besides themselves: where the plan lies, and where a shallow clone ends. */
  readonly key: string;
  readonly checksum: number;
}

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

  /** @param folder where the file is; it need not exist */
  constructor(folder: string, { root, prefix, boundary }: Repository) {
    this.#file = new KeptFile(folder, digest([root]).slice(0, 32), 'items');
    this.#key = digest([prefix, '', ...[...boundary].sort()]);
  }

  read(): Promise<KnownHistory | undefined> {
    return this.#file.read((content) => this.#decode(content));
  }

  async write({ walk, facts, settings, finishes }: KnownHistory): Promise<void> {
    const body = JSON.stringify({
      walk,
      facts: [...facts],
      settings: [...settings],
      finishes: [...finishes].map(([commit, days]) => [commit, [...days]]),
    } satisfies Body);
    const heading: Heading = { version: VERSION, key: this.#key, checksum: crc32(body) };
    await this.#file.write(Buffer.from(`${JSON.stringify(heading)}\n${body}`, 'utf8'));
  }

  #decode(content: Buffer): KnownHistory | undefined {
    const end = content.indexOf(10);
    const { version, key, checksum } = JSON.parse(content.toString('utf8', 0, Math.max(0, end))) as Heading;
    const written = content.subarray(end + 1);
    if (version !== VERSION || checksum !== crc32(written)) return undefined;
    const { walk, facts, settings, finishes } = JSON.parse(written.toString('utf8')) as Body;
    const isSamePlan = key === this.#key;
    return {
      walk: isSamePlan ? walk : undefined,
      facts: new Map(facts as [string, never][]),
      settings: new Map(settings),
      finishes: new Map(isSamePlan ? finishes.map(([commit, days]) => [commit, new Map(days)]) : []),
    };
  }
}
