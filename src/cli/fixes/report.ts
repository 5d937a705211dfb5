import type { FixedDocument } from '../../workspace/fix-all.ts';
import type { Account } from './account.ts';
import type { LeftFinding } from './left.ts';

/** A file that has fixes which were not written, and why. */
export interface Unwritten {
  readonly path: string;
  readonly reason: string;
}

/** What a run has done, and what it has not. */
export interface FixReport {
  /** Each document once. */
  readonly fixed: readonly FixedDocument[];
  readonly unwritten: readonly Unwritten[];
  readonly left: readonly LeftFinding[];
  /** What became of all findings; undefined where files were not written, and nobody can say. */
  readonly account: Account | undefined;
  readonly isDryRun: boolean;
}
