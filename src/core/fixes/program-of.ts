import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';

/** The program that an item of a document belongs to where it does not say: that of its first, or the only one. */
export function programOf(document: ParsedDocument, plan: Plan): string {
  const [first] = plan.itemsOf(document);
  return first?.program ?? document.holder.program?.name.id ?? plan.programs[0]?.id ?? '';
}

/** The folder of a path; empty for what lies at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
