import type { BaselineGiven } from '../core/state/baseline.ts';
import type { TouchedByGit } from '../core/state/stale.ts';
import type { EarlierOptions } from '../git/earlier-files.ts';
import type { ItemHistoryOptions, PlanHistory } from '../git/item-history.ts';
import type { LineDates } from '../git/line-dates.ts';
import type { Missing } from '../git/missing.ts';
import type { BaselineOptions } from '../git/read-baseline.ts';
import type { History, HistoryOptions } from '../git/read-history.ts';
import type { Revisions } from '../git/revisions.ts';
import type { sinceRevision } from '../git/since-revision.ts';
import type { Host } from '../workspace/slices.ts';

/** What differs between the hosts that extensions run in: the desktop and remote one, and the web worker. */
export interface Platform {
  readonly host: Host;
  /** Git, where programs can be started: not in a browser. */
  readonly git?: PlatformGit;
}

/** What the extension asks git. */
export interface PlatformGit {
  readonly readHistory: (options: Omit<HistoryOptions, 'env'>) => Promise<History>;
  readonly readEarlier: (options: Omit<EarlierOptions, 'env'>) => Promise<ReadonlyMap<string, string> | undefined>;
  readonly readBaseline: (options: Omit<BaselineOptions, 'env'>) => Promise<BaselineGiven | Missing>;
  readonly readItemHistory: (options: Omit<ItemHistoryOptions, 'env'>) => Promise<PlanHistory | Missing>;
  readonly sinceRevision: typeof sinceRevision;
  readonly touchedBy: (dates: LineDates) => TouchedByGit;
  /** The same for a plan as it was before. */
  readonly touchedBefore: (dates: LineDates) => TouchedByGit;
  /** What the repository of a plan has besides the working tree; otherwise what is missing. */
  readonly openRevisions: (root: string, signal?: AbortSignal) => Promise<Revisions | Missing>;
  /** Where git keeps what it knows of a folder; undefined where there is no repository, or no git. */
  readonly gitFolderOf: (root: string) => Promise<string | undefined>;
}
