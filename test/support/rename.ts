import { applyEdits } from '../../src/core/fixes/edit/apply.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { namedAt } from '../../src/language/rename/named-at.ts';
import { type Renamed, rename } from '../../src/language/rename/rename.ts';
import { placeIn } from './place.ts';
import { run } from './plan.ts';

type Files = Readonly<Record<string, string>>;

/** The files of a plan once a rename has been applied to them. */
export function renamedFiles(files: Files, { edits, move }: Renamed): Record<string, string> {
  const after: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const own = edits.filter((edit) => edit.path === path);
    after[move?.from === path ? move.to : path] = applyEdits(text, own);
  }
  return after;
}

/** Renames what stands at the cursor of some files: the files after that, or why it is refused. */
export function renamedAt(
  files: Files,
  name: string,
  options: { readonly mayHold?: (path: string) => boolean } = {},
): Record<string, string> | string {
  const asked = placeIn(files);
  try {
    const here = namedAt(asked);
    if (!here) return 'nothing';
    const plain = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('⌖', '')]));
    return renamedFiles(plain, run(rename(here.named, name, asked.plan as Plan, options.mayHold)));
  } catch (error) {
    return (error as Error).message;
  }
}

/** Only the files that a rename has changed, or moved. */
export function changedBy(files: Files, name: string): Record<string, string> | string {
  const after = renamedAt(files, name);
  if (typeof after === 'string') return after;
  const before = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('⌖', '')]));
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text));
}
