import type { Finding } from '../../core/rules/finding.ts';
import { type FixedDocument, fixAll } from '../../workspace/fix-all.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** What becomes of the documents of a plan whose findings are fixed without asking. */
export function* safelyFixed(
  snapshot: Snapshot,
  accepts: (finding: Finding) => boolean,
): Generator<void, readonly FixedDocument[]> {
  // Bytes that are no UTF-8 were read as this character: to save it would be to lose them.
  const mayWrite = (path: string): boolean => !snapshot.plan.documentAt(path)?.text.includes('\ufffd');
  return (yield* fixAll(snapshot, { accepts, mayWrite })).documents;
}
