import type { PlaceNow } from '../../src/language/request.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { snapshotOf } from './plan.ts';

/** Marks the place of the cursor in a file. */
export const CURSOR = '⌖';

/** Files, one of which holds the cursor: the plan of them, and the place in it. */
export function placeIn(
  files: Readonly<Record<string, string>>,
  options?: Parameters<typeof snapshotOf>[1],
): PlaceNow & { readonly snapshot: Snapshot } {
  const [marked] = Object.entries(files).filter(([, text]) => text.includes(CURSOR));
  if (!marked) throw new Error(`no file holds the cursor ${CURSOR}`);
  const [path, text] = marked;
  const offset = text.indexOf(CURSOR);
  const snapshot = snapshotOf({ ...files, [path]: text.replace(CURSOR, '') }, options);
  const document = snapshot.plan.documentAt(path);
  if (!document) throw new Error(`${path} is no part of a plan`);
  const { plan, state, today } = snapshot;
  return { plan, state, today, document, offset, snapshot };
}
