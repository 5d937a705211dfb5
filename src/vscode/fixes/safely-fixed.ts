import type { Finding } from '../../core/rules/finding.ts';
import { type FixedDocument, fixAll } from '../../workspace/fix-all.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { isDoubtful } from './doubtful.ts';

/** What becomes of the documents of a plan whose findings are fixed without asking. */
export interface SafelyFixed {
  readonly documents: readonly FixedDocument[];
  /** The paths of documents that have such findings and are left as they are: nobody can tell whether they are UTF-8. */
  readonly doubtful: readonly string[];
}

/** Fixes what needs no asking, in the documents of a plan. */
export function* safelyFixed(snapshot: Snapshot, accepts: (finding: Finding) => boolean): Generator<void, SafelyFixed> {
  const doubtful = new Set<string>();
  const mayWrite = (path: string): boolean => {
    const may = !isDoubtful(snapshot.plan.documentAt(path));
    if (!may) doubtful.add(path);
    return may;
  };
  const { documents } = yield* fixAll(snapshot, { accepts, mayWrite });
  return { documents, doubtful: [...doubtful] };
}
