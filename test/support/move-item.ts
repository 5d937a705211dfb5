import { applyEdits } from '../../src/core/fixes/edit/apply.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { atOnce } from '../../src/core/text/at-once.ts';
import { type ItemMove, type MovedItem, moveItem } from '../../src/language/actions/move-item/move-item.ts';
import { MoveRefused } from '../../src/language/actions/move-item/refused.ts';

type Files = Readonly<Record<string, string>>;

/** The files of a plan once an item has moved. */
export function movedFiles(files: Files, { edits, creates, deletes }: MovedItem): Record<string, string> {
  const after: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const own = edits.filter((edit) => edit.path === path);
    if (path !== deletes) after[path] = applyEdits(text, own);
  }
  if (creates) after[creates.path] = creates.text;
  return after;
}

/** The same of a move; why it is refused, where it is. */
export function filesAfter(files: Files, move: ItemMove, plan: Plan): Record<string, string> | string {
  try {
    return movedFiles(files, atOnce(moveItem(move, plan, () => true)));
  } catch (error) {
    if (error instanceof MoveRefused) return error.message;
    throw error;
  }
}
