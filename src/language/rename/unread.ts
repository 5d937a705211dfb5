import { shown } from '../../core/fixes/words.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { RenameRefused } from './refused.ts';

/** Refuses where a name may stand in what nobody could read: it would stay there. */
export function checkAllIsRead(name: string, plan: Plan): void {
  if (plan.partial) throw new RenameRefused('some files of the plan could not be read, and may name it');
  for (const document of plan.documents) {
    if (!isInDoubt(document) || !hasWord(document.text, name)) continue;
    const why = document.conflicts.length > 0 ? 'has a merge conflict' : 'cannot be read as a whole';
    throw new RenameRefused(`${shown(document.path)} ${why}, and may name ${shown(name)}: mend it first`);
  }
}

const isInDoubt = ({ broken, conflicts, problems }: ParsedDocument): boolean =>
  broken || conflicts.length > 0 || problems.some(({ code }) => code === 'merge-conflict');

/** Whether a text has a name that is not a part of a longer one. */
function hasWord(text: string, name: string): boolean {
  const normal = text.normalize('NFC');
  for (let at = normal.indexOf(name); at >= 0; at = normal.indexOf(name, at + 1)) {
    const around = [normal[at - 1] ?? '', normal[at + name.length] ?? ''];
    if (!around.some((character) => /[\p{L}\p{M}\p{N}]/u.test(character))) return true;
  }
  return false;
}
