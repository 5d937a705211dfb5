import type { ParsedDocument } from '../../parse/document.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Finding } from '../../rules/finding.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import { visible } from '../../text/visible.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { insertField } from '../edit/insert-field.ts';
import { isSame } from '../edit/reference.ts';
import { pairNamed, treeOf } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { folderOf } from '../program-of.ts';
import { shown } from '../words.ts';

const MOST = 5;

/** Says which of several programs in one folder the documents beside them belong to. */
export const chooseProgram: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const root = document && treeOf(document);
  if (!document || !isOnPrograms(finding, plan) || !root || pairNamed(root, 'program')) return [];
  return programsAround(document.path, plan)
    .slice(0, MOST)
    .flatMap((id) => {
      const edit = insertField(document, root, 'program', yamlWord(id));
      return edit ? [{ title: `Set program to ${shown(id)}`, edits: inDocument(document, [edit]) }] : [];
    });
};

/** Whether a finding is about a document of which it is not clear which program it belongs to. */
export function isOnPrograms(finding: Finding, plan: Plan): boolean {
  const problems = plan.problems.get(finding.source as ParsedDocument) ?? [];
  return problems.some(({ range, message }) => isSame(range, finding.range) && visible(message) === finding.message);
}

/** The programs whose documents lie in the nearest folder upward that has any. */
function programsAround(path: string, plan: Plan): readonly string[] {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const here = plan.programs.filter(({ item }) => item && folderOf(item.document.path) === folder);
    if (here.length > 0 || folder === '') return here.map(({ id }) => id);
  }
}
