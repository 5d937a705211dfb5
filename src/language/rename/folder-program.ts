import { folderOf } from '../../core/fixes/program-of.ts';
import { shown } from '../../core/fixes/words.ts';
import { idFromName } from '../../core/model/values/id.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { RenameRefused } from './refused.ts';

/** Refuses where items belong to a program only because the folder of the plan has that name: they would stay behind. */
export function checkIsSaid(program: string, plan: Plan): void {
  if (program !== (idFromName(plan.parts.input.rootName) || 'plan')) return;
  const folders = new Set(plan.documents.flatMap(({ type, path }) => (type === 'program' ? [folderOf(path)] : [])));
  for (const document of plan.documents) {
    if (document.type === 'program' || document.holder.program || isBelow(document.path, folders)) continue;
    for (const item of plan.itemsOf(document)) {
      const isSaid = item.values.program ?? (item.parsed.form === 'entry' && document.items[0]?.values.program);
      if (item.program !== program || isSaid) continue;
      const where = `${shown(item.id)} in ${shown(document.path)}`;
      throw new RenameRefused(
        `${program} is the name of the folder, and nothing else says that ${where} belongs to it: write its program first`,
      );
    }
  }
}

/** Whether a file lies in one of some folders, or below. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (folders.has(folder)) return true;
    if (folder === '') return false;
  }
}
