import { Failure } from '../failure.ts';
import { checkWritable, writeChanged } from './write-changed.ts';

/** A text that takes the place of another one in a file. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What has become of some changes. */
export interface Outcome<C extends Change> {
  readonly written: readonly C[];
  /** Not written, as the file is no longer what it was. */
  readonly outdated: readonly C[];
  /** Not written, with the reason. */
  readonly failed: readonly { readonly change: C; readonly failure: Failure }[];
}

/**
 * Writes changes of files below a root. Where one cannot be written, that is found before the first one is, and none
 * is. What fails all the same, as where the disk is full, ends the writing: the outcome tells what was written by then.
 */
export function writeAll<C extends Change>(root: string, changes: readonly C[], write = writeChanged): Outcome<C> {
  const refused = changes.flatMap((change) => failureOf(change, () => checkWritable(root, change.path)) ?? []);
  const written: C[] = [];
  const outdated: C[] = [];
  if (refused.length > 0) {
    const reasons = new Map(refused.map(({ change, failure }) => [change, failure]));
    const other = new Failure(
      `it is written with the others, and one of them cannot be: ${refused[0]?.failure.message}`,
    );
    return { written, outdated, failed: changes.map((change) => ({ change, failure: reasons.get(change) ?? other })) };
  }
  for (const [index, change] of changes.entries()) {
    const failed = failureOf(change, () => {
      const isWritten = write(root, change.path, change.before, change.after);
      (isWritten ? written : outdated).push(change);
    });
    if (!failed) continue;
    const other = new Failure(`nothing was written any more: ${failed.failure.message}`);
    const rest = changes.slice(index + 1).map((one) => ({ change: one, failure: other }));
    return { written, outdated, failed: [failed, ...rest] };
  }
  return { written, outdated, failed: [] };
}

function failureOf<C>(change: C, action: () => void): { change: C; failure: Failure } | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return { change, failure: error };
    throw error;
  }
}
