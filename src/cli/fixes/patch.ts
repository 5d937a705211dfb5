import { formatPatch, structuredPatch } from 'diff';
import type { FixedDocument } from '../../workspace/fix-all.ts';
import type { Place } from '../plan/place.ts';

/** What would become of a document as a unified diff, as git writes it: paths begin at the top of the repository. */
export function patchOf(
  { path, before, after }: Pick<FixedDocument, 'path' | 'before' | 'after'>,
  place: Place,
): string {
  const name = place.fromRepository(path);
  const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  return formatPatch({ ...patch, isGit: true });
}
