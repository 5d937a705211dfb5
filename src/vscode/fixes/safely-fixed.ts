import type { Finding } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import { type FixedDocument, fixAll } from '../../workspace/fix-all.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

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
    // Bytes that are no UTF-8 were read as this character: to save it would be to lose them.
    const may = !snapshot.plan.documentAt(path)?.text.includes('\ufffd');
    if (!may) doubtful.add(path);
    return may;
  };
  const { documents } = yield* fixAll(snapshot, { accepts, mayWrite });
  return { documents, doubtful: [...doubtful] };
}

/** What a person is told of documents that were left as they are; undefined where there are none. */
export function doubtfulMessage(paths: readonly string[]): string | undefined {
  const [first, ...more] = paths;
  if (first === undefined) return undefined;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return `Milepost: ${visible(first)}${others} is left as it was. It holds the character U+FFFD, which stands for bytes that are not UTF-8: remove it, or apply the fixes one by one.`;
}
