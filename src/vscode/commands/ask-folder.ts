import * as vscode from 'vscode';
import { withoutIcons } from '../convert.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { Cancelled, Refused } from './refused.ts';

/**
 * The plan of the editor, or the only one; of several one that is chosen.
 * @param title of the question
 */
export async function askFolder(plans: Plans, title: string): Promise<PlanFolder> {
  const { activeTextEditor, showQuickPick } = vscode.window;
  const here = activeTextEditor && plans.at(activeTextEditor.document.uri)?.folder;
  const folders = plans.folders.filter(({ snapshot }) => (snapshot?.plan.items.length ?? 0) > 0);
  if (here && folders.includes(here)) return here;
  const [first, ...rest] = folders.length > 0 ? folders : plans.folders;
  if (!first) throw new Refused('there is no plan here yet: open a folder, and create a first plan');
  if (rest.length === 0) return first;
  const choices = [first, ...rest].map((folder) => ({
    label: withoutIcons(folder.name),
    description: withoutIcons(vscode.workspace.asRelativePath(folder.uri)),
    folder,
  }));
  const picked = await showQuickPick(choices, { title, placeHolder: 'Which plan' });
  if (!picked) throw new Cancelled();
  return picked.folder;
}
